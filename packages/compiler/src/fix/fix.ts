import { compile, type CompileOptions } from '../compile.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Agreement } from '../ir/types.ts';
import { distinguish } from '../prove/facts/distinguish.ts';
import { positions, type SourceFile } from '../source/source-file.ts';
import { type Edit, edited } from './edit.ts';
import { proposals } from './proposals.ts';

/** A fix that was made. */
export interface Change {
  readonly code: string;
  readonly path: string;
  readonly line: number;
  /** The lines that it changed, before and after, without the last line end. */
  readonly before: string;
  readonly after: string;
  /** It is proved that the agreement decides nothing differently. */
  readonly changesNothing: boolean;
}

export interface Fixed {
  /** The files, with every fix in place. */
  readonly sources: readonly SourceFile[];
  readonly changes: readonly Change[];
  /** What is found in them still. */
  readonly found: readonly Diagnostic[];
}

/**
 * Makes the fixes that are safe: where only one thing can have been meant, and the compiler, run again on the result, finds what
 * was found no more and nothing new; of an agreement without errors it also proves that every decision stays as it is.
 *
 * ```ts
 * const { sources, changes } = fix(read, { name: 'acme', today: '2026-11-24' });
 * ```
 */
export function fix(sources: readonly SourceFile[], options: CompileOptions): Fixed {
  let state = look(sources, { ...options, proofs: false });
  const changes: Change[] = [];
  for (const proofs of [false, true]) {
    if (proofs && (options.proofs === false || state.agreement === undefined)) break;
    if (proofs) state = look(state.sources, options);
    const tried = new Set<string>();
    for (let next = step(state, tried); next; next = step(state, tried)) {
      state = next.state;
      changes.push(next.change);
    }
  }
  return { sources: state.sources, changes, found: state.found };
}

interface State {
  readonly sources: readonly SourceFile[];
  readonly options: CompileOptions;
  /** Compiled, whatever the proofs find. */
  readonly agreement: Agreement | undefined;
  readonly found: readonly Diagnostic[];
}

function look(sources: readonly SourceFile[], options: CompileOptions): State {
  const [agreement, found] = compile(sources, { ...options, proofs: false });
  const isProved = options.proofs !== false && agreement !== undefined;
  return { sources, options, agreement, found: isProved ? compile(sources, options)[1] : found };
}

/** The first fix that holds; what was tried in vain is not tried again while its file stays as it is. */
function step(state: State, tried: Set<string>): { state: State; change: Change } | undefined {
  for (const diagnostic of state.found) {
    const source = state.sources.find(({ name }) => name === diagnostic.span.file);
    if (!source) continue;
    const key = JSON.stringify([keyOf(diagnostic), diagnostic.span.line, source.text]);
    if (tried.has(key)) continue;
    tried.add(key);
    for (const edits of proposals(diagnostic, source)) {
      const next = accepted(state, { diagnostic, source, edits });
      if (next) return next;
    }
  }
  return undefined;
}

interface Proposal {
  readonly diagnostic: Diagnostic;
  readonly source: SourceFile;
  readonly edits: readonly Edit[];
}

function accepted(before: State, proposal: Proposal): { state: State; change: Change } | undefined {
  const { diagnostic, source, edits } = proposal;
  const text = edited(source.text, edits);
  const sources = before.sources.map((other) => (other === source ? { ...source, text } : other));
  const after = look(sources, before.options);
  if (!isBetter(before, after, proposal)) return undefined;
  const isSame = before.agreement !== undefined;
  if (before.agreement && !(after.agreement && decidesTheSame(before.agreement, after.agreement)))
    return undefined;
  return { state: after, change: changeOf(diagnostic, source, text, isSame) };
}

function decidesTheSame(before: Agreement, after: Agreement): boolean {
  return before.hash === after.hash || distinguish(before, after).verdict === 'same';
}

/**
 * What was found is gone and nothing new came. With errors the compiler does not look at everything: what it finds when it sees
 * more was there before, unless it stands where the text was changed.
 */
function isBetter(before: State, after: State, { diagnostic, source, edits }: Proposal): boolean {
  const known = counted(before.found);
  const now = counted(after.found);
  const key = keyOf(diagnostic);
  if ((now.get(key) ?? 0) >= (known.get(key) ?? 0)) return false;
  const fresh = after.found.filter((other) => (now.get(keyOf(other)) ?? 0) > (known.get(keyOf(other)) ?? 0));
  if (before.agreement) return fresh.length === 0;
  const at = positions(source.text);
  const lines = edits.map(({ from, to }) => [at(from).line, at(to).line] as const);
  return !fresh.some(
    ({ span }) =>
      span.file === source.name && lines.some(([first, last]) => first <= span.end_line && span.line <= last),
  );
}

function counted(found: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of found.map(keyOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function keyOf({ code, message, span }: Diagnostic): string {
  return JSON.stringify([code, span.file, message]);
}

function changeOf(
  { code }: Diagnostic,
  { path, text: before }: SourceFile,
  after: string,
  changesNothing: boolean,
): Change {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let first = 0;
  while (first < old.length && old[first] === fresh[first]) first++;
  let last = 0;
  while (last < Math.min(old.length, fresh.length) - first && old.at(-1 - last) === fresh.at(-1 - last))
    last++;
  const between = (lines: readonly string[]): string => lines.slice(first, lines.length - last).join('\n');
  return { code, path, line: first + 1, before: between(old), after: between(fresh), changesNothing };
}
