import type { SourceSpan } from '../ir/types.ts';
import type { Path, Tree } from '../parse/tree.ts';

/** How a place is reached: from another one, which is only walked when somebody asks where it is. */
interface Way {
  readonly before?: Cursor;
  readonly steps?: Path;
  readonly leftOut?: string;
}

/** A place in a tree: its raw value, and where it stands in the author's files. */
export class Cursor {
  readonly #tree: Tree;
  readonly #leftOut: string | undefined;
  readonly #before: Cursor | undefined;
  readonly #steps: Path;

  constructor(tree: Tree, { before, steps = [], leftOut }: Way = {}) {
    this.#tree = tree;
    this.#before = before;
    this.#steps = steps;
    this.#leftOut = leftOut;
  }

  get path(): Path {
    return this.#before ? [...this.#before.path, ...this.#steps] : this.#steps;
  }

  /** The same place, its mapping without one key. */
  without(key: string): Cursor {
    return new Cursor(this.#tree, { before: this, leftOut: key });
  }

  at(...steps: Path): Cursor {
    return new Cursor(this.#tree, { before: this, steps });
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
    return this.#tree.places.whole(this.path);
  }
}
