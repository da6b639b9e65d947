/** One file of an agreement, as text. */
export interface SourceFile {
  /** As people know it, such as `agreements/acme/scoring/fit.yaml`. */
  readonly path: string;
  /** Inside the agreement's folder, with `/`: `scoring/fit.yaml`. Spans name files by this. */
  readonly name: string;
  readonly text: string;
}

export interface Position {
  readonly line: number;
  readonly col: number;
}

/** Turns offsets (UTF-16) of a text into 1-based lines and columns (code points). */
export function positions(text: string): (offset: number) => Position {
  const starts = [0, ...offsetsOf(text, /\n/g).map((offset) => offset + 1)];
  const pairs = offsetsOf(text, /[\ud800-\udbff][\udc00-\udfff]/g);
  return (offset) => {
    const line = countUpTo(starts, offset);
    const start = starts[line - 1] as number;
    const wide = countUpTo(pairs, offset - 1) - countUpTo(pairs, start - 1);
    return { line, col: offset - start - wide + 1 };
  };
}

function offsetsOf(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), ({ index }) => index);
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
