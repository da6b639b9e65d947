import type { SourceSpan } from '../ir/types.ts';

/** Turns offsets of a text into a span. */
export type SpanOf = (from: number, to: number) => SourceSpan;

/** Keys and indices from the top of a file to a value. */
export type Path = readonly (string | number)[];

interface Place {
  key: SourceSpan;
  value: SourceSpan;
  readonly inside: Map<string, Place>;
}

const nowhere: SourceSpan = { file: '', line: 1, col: 1, end_line: 1, end_col: 1 };

/** Where the values of a tree stand, by path. */
export class Places {
  readonly #top: Place = { key: nowhere, value: nowhere, inside: new Map() };

  set(path: Path, key: SourceSpan, value: SourceSpan): void {
    const place = this.#make(path);
    place.key = key;
    place.value = value;
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
    let place = this.#top;
    for (const step of path) {
      const next = place.inside.get(String(step));
      if (!next) return place.key;
      place = next;
    }
    return place[part];
  }

  /**
   * Takes over the places from `from` of another tree on, as places from `to` of this one on. More may be put right below
   * `to` then: what lies deeper belongs to both.
   */
  adopt(other: Places, from: Path, to: Path): void {
    let found: Place | undefined = other.#top;
    for (const step of from) found = found?.inside.get(String(step));
    if (!found) return;
    const { key, value, inside } = found;
    const place = this.#make(to);
    place.key = key;
    place.value = value;
    for (const [step, below] of inside) place.inside.set(step, below);
  }

  #make(path: Path): Place {
    let place = this.#top;
    for (const step of path) {
      const known = place.inside.get(String(step));
      const next = known ?? { key: place.key, value: place.value, inside: new Map<string, Place>() };
      if (!known) place.inside.set(String(step), next);
      place = next;
    }
    return place;
  }
}

/** A read file: plain data (mappings, lists, texts, numbers, flags, null) and where each value stands. */
export interface Tree {
  readonly data: unknown;
  readonly places: Places;
}
