import type { SourceSpan } from '../ir/types.ts';

/** Turns offsets of a text into a span. */
export type SpanOf = (from: number, to: number) => SourceSpan;

/** Keys and indices from the top of a file to a value. */
export type Path = readonly (string | number)[];

/** Line and column of the first sign, and of what follows the last. */
type Range = readonly [line: number, col: number, end_line: number, end_col: number];

/** Where a value and those in it stand: plain data, which can be written down and read again. */
export interface Place {
  /** Of the key, or of the item of a list. */
  key: Range;
  /** Left out where no value is written, so that one can only point to its key. */
  value?: Range | undefined;
  /** Left out where it is the file of the place around it. */
  file?: string;
  inside?: Record<string, Place> | undefined;
}

/** Where a value stands or, if there is none, where the nearest one around it does. */
export interface Near {
  readonly place: Place;
  readonly file: string;
  readonly isThere: boolean;
}

export function valueSpan({ place, file, isThere }: Near): SourceSpan {
  return spanAt(file, isThere ? (place.value ?? place.key) : place.key);
}

export function keySpan({ place, file }: Near): SourceSpan {
  return spanAt(file, place.key);
}

export function wholeSpan({ place, file, isThere }: Near): SourceSpan {
  const { key } = place;
  const end = isThere ? (place.value ?? key) : key;
  return { file, line: key[0], col: key[1], end_line: end[2], end_col: end[3] };
}

/** Room for all that may be told of a place, so that it need not be made again when it is. */
export function placeAt(key: Range): Place {
  return { key, value: undefined, inside: undefined };
}

/** Where the values of a tree stand, by path. */
export class Places {
  readonly top: Place;

  constructor(top: Place) {
    this.top = top;
  }

  /** The span of the value at a path, or of the nearest value around it. */
  value(path: Path): SourceSpan {
    return valueSpan(this.near(path));
  }

  /** The span of the key (or list item) at a path, or of the nearest value around it. */
  key(path: Path): SourceSpan {
    return keySpan(this.near(path));
  }

  /** From the key at a path to the end of its value. */
  whole(path: Path): SourceSpan {
    return wholeSpan(this.near(path));
  }

  /** Whether there is a value at a path, which is more than a key with nothing after it. */
  isWritten(path: Path): boolean {
    const { place, isThere } = this.near(path);
    return isThere && place.value !== undefined;
  }

  /** Where the value at a path stands, from the top or from another place on. */
  near(path: Path, from: Near = { place: this.top, file: this.top.file ?? '', isThere: true }): Near {
    if (!from.isThere) return from;
    let { place, file } = from;
    for (const step of path) {
      const next = insideOf(place, step);
      if (!next) return { place, file, isThere: false };
      place = next;
      file = place.file ?? file;
    }
    return { place, file, isThere: true };
  }

  /**
   * Takes over the places from `from` of another tree on, as places from `to` of this one on. More may be put right below
   * `to` then: what lies deeper belongs to both.
   */
  adopt(other: Places, from: Path, to: Path): void {
    const { place: found, file, isThere } = other.near(from);
    if (!isThere) return;
    const place = this.#make(to);
    Object.assign(place, { ...found, file, inside: { ...place.inside, ...found.inside } });
  }

  #make(path: Path): Place {
    let place = this.top;
    for (const step of path) {
      const next = insideOf(place, step) ?? { key: place.key };
      place.inside ??= {};
      place.inside[step] = next;
      place = next;
    }
    return place;
  }
}

function insideOf({ inside }: Place, step: string | number): Place | undefined {
  return inside && Object.hasOwn(inside, step) ? inside[step] : undefined;
}

export function rangeAt({ line, col, end_line, end_col }: SourceSpan): Range {
  return [line, col, end_line, end_col];
}

export function spanAt(file: string, range: Range): SourceSpan {
  return { file, line: range[0], col: range[1], end_line: range[2], end_col: range[3] };
}

/** A read file: plain data (mappings, lists, texts, numbers, flags, null) and where each value stands. */
export interface Tree {
  readonly data: unknown;
  readonly places: Places;
}
