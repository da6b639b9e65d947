import { z } from 'zod';
import { type Diagnostic, report, type Result } from '../diagnostics/diagnostic.ts';
import { bare, curlyQuotes, meant, remedyOf, saysNone } from '../diagnostics/quotes.ts';
import { suggestion } from '../diagnostics/suggest.ts';
import type { Path, Tree } from '../parse/tree.ts';
import { rewrite } from '../rewrite/rewrites.ts';
import { accept, refused } from './accept.ts';
import { missing, unknownKey } from './explain-keys.ts';
import { refusal } from './explain-refusals.ts';
import { keysAt, schemaAt } from './shapes.ts';
import { type Told, valueAt } from './told.ts';
import { type Refusal, show } from './words.ts';

type Issue = z.core.$ZodIssue;

/** Checks a tree's shape. What zod finds is told in the words of the catalogue, at its place. */
export function validate<S extends z.ZodType>(schema: S, tree: Tree): Result<z.output<S>> {
  const accepted = accept(schema, tree.data);
  if (accepted !== refused) return [accepted as z.output<S>, []];
  const result = schema.safeParse(tree.data);
  if (result.success) return [result.data, []];
  const told: Told = { schema, tree, typos: new Set(), cut: new Set() };
  const tell = (): Diagnostic[] => result.error.issues.flatMap((issue) => explain(issue, [], told));
  tell(); // learns the typos
  return [undefined, tell()];
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
        return got === undefined ? missing(path, told) : [notOneOf(written, kindsOf(issue), path, told)];
      return (likeliest(issue.errors, got) ?? []).flatMap((inner) => explain(inner, path, told));
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues.flatMap((inner) => explain(inner, path, told));
    case 'invalid_value':
      if (got === undefined) return missing(path, told);
      return [notOneOf(written, issue.values.map(String), path, told)];
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
    expected === 'a list' && typeof written === 'string' && !saysNone(written)
      ? inBrackets(written, path, schema)
      : [];
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

function notOneOf(got: unknown, options: readonly string[], path: Path, { schema, tree }: Told): Diagnostic {
  const at = tree.places.value(path);
  if (got === undefined) {
    const expected = `one of: ${options.join(', ')}`;
    return report('wrong-type', at, { got: 'nothing', expected }, { help: meant(got, expected) });
  }
  const params = { got: show(got), options: options.join(', ') };
  const key = typeof got === 'string' ? keyOfWord(schemaAt(schema, path), got) : undefined;
  if (typeof got === 'string' && key !== undefined) {
    const write = `{ ${key}: ${got} }`;
    return report('not-one-of', at, params, { help: `Write ${write}.`, remedy: { write } });
  }
  const near = typeof got === 'string' ? suggestion(got, options) : {};
  return report('not-one-of', at, params, { ...near, hint: curlyQuotes(got) ?? near.hint });
}

/** The key that a word belongs to where a mapping may stand: `met` is a `state`. */
function keyOfWord(schema: z.ZodType | undefined, word: string): string | undefined {
  const forms = schema instanceof z.ZodUnion ? schema.options : [];
  const entries = forms.flatMap((form) => (form instanceof z.ZodObject ? Object.entries(form.shape) : []));
  return entries.find(([, field]) => {
    const of = schemaAt(field, []);
    return of instanceof z.ZodEnum && of.options.includes(word);
  })?.[0];
}

/** The words that tell the kinds of a mapping apart. */
function kindsOf(issue: Issue & { code: 'invalid_union' }): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
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
