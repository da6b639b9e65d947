import { join, relative, resolve } from 'node:path';
import { didYouMean, fileSchemas, type SchemaKind, schemaKinds } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { makeFolder } from '../files/folder.ts';
import { type NewFile, replaceFiles } from '../files/staged.ts';
import { writing } from '../files/unwritten.ts';
import { type Io, write } from '../io.ts';

export interface SchemaOptions {
  readonly kind: string | undefined;
  readonly draft?: '07' | '2020-12';
  readonly out?: string;
}

/** Prints the JSON Schema of one kind of YAML file, or writes those of all kinds to a folder. */
export async function schema({ kind, draft = '07', out }: SchemaOptions, io: Io): Promise<number> {
  const schemas = fileSchemas(draft === '07' ? 'draft-07' : draft);
  const kinds = kind === undefined ? schemaKinds : [knownKind(kind)];
  const files = kinds.map((of) => ({
    path: `${of}.json`,
    text: `${JSON.stringify(schemas[of], null, 2)}\n`,
  }));
  const [first, ...others] = files;
  if (out !== undefined) await write(io, 'stdout', writeInto(resolve(io.cwd, out), files, io));
  else if (first && others.length === 0) await write(io, 'stdout', first.text);
  else throw new CannotRun('Which schema? One can be printed; --out <folder> writes all.', theKinds);
  return exit.fine;
}

const theKinds = `The kinds are ${schemaKinds.join(', ')}.`;

function knownKind(word: string): SchemaKind {
  const kind = schemaKinds.find((known) => known === word);
  if (kind === undefined)
    throw new CannotRun(`There is no kind of file \`${word}\`.`, didYouMean(word, schemaKinds) ?? theKinds);
  return kind;
}

/** Other files of the folder stay as they are. Tells what is written, a line each. */
function writeInto(folder: string, files: readonly NewFile[], { cwd }: Io): string {
  writing(folder, () => makeFolder(folder));
  replaceFiles(folder, files);
  return files.map(({ path }) => `${relative(cwd, join(folder, path))}\n`).join('');
}
