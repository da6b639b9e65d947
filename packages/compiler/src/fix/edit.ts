import type { SourceSpan } from '../ir/types.ts';
import type { SourceFile } from '../source/source-file.ts';

/** Another text in the place of some text of a file, by offsets (UTF-16). */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The offsets of a span. */
export function rangeOf({ text }: SourceFile, span: SourceSpan): readonly [from: number, to: number] {
  return [offsetOf(text, span.line, span.col), offsetOf(text, span.end_line, span.end_col)];
}

function offsetOf(text: string, line: number, col: number): number {
  let start = 0;
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1;
  const points = Array.from(text.slice(start, start + 2 * col));
  return start + points.slice(0, col - 1).join('').length;
}

/** A text with edits made that do not overlap; the first of those that do. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, text: written } of edits.toSorted((a, b) => a.from - b.from)) {
    if (from < at) continue;
    result += text.slice(at, from) + written;
    at = to;
  }
  return result + text.slice(at);
}
