import type { z } from 'zod';
import { type Diagnostic, hasErrors, type Result } from './diagnostics/diagnostic.ts';
import { Context, type Files } from './lower/context.ts';
import { parse } from './parse/parse.ts';
import type { Tree } from './parse/tree.ts';
import { type Assembled, assemble } from './schema/assemble.ts';
import { fileShapes, mappingFile } from './schema/files.ts';
import { validate } from './schema/validate.ts';
import type { SourceFile } from './source/source-file.ts';
import { knownZone } from './time/zones.ts';

/** Reads the files of an agreement and checks their shape: parse → validate. What it gives is ready to be lowered. */
export function shape(sources: readonly SourceFile[], name: string): Result<Context> {
  const parsed = sources.map((source) => ({ source, result: parseOnce(source) }));
  const [assembled, misplaced] = assemble(parsed.map(({ source, result }) => ({ source, tree: result[0] })));
  const [shaped, misshaped] = validateAll(assembled);
  const found = [...parsed.flatMap(({ result }) => result[1]), ...misplaced, ...misshaped];
  if (hasErrors(found)) return [undefined, found];
  const { files, mappings } = shaped;
  return [new Context(name, files, mappings, timeZone(files)), found];
}

// A file that is the same object as before is not read again: whoever watches a folder changes one at a time, and two versions
// have most files in common.
const parsedFiles = new WeakMap<SourceFile, Result<Tree>>();
const shapedTrees = new WeakMap<Tree, Result<unknown>>();

function parseOnce(source: SourceFile): Result<Tree> {
  return once(parsedFiles, source, () => parse(source));
}

/** A tree is of one kind of file, and so always held against the same schema. */
function validateOnce<S extends z.ZodType>(schema: S, tree: Tree): Result<z.output<S>> {
  return once(shapedTrees, tree, () => validate(schema, tree)) as Result<z.output<S>>;
}

function once<Key extends WeakKey, Made>(known: WeakMap<Key, Made>, key: Key, make: () => Made): Made {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

function timeZone(files: Files): string {
  const zone = files.agreement.data.time_zone;
  return knownZone(zone) ? zone : 'UTC';
}

interface Shaped {
  readonly files: Files;
  readonly mappings: Context['mappings'];
}

/** What it gives is whole only if nothing was found, here and before. */
function validateAll(assembled: Assembled): [Shaped, readonly Diagnostic[]] {
  const diagnostics: Diagnostic[] = [];
  const keep = <T>([data, found]: Result<T>, tree: Tree): { data: T; tree: Tree } | undefined => {
    diagnostics.push(...found);
    return data === undefined ? undefined : { data, tree };
  };
  const files = Object.fromEntries(
    [...assembled.files].map(([kind, tree]) => [kind, keep(validateOnce(fileShapes[kind], tree), tree)]),
  );
  const mappings = new Map(
    [...assembled.mappings].flatMap(([id, tree]) => {
      const mapping = keep(validateOnce(mappingFile, tree), tree);
      return mapping ? [[id, mapping] as const] : [];
    }),
  );
  return [{ files: files as Files, mappings }, diagnostics];
}
