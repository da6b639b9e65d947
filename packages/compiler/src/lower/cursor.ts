import type { SourceSpan } from '../ir/types.ts';
import type { Path, Tree } from '../parse/tree.ts';

/** A place in a tree: its raw value, and where it stands in the author's files. */
export class Cursor {
  readonly #tree: Tree;
  readonly #leftOut: string | undefined;
  readonly path: Path;

  constructor(tree: Tree, path: Path = [], leftOut?: string) {
    this.#tree = tree;
    this.path = path;
    this.#leftOut = leftOut;
  }

  /** The same place, its mapping without one key. */
  without(key: string): Cursor {
    return new Cursor(this.#tree, this.path, key);
  }

  at(...steps: Path): Cursor {
    return new Cursor(this.#tree, [...this.path, ...steps]);
  }

  /** The nth item of a list; the value itself where one was written without a list. */
  item(index: number): Cursor {
    return Array.isArray(this.data) ? this.at(index) : this;
  }

  get data(): unknown {
    let value = this.#tree.data;
    for (const part of this.path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
      value = (value as Record<string | number, unknown>)[part];
    }
    const key = this.#leftOut;
    if (key === undefined) return value;
    return Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== key));
  }

  /** Where the value stands. */
  get span(): SourceSpan {
    return this.#tree.places.value(this.path);
  }

  /** Where its key stands, or the list item itself. */
  get key(): SourceSpan {
    return this.#tree.places.key(this.path);
  }

  /** From the key to the end of the value: a whole rule, row or stage. */
  get whole(): SourceSpan {
    const { file, line, col } = this.key;
    const { end_line, end_col } = this.span;
    return { file, line, col, end_line, end_col };
  }
}
