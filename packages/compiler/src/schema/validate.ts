import type { z } from 'zod';
import type { Code } from '../diagnostics/catalogue.ts';
import {
  type Diagnostic,
  type Params,
  type Remedy,
  report,
  type ReportOptions,
  type Result,
} from '../diagnostics/diagnostic.ts';
import { bare, curlyQuotes, cutShort, meant, remedyOf } from '../diagnostics/quotes.ts';
import { nearest, nearestKey, suggestedKey, suggestion } from '../diagnostics/suggest.ts';
import type { SourceSpan } from '../ir/types.ts';
import type { Path, Tree } from '../parse/tree.ts';
import { rewrite } from '../rewrite/rewrites.ts';
import { hoursMeant, noSuchDay, workingTime } from '../rewrite/times.ts';
import { keysAt, schemaAt } from './shapes.ts';
import { type Refusal, show } from './words.ts';

type Issue = z.core.$ZodIssue;

/** Checks a tree's shape. What zod finds is told in the words of the catalogue, at its place. */
export function validate<S extends z.ZodType>(schema: S, tree: Tree): Result<z.output<S>> {
  const result = schema.safeParse(tree.data);
  if (result.success) return [result.data, []];
  const told: Told = { schema, tree, typos: new Set(), cut: new Set() };
  const tell = (): Diagnostic[] => result.error.issues.flatMap((issue) => explain(issue, [], told));
  tell(); // learns the typos
  return [undefined, tell()];
}

/** The tree, and what follows from something else that is told. */
interface Told {
  readonly schema: z.ZodType;
  readonly tree: Tree;
  /** Paths of keys that are there with a typo, and so are not missing. */
  readonly typos: Set<string>;
  /** Paths of numbers that a comma has cut in two. */
  readonly cut: Set<string>;
}

function explain(issue: Issue, above: Path, told: Told): Diagnostic[] {
  const { tree } = told;
  const path: Path = [...above, ...(issue.path as (string | number)[])];
  if (told.cut.has(JSON.stringify(path))) return [];
  const got = valueAt(tree.data, path);
  const written = got === null && !tree.places.isWritten(path) ? undefined : got;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => unknownKey(key, path, issue.message, told));
    case 'invalid_union':
      if (issue.errors.length === 0)
        return got === undefined ? missing(path, told) : [notOneOf(written, kindsOf(issue), path, tree)];
      return (likeliest(issue.errors, got) ?? []).flatMap((inner) => explain(inner, path, told));
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => explain(inner, path, told));
    case 'invalid_value':
      if (got === undefined) return missing(path, told);
      return [notOneOf(written, issue.values.map(String), path, tree)];
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, got, path, tree)];
    case 'custom':
      return refusal(issue.params?.['refusal'] as Refusal, path, told);
    default:
      if (got === undefined) return missing(path, told);
      return [wrongType(written, expected(issue), path, told)];
  }
}

function wrongType(written: unknown, expected: string, path: Path, { schema, tree }: Told): Diagnostic {
  const params = { got: show(written ?? null), expected };
  const outside = path.slice(0, -2);
  const key = String(path.at(-1));
  if (keysAt(schema, outside).includes(key) && !keysAt(schema, path.slice(0, -1)).includes(key)) {
    const [own, above] = [tree.places.key(path), tree.places.key(path.slice(0, -1))];
    const help = `\`${key}\` stands ${own.col - 1} blanks in, and so belongs to \`${path.at(-2)}\`. Put ${above.col - 1} blanks before it, as \`${path.at(-2)}\` has, and move what it holds with it.`;
    if (own.line > above.line) return report('wrong-type', own, params, { help });
  }
  const inside =
    expected === 'a list' && typeof written === 'string' ? inBrackets(written, path, schema) : [];
  const options =
    inside.length > 0
      ? { help: listMeant(written, inside) }
      : {
          help: meant(written, expected) ?? keysOf(written, expected, path, schema),
          remedy: remedyOf(written, expected),
        };
  return report('wrong-type', tree.places.value(path), params, options);
}

/** Which keys to write in place of a word: what the parts of a calendar or a way are called, nobody can guess. */
function keysOf(written: unknown, expected: string, path: Path, schema: z.ZodType): string | undefined {
  const known = keysAt(schema, path);
  if (expected !== lines || typeof written === 'object' || known.length === 0) return undefined;
  return `Write ${lines}. Known here: ${known.join(', ')}.`;
}

/** What would be wrong of a text if it stood in brackets. */
function inBrackets(written: string, path: Path, schema: z.ZodType): readonly Issue[] {
  return schemaAt(schema, path)?.safeParse([written]).error?.issues ?? [];
}

/** The list to write in place of a text that is none of its entries either. */
function listMeant(written: unknown, [first]: readonly Issue[]): string {
  const refused = first?.code === 'custom' ? (first.params?.['refusal'] as Refusal) : undefined;
  const better = refused && rewrite(refused.code, bare(String(written)));
  return better === undefined
    ? 'Write a list: its entries in brackets, with commas between them.'
    : `Write [${better}].`;
}

function notOneOf(got: unknown, options: readonly string[], path: Path, tree: Tree): Diagnostic {
  const at = tree.places.value(path);
  if (got === undefined) {
    const expected = `one of: ${options.join(', ')}`;
    return report('wrong-type', at, { got: 'nothing', expected }, { help: meant(got, expected) });
  }
  const near = typeof got === 'string' ? suggestion(got, options) : {};
  return report(
    'not-one-of',
    at,
    { got: show(got), options: options.join(', ') },
    { ...near, hint: curlyQuotes(got) ?? near.hint },
  );
}

/** The words that tell the kinds of a mapping apart. */
function kindsOf(issue: Issue & { code: 'invalid_union' }): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function unknownKey(key: string, path: Path, known: string, { tree, typos, cut }: Told): Diagnostic[] {
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

function missing(path: Path, { schema, tree, typos }: Told): Diagnostic[] {
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

function refusal(given: Refusal, path: Path, told: Told): Diagnostic[] {
  const { tree } = told;
  if (given.code === 'missing-key') return missing(path, told);
  const got = valueAt(tree.data, path);
  const params = { name: typeof got === 'string' ? got : show(got), ...given.params };
  const at = 'name' in given.params ? tree.places.key(path) : tree.places.value(path);
  const written = got === null && ('name' in given.params || !tree.places.isWritten(path)) ? undefined : got;
  const text = 'name' in given.params ? params.name : got;
  const better = rewrite(given.code, bare(typeof text === 'number' ? digitsOf(text) : String(text)));
  const options = better === undefined ? adviceOf(given, got, written) : { help: `Write ${better}.` };
  return [report(given.code, at, params as Params<Code>, { ...options, remedy: remedyFor(given, got) })];
}

/** A number as people write a time: YAML reads 9.30 as 9.3. */
function digitsOf(number: number): string {
  return Number.isInteger(number) ? String(number) : number.toFixed(2);
}

function adviceOf(given: Refusal, got: unknown, written: unknown): ReportOptions {
  const curly = curlyQuotes(got);
  if (curly !== undefined) return { hint: curly };
  if (given.code === 'wrong-type') return { help: meant(written, String(given.params['expected'])) };
  const day = given.code === 'bad-date' && typeof got === 'string' ? noSuchDay(got) : undefined;
  if (day !== undefined) return { help: day };
  const working = given.code === 'bad-duration' && typeof got === 'string' ? workingTime(got) : undefined;
  if (working !== undefined) return { help: working };
  const meanings = meaningsOf(given, got);
  return { hint: meanings.length === 0 ? undefined : `Did you mean ${meanings.join(' or ')}?` };
}

function meaningsOf({ code }: Refusal, got: unknown): readonly string[] {
  if (code === 'bad-hours' && typeof got === 'string') return hoursMeant(bare(got));
  return code === 'bad-percent' ? percentsOf(got) : [];
}

function remedyFor({ code, params }: Refusal, got: unknown): Remedy | undefined {
  if (code === 'wrong-type') return remedyOf(got, String(params['expected']));
  const [only, other] = code === 'bad-percent' ? percentsOf(got) : [];
  return only !== undefined && other === undefined ? { write: only } : undefined;
}

/** What a number without its sign could mean as a percent. */
function percentsOf(got: unknown): readonly string[] {
  if (typeof got !== 'number') return [];
  const both = new Set([got, Number((got * 100).toFixed(2))]);
  return [...both].filter((value) => value >= 0 && value <= 100).map((value) => `${value}%`);
}

function outOfRange(
  issue: Issue & { code: 'too_small' | 'too_big' },
  got: unknown,
  path: Path,
  tree: Tree,
): Diagnostic {
  const at = tree.places.value(path);
  if (issue.code === 'too_small' && issue.origin === 'array') return report('empty-list', at, {});
  if (issue.code === 'too_small' && issue.origin === 'string') return report('empty-text', at, {});
  const bound =
    issue.code === 'too_small'
      ? `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
      : `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
  return report('out-of-range', at, { got: show(got), expected: bound });
}

const lines = 'lines of the form `key: value`';

function expected(issue: Issue): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: lines,
    record: lines,
  };
  if (issue.code === 'invalid_type') return words[issue.expected] ?? issue.expected;
  return issue.code === 'invalid_format' ? 'a text of the right form' : 'another value';
}

/** Of the ways a value could have been written, the one it comes nearest to. */
function likeliest(branches: readonly (readonly Issue[])[], got: unknown): readonly Issue[] | undefined {
  const weight = (issues: readonly Issue[]): number => {
    const [first] = issues;
    if (first === undefined) return 0;
    if (issues.some(({ path }) => path.length > 0)) return 3;
    if (first.code === 'unrecognized_keys') return 2;
    const wrongKind =
      first.code === 'invalid_type' || (first.code === 'custom' && typeof got === 'object' && got !== null);
    return wrongKind ? 0 : 1;
  };
  // One thing is easier to write than a list of one.
  const isOne = ([first]: readonly Issue[]): boolean =>
    first?.code === 'invalid_type' && first.expected === 'object';
  const ofWord = typeof got === 'string' && branches.every((issues) => weight(issues) === 0);
  return (ofWord ? branches.find(isOne) : undefined) ?? branches.toSorted((a, b) => weight(b) - weight(a))[0];
}

function where(path: Path): string {
  return path.length === 0
    ? 'here'
    : `in \`${path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')}\``;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
