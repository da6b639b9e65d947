import type { z } from 'zod';
import type { Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, type Params, report, type Result } from '../diagnostics/diagnostic.ts';
import { curlyQuotes, cutShort, meant, remedyOf } from '../diagnostics/quotes.ts';
import { nearest, suggestion } from '../diagnostics/suggest.ts';
import type { Path, Tree } from '../parse/tree.ts';
import { type Refusal, show } from './words.ts';

type Issue = z.core.$ZodIssue;

/** Checks a tree's shape. What zod finds is told in the words of the catalogue, at its place. */
export function validate<S extends z.ZodType>(schema: S, tree: Tree): Result<z.output<S>> {
  const result = schema.safeParse(tree.data);
  if (result.success) return [result.data, []];
  const told: Told = { tree, typos: new Set() };
  const tell = (): Diagnostic[] => result.error.issues.flatMap((issue) => explain(issue, [], told));
  tell(); // learns the typos
  return [undefined, tell()];
}

/** The tree, and the paths of keys that are there with a typo, and so are not missing. */
interface Told {
  readonly tree: Tree;
  readonly typos: Set<string>;
}

function explain(issue: Issue, above: Path, told: Told): Diagnostic[] {
  const { tree } = told;
  const path: Path = [...above, ...(issue.path as (string | number)[])];
  const at = tree.places.value(path);
  const got = valueAt(tree.data, path);
  const written = at === tree.places.key(path) && got === null ? undefined : got;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, issue.message, told));
    case 'invalid_union':
      if (issue.errors.length === 0)
        return got === undefined ? missing(path, told) : [notOneOf(got, kindsOf(issue), path, tree)];
      return (likeliest(issue.errors, got) ?? []).flatMap((inner) => explain(inner, path, told));
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => explain(inner, path, told));
    case 'invalid_value':
      if (got === undefined) return missing(path, told);
      return [
        report(
          'not-one-of',
          at,
          { got: show(got), options: issue.values.map(String).join(', ') },
          {
            ...(typeof got === 'string' && suggestion(got, issue.values.map(String))),
          },
        ),
      ];
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, got, path, tree)];
    case 'custom':
      return refusal(issue.params?.['refusal'] as Refusal, path, told);
    default:
      if (got === undefined) return missing(path, told);
      return [
        report(
          'wrong-type',
          at,
          { got: show(got), expected: expected(issue) },
          { hint: meant(written, expected(issue)), remedy: remedyOf(written, expected(issue)) },
        ),
      ];
  }
}

function notOneOf(got: unknown, options: readonly string[], path: Path, tree: Tree): Diagnostic {
  const near = typeof got === 'string' ? suggestion(got, options) : {};
  return report(
    'not-one-of',
    tree.places.value(path),
    { got: show(got), options: options.join(', ') },
    { ...near, hint: curlyQuotes(got) ?? near.hint },
  );
}

/** The words that tell the kinds of a mapping apart. */
function kindsOf(issue: Issue & { code: 'invalid_union' }): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}

function unknownKey(key: string, path: Path, known: string, { tree, typos }: Told): Diagnostic {
  const keys = JSON.parse(known) as string[];
  const at = tree.places.key([...path, key]);
  const meant = nearest(key, keys);
  if (meant !== undefined) typos.add(JSON.stringify([...path, meant]));
  const cut = cutShort(key, valueAt(tree.data, [...path, key]));
  return report(
    'unknown-key',
    at,
    { key, where: where(path), known: keys.join(', ') },
    cut === undefined ? suggestion(key, keys) : { hint: cut },
  );
}

function missing(path: Path, { tree, typos }: Told): Diagnostic[] {
  if (typos.has(JSON.stringify(path))) return [];
  const around = path.slice(0, -1);
  const key = String(path.at(-1));
  return [report('missing-key', tree.places.key(around), { key, where: where(around) })];
}

function refusal(given: Refusal, path: Path, told: Told): Diagnostic[] {
  const { tree } = told;
  if (given.code === 'missing-key') return missing(path, told);
  const got = valueAt(tree.data, path);
  const params = { name: typeof got === 'string' ? got : show(got), ...given.params };
  const at = 'name' in given.params ? tree.places.key(path) : tree.places.value(path);
  const hint =
    curlyQuotes(got) ?? hintOf(given, at === tree.places.key(path) && got === null ? undefined : got);
  const remedy = given.code === 'wrong-type' ? remedyOf(got, String(given.params['expected'])) : undefined;
  return [report(given.code, at, params as Params<Code>, { hint, remedy })];
}

function hintOf({ code, params }: Refusal, got: unknown): string | undefined {
  if (code === 'wrong-type') return meant(got, String(params['expected']));
  if (code !== 'bad-percent' || typeof got !== 'number') return undefined;
  return `Did you mean ${got}% or ${Number((got * 100).toFixed(2))}%?`;
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

function expected(issue: Issue): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a mapping (`key: value`)',
    record: 'a mapping (`key: value`)',
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
  return branches.toSorted((a, b) => weight(b) - weight(a))[0];
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
