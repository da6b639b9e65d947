import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compile,
  type Diagnostic,
  prove,
  readAgreementFolder,
  readQuestion,
  type SourceFile,
  type Witness,
} from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { holds } from '../../src/ir/conditions.ts';
import { replay } from '../../src/prove/ask/replay.ts';

/** One defect: what is changed in `acme`, what is found and where, and what else follows from it. */
interface Planted {
  readonly changes: readonly { readonly file: string; readonly replace: string; readonly by: string }[];
  /** Files that are left out, since their examples name what is gone. */
  readonly without?: readonly string[];
  readonly finds: string;
  /** Other codes that the same defect causes. */
  readonly also: readonly string[];
  /** A condition that the witness must meet when the reference decides it. */
  readonly shows?: string;
}

const options = { name: 'acme', today: '2026-11-22' };
const acme = read();
const cases = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({
    name: name.slice(0, -'.yaml'.length),
    planted: parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Planted,
  }));

function read(): readonly SourceFile[] {
  const [sources] = readAgreementFolder(join(import.meta.dirname, '../../../../agreements/acme'));
  if (!sources) throw new Error('acme cannot be read');
  return sources;
}

function planted({ changes, without = [] }: Planted): readonly SourceFile[] {
  return changes.reduce(
    (sources, { file, replace, by }) =>
      sources.map((source) => {
        if (source.name !== file) return source;
        const [before, after, ...more] = source.text.split(replace);
        if (before === undefined || after === undefined || more.length > 0)
          throw new Error(`“${replace}” is not in one place of ${file}`);
        return { ...source, text: before + by + after };
      }),
    acme.filter(({ name }) => !without.includes(name)),
  );
}

function shown({ code, span }: Diagnostic): string {
  return `${code} ${span.file}:${span.line}:${span.col}-${span.end_line}:${span.end_col}`;
}

function expectShown(
  sources: readonly SourceFile[],
  asked: string,
  witness: Witness | null | undefined,
): void {
  const [agreement] = compile(sources, { ...options, proofs: false });
  const [question] = readQuestion(sources, `never: { ${asked} }`);
  if (!agreement || !question || !witness) throw new Error('There is nothing to replay');
  const found = replay(agreement, witness.lead, witness.as_of);
  expect({ lead: witness.says, shows: found && holds(question.holds, found.final) }).toEqual({
    lead: witness.says,
    shows: true,
  });
}

test('acme has no defect', { timeout: 60_000 }, () => {
  expect(compile(acme, options).slice(1)).toEqual([[], []]);
});

test('there are enough defects', () => {
  expect(cases.length).toBeGreaterThanOrEqual(42);
});

describe('a planted defect is found, where it is, with a lead that shows it', () => {
  test.each(cases)('$name', { timeout: 60_000 }, ({ planted: defect }) => {
    const sources = planted(defect);
    const [agreement, found] = compile(sources, { ...options, proofs: false });
    const proofs = agreement ? prove(agreement) : { findings: [], properties: [] };
    const all = [...found, ...proofs.findings];
    const [code = ''] = defect.finds.split(' ');
    expect(all.map(shown)).toContain(defect.finds);
    expect(all.filter((one) => one.code !== code && !defect.also.includes(one.code)).map(shown)).toEqual([]);
    if (defect.shows !== undefined) {
      const refuted = proofs.properties.find(({ finding }) => finding && shown(finding) === defect.finds);
      expectShown(sources, defect.shows, refuted?.witness);
    }
  });
});
