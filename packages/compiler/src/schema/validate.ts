import type { z } from 'zod';
import type { Code } from '../diagnostics/catalogue.ts';
import { type Diagnostic, type Params, report, type Result } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Path, Tree } from '../parse/tree.ts';
import { type Refusal, show } from './words.ts';

type Issue = z.core.$ZodIssue;

/** Checks a tree's shape. What zod finds is told in the words of the catalogue, at its place. */
export function validate<S extends z.ZodType>(schema: S, tree: Tree): Result<z.output<S>> {
  const result = schema.safeParse(tree.data);
  if (result.success) return [result.data, []];
  return [undefined, result.error.issues.flatMap((issue) => explain(issue, [], tree))];
}

function explain(issue: Issue, above: Path, tree: Tree): Diagnostic[] {
  const path: Path = [...above, ...(issue.path as (string | number)[])];
  const at = tree.places.value(path);
  const got = valueAt(tree.data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, issue.message, tree));
    case 'invalid_union':
      return (likeliest(issue.errors, got) ?? []).flatMap((inner) => explain(inner, path, tree));
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => explain(inner, path, tree));
    case 'invalid_value':
      if (got === undefined) return [missing(path, tree)];
      return [
        report('not-one-of', at, { got: show(got), options: issue.values.map(String).join(', ') }, {
          hint: typeof got === 'string' ? didYouMean(got, issue.values.map(String)) : undefined,
        }),
      ];
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, got, path, tree)];
    case 'custom':
      return [refusal(issue.params?.['refusal'] as Refusal, path, tree)];
    default:
      if (got === undefined) return [missing(path, tree)];
      return [report('wrong-type', at, { got: show(got), expected: expected(issue) })];
  }
}

function unknownKey(key: string, path: Path, known: string, tree: Tree): Diagnostic {
  const keys = JSON.parse(known) as string[];
  const at = tree.places.key([...path, key]);
  return report('unknown-key', at, { key, where: where(path), known: keys.join(', ') }, { hint: didYouMean(key, keys) });
}

function missing(path: Path, tree: Tree): Diagnostic {
  const around = path.slice(0, -1);
  const key = String(path.at(-1));
  return report('missing-key', tree.places.key(around), { key, where: where(around) });
}

function refusal(given: Refusal, path: Path, tree: Tree): Diagnostic {
  if (given.code === 'missing-key') return missing(path, tree);
  const onKey = given.code === 'bad-name' || given.code === 'reserved-name';
  const params = { expected: 'a text', name: String(valueAt(tree.data, path) ?? ''), ...given.params };
  const at = onKey && 'name' in given.params ? tree.places.key(path) : tree.places.value(path);
  return report(given.code, at, params as Params<Code>);
}

function outOfRange(issue: Issue & { code: 'too_small' | 'too_big' }, got: unknown, path: Path, tree: Tree): Diagnostic {
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
    object: 'a mapping',
    record: 'a mapping',
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
    const wrongKind = first.code === 'invalid_type' || (first.code === 'custom' && typeof got === 'object' && got !== null);
    return wrongKind ? 0 : 1;
  };
  return branches.toSorted((a, b) => weight(b) - weight(a))[0];
}

function where(path: Path): string {
  return path.length === 0 ? 'here' : `in \`${path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ')}\``;
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
