import type { CsvInput } from './csv-cells.ts';
import { plainEvent, plainEventAt, type PlainNames } from './csv-plain-events.ts';
import { isDigit, momentAt, read } from './csv-values.ts';
import { findWord, type ByteWords } from './csv-words.ts';

/** The events of the row that was read last. */
export const happened = {
  count: 0,
  codes: new Uint16Array(5_000),
  moments: new Float64Array(5_000),
  /** Hashes of their ids, as far as they have some. With more, whether two are the same is not looked for here. */
  ids: new Int32Array(100),
  idCount: 0,
};

interface EventNames {
  readonly names: ByteWords;
  readonly plainNames: PlainNames;
}

/** An event while it is read. */
const event = { code: -1, hasMoment: false, hasId: false, idHash: 0 };

/**
 * Reads a cell with a list of events, as JSON in which each mark is doubled: `"[{""event"":""called"",""at"":1795424400000}, ...]"`.
 * Returns where the cell ends; -1 if it has to be looked at more closely.
 */
export function eventsAt(input: CsvInput, start: number, names: EventNames): number {
  const { bytes } = input;
  happened.count = 0;
  happened.idCount = 0;
  if (bytes[start] !== 34 || bytes[start + 1] !== 91) return -1;
  let at = spaces(bytes, start + 2);
  if (bytes[at] === 93) return bytes[at + 1] === 34 ? at + 2 : -1;
  for (;;) {
    at = nextEvent(input, at, names);
    if (at === -1) return -1;
    at = spaces(bytes, at);
    if (bytes[at] === 93) return bytes[at + 1] === 34 && !hasTwins() ? at + 2 : -1;
    if (bytes[at] !== 44) return -1;
    at = spaces(bytes, at + 1);
  }
}

function nextEvent(input: CsvInput, start: number, { names, plainNames }: EventNames): number {
  if (happened.count === happened.codes.length) return -1;
  const end = plainEventAt(input, start, plainNames);
  if (end === -1) return eventAt(input.bytes, start, names);
  happened.codes[happened.count] = plainEvent.code;
  happened.moments[happened.count] = plainEvent.moment[0] as number;
  happened.count++;
  return end;
}

function eventAt(bytes: Uint8Array, start: number, names: ByteWords): number {
  if (bytes[start] !== 123) return -1;
  event.code = -1;
  event.hasMoment = false;
  event.hasId = false;
  let at = start + 1;
  for (;;) {
    at = entryAt(bytes, spaces(bytes, at), names);
    if (at === -1) return -1;
    at = spaces(bytes, at);
    if (bytes[at] === 125) break;
    if (bytes[at] !== 44) return -1;
    at++;
  }
  if (event.code === -1 || !event.hasMoment) return -1;
  happened.codes[happened.count] = event.code;
  happened.count++;
  if (event.hasId) {
    if (happened.idCount === happened.ids.length) return -1;
    happened.ids[happened.idCount++] = event.idHash;
  }
  return at + 1;
}

/** A key with its value: `event`, `at` or `id`. */
function entryAt(bytes: Uint8Array, start: number, names: ByteWords): number {
  if (bytes[start] !== 34 || bytes[start + 1] !== 34) return -1;
  const key = bytes[start + 2];
  if (key === 101 && isKey(bytes, start, 118, 101, 110, 116)) {
    const at = colon(bytes, start + 9);
    return at === -1 ? -1 : nameAt(bytes, at, names);
  }
  if (key === 97 && bytes[start + 3] === 116) {
    const at = colon(bytes, start + 6);
    return at === -1 || bytes[start + 4] !== 34 || bytes[start + 5] !== 34 ? -1 : whenAt(bytes, at);
  }
  if (key === 105 && bytes[start + 3] === 100) {
    const at = colon(bytes, start + 6);
    return at === -1 || bytes[start + 4] !== 34 || bytes[start + 5] !== 34 ? -1 : idAt(bytes, at);
  }
  return -1;
}

/** The rest of a key of five letters, and its closing marks. */
function isKey(bytes: Uint8Array, start: number, b: number, c: number, d: number, e: number): boolean {
  return (
    bytes[start + 3] === b &&
    bytes[start + 4] === c &&
    bytes[start + 5] === d &&
    bytes[start + 6] === e &&
    bytes[start + 7] === 34 &&
    bytes[start + 8] === 34
  );
}

function nameAt(bytes: Uint8Array, start: number, names: ByteWords): number {
  if (bytes[start] !== 34 || bytes[start + 1] !== 34) return -1;
  let at = start + 2;
  while (at < bytes.length && bytes[at] !== 34) at++;
  event.code = findWord(names, bytes, start + 2, at) - 1;
  return event.code === -1 || bytes[at + 1] !== 34 ? -1 : at + 2;
}

function whenAt(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== 34) return millisecondsAt(bytes, start);
  const from = start + 2;
  let at = from;
  while (at < from + 30 && bytes[at] !== 34) at++;
  // A text of digits is no moment.
  if (at - from < 16 || bytes[start + 1] !== 34 || bytes[at + 1] !== 34) return -1;
  if (!momentAt(bytes, from, at)) return -1;
  happened.moments[happened.count] = read[0] as number;
  event.hasMoment = true;
  return at + 2;
}

/** Digits: six and more after the first seven, so that both parts are small. */
function millisecondsAt(bytes: Uint8Array, start: number): number {
  let at = start;
  let high = 0;
  for (; at < start + 7 && isDigit(bytes[at]); at++) high = high * 10 + (bytes[at] as number) - 48;
  let low = 0;
  let scale = 1;
  for (; at < start + 14 && isDigit(bytes[at]); at++) {
    low = low * 10 + (bytes[at] as number) - 48;
    scale *= 10;
  }
  if (at === start || isDigit(bytes[at]) || (bytes[start] === 48 && at > start + 1)) return -1;
  happened.moments[happened.count] = high * scale + low;
  event.hasMoment = true;
  return at;
}

function idAt(bytes: Uint8Array, start: number): number {
  if (bytes[start] !== 34 || bytes[start + 1] !== 34) return -1;
  let hash = 0;
  let at = start + 2;
  for (; bytes[at] !== 34; at++) {
    const byte = bytes[at] as number;
    if (!(byte >= 32 && byte < 127) || byte === 92) return -1;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const length = at - start - 2;
  if (length === 0 || length > 200 || bytes[at + 1] !== 34) return -1;
  event.hasId = true;
  event.idHash = hash;
  return at + 2;
}

/** Whether two ids may be the same. */
function hasTwins(): boolean {
  const { ids, idCount } = happened;
  for (let one = 1; one < idCount; one++) {
    for (let other = 0; other < one; other++) if (ids[one] === ids[other]) return true;
  }
  return false;
}

function colon(bytes: Uint8Array, start: number): number {
  const at = spaces(bytes, start);
  return bytes[at] === 58 ? spaces(bytes, at + 1) : -1;
}

function spaces(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 32) at++;
  return at;
}
