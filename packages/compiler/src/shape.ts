import type { z } from 'zod';
import { type Diagnostic, hasErrors, type Result } from './diagnostics/diagnostic.ts';
import { Context, type Files } from './lower/context.ts';
import type { Tree } from './parse/tree.ts';
import { type FileMemory, Reading } from './reading.ts';
import { type Assembled, assemble, type Joined } from './schema/assemble.ts';
import { fileShapes, mappingFile } from './schema/files.ts';
import type { SourceFile } from './source/source-file.ts';
import { knownZone } from './time/zones.ts';

/** Reads the files of an agreement and checks their shape: parse → validate. What it gives is ready to be lowered. */
export function shape(sources: readonly SourceFile[], name: string, memory?: FileMemory): Result<Context> {
  const reading = new Reading(memory);
  const parsed = sources.map((source) => ({ source, result: reading.parse(source) }));
  const [assembled, misplaced] = assemble(parsed.map(({ source, result }) => ({ source, tree: result[0] })));
  const [shaped, misshaped] = validateAll(assembled, reading);
  reading.keep();
  const found = [...parsed.flatMap(({ result }) => result[1]), ...misplaced, ...misshaped];
  if (hasErrors(found)) return [undefined, found];
  const { files, mappings } = shaped;
  return [new Context(name, files, mappings, timeZone(files)), found];
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
function validateAll({ files, mappings }: Assembled, reading: Reading): [Shaped, readonly Diagnostic[]] {
  const diagnostics: Diagnostic[] = [];
  const validate = <S extends z.ZodType>(
    schema: S,
    joined: Joined,
  ): { data: z.output<S>; tree: Tree } | undefined => {
    const [data, found] = reading.validate(schema, joined);
    diagnostics.push(...found);
    return data === undefined ? undefined : { data, tree: joined.tree };
  };
  const shaped = [...files].map(([kind, joined]) => [kind, validate(fileShapes[kind], joined)]);
  const mapped = [...mappings].flatMap(([id, joined]) => {
    const mapping = validate(mappingFile, joined);
    return mapping ? [[id, mapping] as const] : [];
  });
  return [{ files: Object.fromEntries(shaped) as Files, mappings: new Map(mapped) }, diagnostics];
}
