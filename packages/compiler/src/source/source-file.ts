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
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, col: [...text.slice(starts[low], offset)].length + 1 };
  };
}
