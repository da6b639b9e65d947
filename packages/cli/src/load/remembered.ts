import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileMemory, KeptFiles } from '@smarketing/compiler';
import { makeFolder } from '../files/folder.ts';
import { replaceFile } from '../files/staged.ts';
import type { Io } from '../io.ts';

/** So many results are kept; the oldest goes first. */
const mostKept = 20;

/**
 * What `make` gives, or what it gave before for the same text: proving takes seconds, reading what was proved does not. Kept in
 * `node_modules/.cache/smarketing` of the project, or where `SMARKETING_CACHE` says (`off`: nowhere). On CI all is made anew.
 * What is `undefined` is not kept.
 */
export function remembered<Made>(about: readonly string[], make: () => Made, place: Place): Made {
  const memory = memoryOf(about, place);
  const known = memory?.read();
  if (known) return known.made as Made;
  const made = make();
  if (made !== undefined) memory?.keep(made);
  return made;
}

/** The same for what takes its time. */
export async function rememberedLater<Made>(
  about: readonly string[],
  make: () => Promise<Made | undefined>,
  place: Place,
): Promise<Made | undefined> {
  const memory = memoryOf(about, place);
  const known = memory?.read();
  if (known) return known.made as Made;
  const made = await make();
  if (made !== undefined) memory?.keep(made);
  return made;
}

/** Whether that is known. */
export function isRemembered(about: readonly string[], place: Place): boolean {
  return memoryOf(about, place)?.read() !== undefined;
}

/** What was read of the files of a folder the last time. */
export function rememberedFiles(place: Place): FileMemory | undefined {
  const memory = memoryOf(['files', resolve(place.folder)], place);
  return memory && { recall: () => memory.read()?.made as KeptFiles | undefined, keep: memory.keep };
}

interface Memory {
  readonly read: () => { readonly made: unknown } | undefined;
  readonly keep: (made: unknown) => void;
}

/** What is known about a text, and where to keep what will be; `undefined` where nothing is kept. */
function memoryOf(about: readonly string[], place: Place): Memory | undefined {
  const folder = cacheFolder(place);
  const compiler =
    folder && (buildOfCompiler() ?? (place.io.env['SMARKETING_CACHE'] ? 'as told' : undefined));
  if (!folder || !compiler) return undefined;
  const file = join(folder, `${hashOf([compiler, process.version, ...about])}.json`);
  return {
    read: () => read(file),
    keep: (made) => {
      keep(folder, file, { made });
    },
  };
}

export interface Place {
  /** The agreement's folder. */
  readonly folder: string;
  readonly io: Io;
}

function cacheFolder({ folder, io }: Place): string | undefined {
  const told = io.env['SMARKETING_CACHE'];
  if (told === 'off') return undefined;
  if (told) return resolve(io.cwd, told);
  if (io.env['CI']) return undefined;
  for (let at = resolve(folder); at !== dirname(at); at = dirname(at)) {
    if (existsSync(join(at, 'node_modules'))) return join(at, 'node_modules/.cache/smarketing');
  }
  return undefined;
}

let build: string | undefined;

/** What tells one build of the compiler from another; `undefined` while all runs from its sources, which change at any time. */
function buildOfCompiler(): string | undefined {
  if (import.meta.url.endsWith('.ts')) return undefined;
  if (build === undefined) {
    const paths = ['@smarketing/compiler', '@smarketing/compiler/package.json'].map((name) =>
      fileURLToPath(import.meta.resolve(name)),
    );
    build = buildOf(paths);
  }
  return build;
}

/**
 * Tells files by their texts and by when they were put there, to less than a microsecond. Nobody elsewhere knows that moment, as
 * they may know when a file was last written: so nobody can put a result into a repository that is taken for one of ours.
 */
export function buildOf(paths: readonly string[]): string {
  return paths.map((path) => `${statSync(path).ctimeMs}${hashOf([readFileSync(path, 'utf8')])}`).join();
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length} `).update(text);
  return hash.digest('hex');
}

/** What cannot be read is not known; what is known is as new as its last use. */
function read(file: string): { readonly made: unknown } | undefined {
  try {
    const [sum, text = ''] = readFileSync(file, 'utf8').split('\n');
    if (sum !== hashOf([text])) return undefined;
    utimesSync(file, new Date(), new Date());
    return JSON.parse(text) as { made: unknown };
  } catch {
    return undefined;
  }
}

/** Where nothing can be written nothing is kept. */
function keep(folder: string, file: string, found: { readonly made: unknown }): void {
  try {
    makeFolder(folder);
    const text = JSON.stringify(found);
    replaceFile(file, `${hashOf([text])}\n${text}`);
    const kept = readdirSync(folder).map((name) => join(folder, name));
    const byAge = kept.map((path) => ({ path, at: statSync(path).mtimeMs })).toSorted((a, b) => b.at - a.at);
    for (const { path } of byAge.slice(mostKept)) rmSync(path, { force: true });
  } catch {
    // The next run makes it again.
  }
}
