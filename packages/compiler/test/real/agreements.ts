import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Diagnostic, SourceFile } from '../../src/index.ts';
import { compile, formatDiagnostic, readAgreementFolder } from '../../src/index.ts';
import type { Agreement } from '../../src/ir/index.ts';

/** What `cases.json` says of an agreement. Findings are told as `told` tells them. */
export interface Case {
  readonly examples: number;
  readonly findings: readonly string[];
  readonly repairs: readonly { readonly file: string; readonly replace: string; readonly by: string }[];
  readonly without_ours: readonly string[];
}

export const names = ['gitlab', 'posthog', 'relias', 'hubspot'] as const;
export type Name = (typeof names)[number];

export const cases: Readonly<Record<Name, Case>> = JSON.parse(
  readFileSync(new URL('cases.json', import.meta.url), 'utf8'),
) as Record<Name, Case>;

type Sources = readonly SourceFile[];

/** The files as they restate the source. */
export function asWritten(name: Name): Sources {
  const [sources, unread] = readAgreementFolder(fileURLToPath(new URL(name, import.meta.url)));
  if (sources === undefined || unread.length > 0) throw new Error(unread.map(told).join('\n'));
  return sources;
}

/** The files with the repairs of `cases.json`; each must fit in exactly one place. */
export function repaired(name: Name): Sources {
  return cases[name].repairs.reduce((sources, { file, replace, by }) => {
    const [before, after, ...more] = textOf(sources, file).split(replace);
    if (before === undefined || after === undefined || more.length > 0) {
      throw new Error(`“${replace}” is not in one place of ${file}`);
    }
    return withText(sources, file, before + by + after);
  }, asWritten(name));
}

/** The repaired files without what the source does not say: lines with `# ours` are empty, and their examples gone. */
export function withoutOurs(name: Name): Sources {
  return repaired(name)
    .filter((source) => source.name !== 'examples/ours.yaml')
    .map((source) => ({ ...source, text: source.text.replaceAll(/^.*# ours\b.*$/gm, '') }));
}

export function findings(name: Name, sources: Sources): readonly string[] {
  return compileOn(name, sources)[1].map(told);
}

/** The repaired agreement; it compiles. */
export function compiled(name: Name): Agreement {
  const sources = repaired(name);
  const [agreement, found] = compileOn(name, sources);
  if (agreement !== undefined) return agreement;
  throw new Error(
    found.map((diagnostic) => formatDiagnostic(diagnostic, sources, { color: false })).join('\n'),
  );
}

function compileOn(name: Name, sources: Sources): ReturnType<typeof compile> {
  return compile(sources, { name, today: '2026-11-22' });
}

function told({ span, code, message }: Diagnostic): string {
  return `${span.file}:${span.line}:${span.col} ${code}: ${message}`;
}

function textOf(sources: Sources, file: string): string {
  const source = sources.find(({ name }) => name === file);
  if (source === undefined) throw new Error(`There is no ${file}`);
  return source.text;
}

function withText(sources: Sources, file: string, text: string): Sources {
  return sources.map((source) => (source.name === file ? { ...source, text } : source));
}
