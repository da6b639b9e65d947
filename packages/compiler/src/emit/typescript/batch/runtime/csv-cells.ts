/** Bytes that wait to be read: from `at` to before `end`. */
export interface CsvInput {
  bytes: Uint8Array;
  /** The same bytes, of which four are read at once. */
  view: DataView;
  at: number;
  end: number;
  /** The line that begins at `at`. */
  line: number;
}

/** Where the cell stands that was looked for last: its content, and where the next one begins. */
export const cell = { from: 0, to: 0, next: 0, isLast: false, lines: 0 };

/** Looks for a cell that can be read where it stands; false if it has marks in it, or the bytes end before it does. */
export function findCell(bytes: Uint8Array, start: number, limit: number, delimiter: number): boolean {
  let at = start;
  cell.lines = 0;
  if (bytes[at] === 34) {
    at++;
    while (at < limit && bytes[at] !== 34) if (bytes[at++] === 10) cell.lines++;
    cell.from = start + 1;
    cell.to = at++;
  } else {
    while (at < limit && bytes[at] !== delimiter && bytes[at] !== 10 && bytes[at] !== 13) at++;
    cell.from = start;
    cell.to = at;
  }
  return endCell(bytes, at, limit, delimiter);
}

/** Whether a cell ends here; then where the next one begins. */
export function endCell(bytes: Uint8Array, at: number, limit: number, delimiter: number): boolean {
  if (at >= limit) return false;
  cell.isLast = bytes[at] !== delimiter;
  const end = cell.isLast && bytes[at] === 13 ? at + 1 : at;
  cell.next = end + 1;
  return !cell.isLast || (end < limit && bytes[end] === 10);
}

/** The cells of a row as texts. */
export interface SplitRow {
  /** `null`: a cell that is not in UTF-8. */
  readonly cells: readonly (string | null)[];
  /** Behind its end; -1 if the bytes end before it does. */
  readonly next: number;
  readonly lines: number;
  /** Something stands behind a closing mark. */
  readonly isTorn: boolean;
}

const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Splits a row, whatever stands in it. */
export function splitRow(bytes: Uint8Array, start: number, limit: number, delimiter: number): SplitRow {
  const cells: (string | null)[] = [];
  let isTorn = false;
  let lines = 1;
  let at = start;
  for (;;) {
    const isQuoted = bytes[at] === 34;
    let end = isQuoted ? closingMark(bytes, at + 1, limit) : at;
    if (end === -1) return { cells, next: -1, lines, isTorn };
    const from = isQuoted ? at + 1 : at;
    const to = isQuoted ? end++ : end;
    const behind = end;
    while (end < limit && bytes[end] !== delimiter && bytes[end] !== 10 && !isReturn(bytes, end)) end++;
    if (end >= limit) return { cells, next: -1, lines, isTorn };
    if (isQuoted && end > behind) isTorn = true;
    const text = textOf(bytes, from, isQuoted ? to : end);
    cells.push(isQuoted && text !== null ? text.replaceAll('""', '"') : text);
    if (isQuoted) for (let index = from; index < to; index++) if (bytes[index] === 10) lines++;
    if (bytes[end] === delimiter) at = end + 1;
    else return { cells, next: bytes[end] === 13 ? end + 2 : end + 1, lines, isTorn };
  }
}

/** A return ends a row only before a line feed. */
function isReturn(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 13 && bytes[at + 1] === 10;
}

function closingMark(bytes: Uint8Array, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    if (bytes[at] !== 34) continue;
    if (bytes[at + 1] !== 34 || at + 1 >= limit) return at;
    at++;
  }
  return -1;
}

/** A text of ASCII without decoding; `null` if it is not in UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string | null {
  let text = '';
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte > 127 || to - from > 64) return decoded(bytes, from, to);
    text += String.fromCharCode(byte);
  }
  return text;
}

function decoded(bytes: Uint8Array, from: number, to: number): string | null {
  try {
    return decoder.decode(bytes.subarray(from, to));
  } catch {
    return null;
  }
}
