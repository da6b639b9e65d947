import type { Code } from '../diagnostics/catalogue.ts';
import {
  type Diagnostic,
  type Params,
  type Remedy,
  report,
  type ReportOptions,
} from '../diagnostics/diagnostic.ts';
import { bare, curlyQuotes, meant, remedyOf } from '../diagnostics/quotes.ts';
import type { Path } from '../parse/tree.ts';
import { rewrite } from '../rewrite/rewrites.ts';
import { hoursMeant, noSuchDay, workingTime } from '../rewrite/times.ts';
import { missing } from './explain-keys.ts';
import { schemaAt } from './shapes.ts';
import { type Told, valueAt } from './told.ts';
import { type Refusal, show } from './words.ts';

/** A word that is none of its kind. */
export function refusal(given: Refusal, path: Path, told: Told): Diagnostic[] {
  const { tree } = told;
  if (given.code === 'missing-key') return missing(path, told);
  const got = valueAt(tree.data, path);
  const params = { name: typeof got === 'string' ? got : show(got), ...given.params };
  const at = 'name' in given.params ? tree.places.key(path) : tree.places.value(path);
  const written = got === null && ('name' in given.params || !tree.places.isWritten(path)) ? undefined : got;
  const text = 'name' in given.params ? params.name : got;
  const better =
    several(got, path, told) ??
    rewrite(given.code, bare(typeof text === 'number' ? digitsOf(text) : String(text)));
  const options = better === undefined ? adviceOf(given, got, written) : { help: `Write ${better}.` };
  return [report(given.code, at, params as Params<Code>, { ...options, remedy: remedyFor(given, got) })];
}

/** `called or spoke`, where a list may stand. */
function several(got: unknown, path: Path, { schema }: Told): string | undefined {
  const words = typeof got === 'string' ? got.split(/ *[,/] *| +(?:and|or) +/) : [];
  const isMeant = words.length > 1 && schemaAt(schema, path)?.safeParse(words).success === true;
  return isMeant ? `[${words.join(', ')}]` : undefined;
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
