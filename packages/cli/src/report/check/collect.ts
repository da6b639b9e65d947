import { basename, posix, resolve } from 'node:path';
import { type Diagnostic, entryOf, type Related } from '@smarketing/compiler';
import type { Io } from '../../io.ts';
import type { Loaded } from '../../load/agreement.ts';
import { version } from '../../version.ts';
import type { CheckedAgreement, CheckReport, Finding, Place, Rule } from './findings.ts';

/** What was found in agreements, as the formats for programs take it. */
export function checkReport(all: readonly Loaded[], io: Pick<Io, 'cwd'>): CheckReport {
  const codes = new Set(all.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  return {
    version: version(),
    agreements: all.map((loaded) => checkedAgreement(loaded, io)),
    rules: [...codes].flatMap(ruleOf),
  };
}

function checkedAgreement(loaded: Loaded, { cwd }: Pick<Io, 'cwd'>): CheckedAgreement {
  const { shown, sources, diagnostics, waived, agreement } = loaded;
  return {
    folder: shown,
    name: basename(resolve(cwd, shown)),
    hash: agreement?.hash ?? null,
    waived: waived.length,
    files: sources.map(({ name }) => posix.join(shown, name)),
    findings: diagnostics.map((diagnostic) => findingOf(diagnostic, shown)),
  };
}

function findingOf(diagnostic: Diagnostic, folder: string): Finding {
  const { code, severity, help, related } = diagnostic;
  return {
    code,
    severity,
    ...placeIn(folder, diagnostic),
    help,
    related: related.map((place) => placeIn(folder, place)),
  };
}

function placeIn(folder: string, { message, span: { file, ...span } }: Related): Place {
  return { message, file: posix.join(folder, file), span };
}

function ruleOf(code: string): readonly Rule[] {
  const entry = entryOf(code);
  if (entry === undefined) return [];
  const { severity, message: says, why, help } = entry;
  return [{ code, severity, says, why, help }];
}
