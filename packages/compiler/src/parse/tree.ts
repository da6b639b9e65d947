import type { SourceSpan } from '../ir/types.ts';

/** Turns offsets of a text into a span. */
export type SpanOf = (from: number, to: number) => SourceSpan;

/** Keys and indices from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** Where the values of a tree stand, by path. */
export class Places {
  readonly #spans = new Map<string, { readonly key: SourceSpan; readonly value: SourceSpan }>();

  set(path: Path, key: SourceSpan, value: SourceSpan): void {
    this.#spans.set(placeKey(path), { key, value });
  }

  /** The span of the value at a path, or of the nearest value around it. */
  value(path: Path): SourceSpan {
    return this.#near(path, 'value');
  }

  /** The span of the key (or list item) at a path, or of the nearest value around it. */
  key(path: Path): SourceSpan {
    return this.#near(path, 'key');
  }

  #near(path: Path, part: 'key' | 'value'): SourceSpan {
    for (let length = path.length; length >= 0; length--) {
      const found = this.#spans.get(placeKey(path.slice(0, length)));
      if (found !== undefined) return length === path.length ? found[part] : found.key;
    }
    return { file: '', line: 1, col: 1, end_line: 1, end_col: 1 };
  }

  /** Takes over the places below `from` of another tree as places below `to` of this one. */
  adopt(other: Places, from: Path, to: Path): void {
    const prefix = placeKey(from);
    for (const [key, spans] of other.#spans) {
      const below = key === prefix || key.startsWith(`${prefix}\u0000`);
      if (below) this.#spans.set(placeKey(to) + key.slice(prefix.length), spans);
    }
  }
}

function placeKey(path: Path): string {
  return path.map((part) => `\u0000${part}`).join('');
}

/** A read file: plain data (mappings, lists, texts, numbers, flags, null) and where each value stands. */
export interface Tree {
  readonly data: unknown;
  readonly places: Places;
}
