import { check } from './check/check.ts';
import { type Diagnostic, hasErrors, type Result, sorted } from './diagnostics/diagnostic.ts';
import type { Agreement } from './ir/types.ts';
import { Context, type Files } from './lower/context.ts';
import { lower } from './lower/lower.ts';
import { seal } from './lower/seal.ts';
import { parse } from './parse/parse.ts';
import type { Tree } from './parse/tree.ts';
import { type Assembled, assemble } from './schema/assemble.ts';
import { fileSchemas, mappingFile } from './schema/files.ts';
import { validate } from './schema/validate.ts';
import type { SourceFile } from './source/source-file.ts';
import { knownZone } from './time/zones.ts';

export interface CompileOptions {
  /** The agreement's name: the name of its folder. */
  readonly name: string;
  /** `YYYY-MM-DD`, for what is overdue. The compiled agreement does not depend on it. */
  readonly today: string;
}

/**
 * Compiles the files of an agreement: parse → validate (shape) → lower (names and types) → check (meaning) → seal.
 *
 * With errors there is no value, only diagnostics, sorted by file and place.
 */
export function compile(sources: readonly SourceFile[], { name, today }: CompileOptions): Result<Agreement> {
  const parsed = sources.map((source) => ({ source, result: parseOnce(source) }));
  const [assembled, misplaced] = assemble(parsed.map(({ source, result }) => ({ source, tree: result[0] })));
  const [shaped, misshaped] = validateAll(assembled);
  const found = [...parsed.flatMap(({ result }) => result[1]), ...misplaced, ...misshaped];
  if (!shaped || hasErrors(found)) return [undefined, sorted(found)];

  const context = new Context(name, shaped.files, shaped.mappings, timeZone(shaped.files));
  const draft = lower(context);
  const meaning = [
    ...found,
    ...context.diagnostics,
    ...check(draft, {
      today,
      found: context.diagnostics,
      at: (file, ...path) => context.root(file).at(...path),
    }),
  ];
  return [hasErrors(meaning) ? undefined : seal(draft), sorted(meaning)];
}

/** A file that is the same object as before is not read again: whoever watches a folder changes one at a time. */
const parsedFiles = new WeakMap<SourceFile, Result<Tree>>();

function parseOnce(source: SourceFile): Result<Tree> {
  const known = parsedFiles.get(source);
  if (known) return known;
  const result = parse(source);
  parsedFiles.set(source, result);
  return result;
}

function timeZone(files: Files): string {
  const zone = files.agreement?.data.time_zone ?? 'UTC';
  return knownZone(zone) ? zone : 'UTC';
}

interface Shaped {
  readonly files: Files;
  readonly mappings: Context['mappings'];
}

function validateAll(assembled: Assembled): Result<Shaped> {
  const diagnostics: Diagnostic[] = [];
  const keep = <T>([data, found]: Result<T>, tree: Tree): { data: T; tree: Tree } | undefined => {
    diagnostics.push(...found);
    return data === undefined ? undefined : { data, tree };
  };
  const files = Object.fromEntries(
    [...assembled.files].map(([kind, tree]) => [kind, keep(validate(fileSchemas[kind], tree), tree)]),
  );
  const mappings = new Map(
    [...assembled.mappings].flatMap(([id, tree]) => {
      const mapping = keep(validate(mappingFile, tree), tree);
      return mapping ? [[id, mapping] as const] : [];
    }),
  );
  return hasErrors(diagnostics) ? [undefined, diagnostics] : [{ files, mappings }, diagnostics];
}
