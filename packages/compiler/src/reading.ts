import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Result } from './diagnostics/diagnostic.ts';
import { firstOf } from './found.ts';
import { parse, parsedFiles } from './parse/parse.ts';
import { type Place, Places, type Tree } from './parse/tree.ts';
import type { Joined } from './schema/assemble.ts';
import { validate } from './schema/validate.ts';
import type { SourceFile } from './source/source-file.ts';

/** What was read of files in which nothing was found, by their names and texts: plain data, which can be written down. */
export interface KeptFiles {
  readonly trees: Readonly<Record<string, { readonly data: unknown; readonly places: Place }>>;
  readonly shapes: Readonly<Record<string, unknown>>;
}

/** Keeps what was read of the files of an agreement from one run to the next. */
export interface FileMemory {
  readonly recall: () => KeptFiles | undefined;
  readonly keep: (files: KeptFiles) => void;
}

interface Shaped {
  readonly sources: readonly SourceFile[];
  readonly result: Result<unknown>;
}

// Nor are files of one kind shaped again that are all the same as before.
const shapedFiles = new WeakMap<SourceFile, Shaped>();

/** Reads the files of one agreement, each only if its text is not known already. */
export class Reading {
  readonly #memory: FileMemory | undefined;
  readonly #trees: Record<string, KeptFiles['trees'][string]> = {};
  readonly #shapes: Record<string, unknown> = {};
  #recalled: KeptFiles | undefined;
  #isNew = false;

  constructor(memory?: FileMemory) {
    this.#memory = memory;
  }

  parse(source: SourceFile): Result<Tree> {
    const key = this.#memory && hashOf([source]);
    const result = parsedFiles.get(source) ?? this.#recallTree(key) ?? this.#made(parse(source));
    parsedFiles.set(source, result);
    const [tree, { length: count }] = result;
    if (key !== undefined && tree && count === 0)
      this.#trees[key] = { data: tree.data, places: tree.places.top };
    return result;
  }

  /** Holds what was read against the shape of its kind. */
  validate<S extends z.ZodType>(schema: S, { tree, sources }: Joined): Result<z.output<S>> {
    const key = this.#memory && hashOf(sources);
    const result = shapeOf(sources) ?? this.#recallShape(key) ?? this.#made(validate(schema, tree));
    shapedFiles.set(firstOf(sources), { sources, result });
    if (key !== undefined && result[1].length === 0) this.#shapes[key] = result[0];
    return result as Result<z.output<S>>;
  }

  /** Keeps what was read, if any of it was not known. */
  keep(): void {
    if (this.#isNew) this.#memory?.keep({ trees: this.#trees, shapes: this.#shapes });
  }

  #made<T>(made: T): T {
    this.#isNew = true;
    return made;
  }

  #recallTree(key: string | undefined): Result<Tree> | undefined {
    const kept = key === undefined ? undefined : this.#recall().trees[key];
    return kept && [{ data: kept.data, places: new Places(kept.places) }, []];
  }

  #recallShape(key: string | undefined): Result<unknown> | undefined {
    const kept = key === undefined ? undefined : this.#recall().shapes[key];
    return kept === undefined ? undefined : [kept, []];
  }

  #recall(): KeptFiles {
    return (this.#recalled ??= this.#memory?.recall() ?? { trees: {}, shapes: {} });
  }
}

/** What files of one kind were shaped to, if they are all the same as the last time. */
function shapeOf(sources: readonly SourceFile[]): Result<unknown> | undefined {
  const before = shapedFiles.get(firstOf(sources));
  const isSame =
    before?.sources.length === sources.length && before.sources.every((one, at) => one === sources[at]);
  return isSame ? before.result : undefined;
}

function hashOf(sources: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  for (const { name, text } of sources) hash.update(JSON.stringify([name, text]));
  return hash.digest('base64');
}
