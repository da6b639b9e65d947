import { type Diagnostic, report } from '../diagnostics/diagnostic.ts';
import { cutShort } from '../diagnostics/quotes.ts';
import { nearest, nearestKey, suggestedKey, suggestion } from '../diagnostics/suggest.ts';
import type { SourceSpan } from '../ir/types.ts';
import type { Path, Tree } from '../parse/tree.ts';
import { keysAt } from './shapes.ts';
import { type Told, valueAt, where } from './told.ts';

/** A key that the language does not know. */
export function unknownKey(key: string, path: Path, known: string, { tree, typos, cut }: Told): Diagnostic[] {
  const keys = JSON.parse(known) as string[];
  const at = tree.places.key([...path, key]);
  const siblings = Object.keys(valueAt(tree.data, path) ?? {});
  const before = siblings.findLast(
    (other) => keys.includes(other) && isBefore(tree.places.key([...path, other]), at),
  );
  if (before !== undefined && endsEmpty(valueAt(tree.data, [...path, before]))) return [];
  const value = valueAt(tree.data, [...path, key]);
  const glued = value === null ? withoutColon(key, keys) : undefined;
  const meant = glued?.key ?? nearestKey(key, keys);
  if (meant !== undefined) typos.add(JSON.stringify([...path, meant]));
  const params = { key, where: where(path), known: keys.join(', ') };
  if (glued) return [report('unknown-key', at, params, { help: `Write ${glued.write}.`, remedy: glued })];
  const listed = meant === undefined && value === null ? cutList(key, before, path, tree) : undefined;
  const rest = listed ?? cutShort(key, value);
  if (rest !== undefined && before !== undefined && /^\d/.test(key))
    cut.add(JSON.stringify([...path, before]));
  return [report('unknown-key', at, params, rest === undefined ? suggestedKey(key, keys) : { hint: rest })];
}

/** A known key without its colon, or without the blank after it: `from mql`, `from:mql`. */
function withoutColon(text: string, keys: readonly string[]): { key: string; write: string } | undefined {
  const [, key = '', value = ''] = /^(\w+)[: ] *(\S.*)$/.exec(text) ?? [];
  return keys.includes(key) ? { key, write: `${key}: ${value}` } : undefined;
}

/** What to say of a name that a comma has cut off from a list without brackets: `{ stops: called, spoke }`. */
function cutList(
  key: string,
  before: string | undefined,
  path: Path,
  { data, places }: Tree,
): string | undefined {
  if (before === undefined || !/^\w+$/.test(key)) return undefined;
  const [one, other] = [
    [...path, before],
    [...path, key],
  ] as const;
  const value = valueAt(data, one);
  const isCut = typeof value === 'string' && places.key(one).line === places.key(other).line;
  return isCut ? `Inside braces a comma begins a new entry: write ${before}: [${value}, ${key}].` : undefined;
}

/** By place: keys of digits alone come first in what JavaScript lists. */
function isBefore(one: SourceSpan, other: SourceSpan): boolean {
  return one.line < other.line || (one.line === other.line && one.col < other.col);
}

/** The last thing in it is a key with nothing after it: the lines below were meant to stand further in. */
function endsEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return value === null || (Object.keys(value).length > 0 && endsEmpty(Object.values(value).at(-1)));
}

/** A key that has to be there. */
export function missing(path: Path, { schema, tree, typos }: Told): Diagnostic[] {
  if (typos.has(JSON.stringify(path))) return [];
  const around = path.slice(0, -1);
  const key = String(path.at(-1));
  const known = keysAt(schema, around);
  const siblings = Object.keys(valueAt(tree.data, around) ?? {}).filter((other) => !known.includes(other));
  // In a row of a table other keys are conditions, so only what is missing shows that one is a typo.
  const typo = siblings.find((other) => nearest(other, [key]) !== undefined);
  if (typo !== undefined) {
    const params = { key: typo, where: where(around), known: known.join(', ') };
    return [report('unknown-key', tree.places.key([...around, typo]), params, suggestion(typo, [key]))];
  }
  return [report('missing-key', tree.places.key(around), { key, where: where(around) })];
}
