import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Code, Diagnostic, SourceFile } from '../../src/index.ts';
import { compile, formatDiagnostic, readAgreementFolder } from '../../src/index.ts';
import type { Agreement } from '../../src/ir/index.ts';

/** What `cases.json` says of an agreement. */
export interface Case {
  readonly examples: number;
  /** What the proofs find in the agreement as written. */
  readonly proofs: readonly Judged[];
  /** How much may stay open, and what that is. */
  readonly not_proved: { readonly at_most: number; readonly why: string };
  /** What the compiler finds when everything of ours is taken out, as `told` tells it. */
  readonly without_ours: readonly string[];
}

/** A finding at a line of a file; whether it is true of the real agreement; and what takes it away. */
export interface Judged {
  readonly at: string;
  readonly code: Code;
  readonly why: string;
  readonly repair?: Repair;
}

export interface Repair {
  readonly replace: string;
  readonly by: string;
}

export const names = ['gitlab', 'posthog', 'relias', 'hubspot'] as const;
export type Name = (typeof names)[number];

export const cases: Readonly<Record<Name, Case>> = JSON.parse(
  readFileSync(new URL('cases.json', import.meta.url), 'utf8'),
) as Record<Name, Case>;

export type Sources = readonly SourceFile[];

/** The files as they restate the source. */
export function asWritten(name: Name): Sources {
  const [sources, unread] = readAgreementFolder(fileURLToPath(new URL(name, import.meta.url)));
  if (sources === undefined || unread.length > 0) throw new Error(unread.map(told).join('\n'));
  return sources;
}

/** The files with the repairs of `cases.json`, all but one if `except` is given. */
export function repaired(name: Name, except?: Judged): Sources {
  return cases[name].proofs
    .filter((judged) => judged !== except)
    .reduce(
      (sources, { at, repair }) => (repair ? withRepair(sources, at, repair) : sources),
      asWritten(name),
    );
}

/** The repaired files without what the source does not say: lines with `# ours` are empty, and their examples gone. */
export function withoutOurs(name: Name): Sources {
  return repaired(name)
    .filter((source) => source.name !== 'examples/ours.yaml')
    .map((source) => ({ ...source, text: source.text.replaceAll(/^.*# ours\b.*$/gm, '') }));
}

/** What the compiler finds without the proofs. */
export function findings(name: Name, sources: Sources): readonly string[] {
  return compileOn(name, sources)[1].map(told);
}

/** The repaired agreement, not proved. */
export function compiled(name: Name): Agreement {
  return agreementOf(name, repaired(name));
}

/** The agreement of these files, not proved; it compiles. */
export function agreementOf(name: Name, sources: Sources): Agreement {
  const [agreement, found] = compileOn(name, sources);
  if (agreement !== undefined) return agreement;
  throw new Error(
    found.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false })).join('\n'),
  );
}

function compileOn(name: Name, sources: Sources): ReturnType<typeof compile> {
  return compile(sources, { name, today: '2026-11-22', proofs: false });
}

function told({ span, code, message }: Diagnostic): string {
  return `${span.file}:${span.line}:${span.col} ${code}: ${message}`;
}

/** A repair must fit in exactly one place of its file. */
function withRepair(sources: Sources, at: string, { replace, by }: Repair): Sources {
  const file = at.slice(0, at.lastIndexOf(':'));
  const text = sources.find(({ name }) => name === file)?.text ?? '';
  const [before, after, ...more] = text.split(replace);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`“${replace}” is not in one place of ${file}`);
  }
  return sources.map((source) => (source.name === file ? { ...source, text: before + by + after } : source));
}
