import type { SourceSpan } from '../ir/types.ts';
import { keySpan, type Near, type Path, type Tree, valueSpan, wholeSpan } from '../parse/tree.ts';

/** A place in a tree: its raw value, and where it stands in the author's files. */
export class Cursor {
  readonly #tree: Tree;
  readonly #leftOut: string | undefined;
  readonly #before: Cursor | undefined;
  readonly #steps: Path;
  #near: Near | undefined;

  /** The top of a tree; or what is reached `from` another place, which is only walked when somebody asks where it is. */
  constructor(tree: Tree, from?: Cursor, steps: Path = [], leftOut?: string) {
    this.#tree = tree;
    this.#before = from;
    this.#steps = steps;
    this.#leftOut = leftOut;
  }

  /** Its key or index in what is around it. */
  get name(): string | number | undefined {
    return this.#steps.at(-1);
  }

  /** The same place, its mapping without one key. */
  without(key: string): Cursor {
    return new Cursor(this.#tree, this, [], key);
  }

  at(...steps: Path): Cursor {
    return new Cursor(this.#tree, this, steps);
  }

  /** The nth item of a list; the value itself where one was written without a list. */
  item(index: number): Cursor {
    return Array.isArray(this.data) ? this.at(index) : this;
  }

  get data(): unknown {
    const key = this.#leftOut;
    if (key === undefined) return this.#whole();
    return Object.fromEntries(Object.entries(this.#whole() as object).filter(([name]) => name !== key));
  }

  /** The value with nothing left out. */
  #whole(): unknown {
    let value = this.#before ? this.#before.#whole() : this.#tree.data;
    for (const step of this.#steps) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }

  /** Where the value stands. */
  get span(): SourceSpan {
    return valueSpan(this.#place());
  }

  /** Where its key stands, or the list item itself. */
  get key(): SourceSpan {
    return keySpan(this.#place());
  }

  /** From the key to the end of the value: a whole rule, row or stage. */
  get whole(): SourceSpan {
    return wholeSpan(this.#place());
  }

  #place(): Near {
    const before = this.#before;
    return (this.#near ??= this.#tree.places.near(this.#steps, before && before.#place()));
  }
}
