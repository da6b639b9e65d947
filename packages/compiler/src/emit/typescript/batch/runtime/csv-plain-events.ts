import type { CsvInput } from './csv-cells.ts';
import { type ByteWords, hashedWords } from './csv-words.ts';

/** Names of events with all that follows up to the moment, hashed by their first eight bytes, to be found four bytes at a time. */
export interface PlainNames extends ByteWords {
  readonly view: DataView;
  readonly longest: number;
}

/** The event that was read last: the place of its name, and the digits of its moment as one number. */
export const plainEvent = { code: 0, moment: new Float64Array(1) };

export function plainNames(names: readonly string[]): PlainNames {
  const words = hashedWords(
    names.map((name) => name + '"",""at"":'),
    (word) => hashOfEight(new DataView(word.buffer), 0),
  );
  const { starts } = words;
  const longest = names.reduce(
    (most, _, index) => Math.max(most, (starts[index + 1] as number) - (starts[index] as number)),
    0,
  );
  return { ...words, view: new DataView(words.bytes.buffer), longest };
}

/**
 * Reads an event as most programs write it, `{""event"":""called"",""at"":1795424400000}`. Returns where it ends; -1 if it is
 * written in another way, or is none.
 */
export function plainEventAt({ view }: CsvInput, start: number, names: PlainNames): number {
  if (start + names.longest + 32 > view.byteLength || !isPlainStart(view, start)) return -1;
  const from = start + 13;
  const place = placeOfName(names, view, from);
  if (place === -1) return -1;
  const at = from + (names.starts[place + 1] as number) - (names.starts[place] as number);
  const first = fourDigits(view.getUint32(at, true));
  const second = fourDigits(view.getUint32(at + 4, true));
  const third = fourDigits(view.getUint32(at + 8, true));
  const last = view.getUint8(at + 12) - 48;
  if (first < 1_000 || second === -1 || third === -1 || last < 0 || last > 9) return -1;
  if (view.getUint8(at + 13) !== 125) return -1;
  plainEvent.code = place;
  plainEvent.moment[0] = (first * 10_000 + second) * 100_000 + third * 10 + last;
  return at + 14;
}

/** `{""event"":""`: three times four bytes, and one. */
function isPlainStart(view: DataView, start: number): boolean {
  return (
    view.getUint32(start, true) === 0x6522_227b &&
    view.getUint32(start + 4, true) === 0x746e_6576 &&
    view.getUint32(start + 8, true) === 0x223a_2222 &&
    view.getUint8(start + 12) === 34
  );
}

function placeOfName({ slots, view, starts }: PlainNames, bytes: DataView, from: number): number {
  let slot = hashOfEight(bytes, from) & (slots.length - 1);
  for (;;) {
    const place = (slots[slot] as number) - 1;
    if (place === -1) return -1;
    if (isSame(view, starts[place] as number, starts[place + 1] as number, bytes, from)) return place;
    slot = (slot + 1) & (slots.length - 1);
  }
}

/** Four bytes at a time; the last four may be looked at twice. */
function isSame(names: DataView, start: number, end: number, bytes: DataView, from: number): boolean {
  const last = end - 4;
  for (let at = start; at < last; at += 4)
    if (names.getUint32(at, true) !== bytes.getUint32(from + at - start, true)) return false;
  return names.getUint32(last, true) === bytes.getUint32(from + last - start, true);
}

function hashOfEight(bytes: DataView, from: number): number {
  const first = bytes.getUint32(from, true);
  const second = bytes.getUint32(from + 4, true);
  const mixed = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b);
  return mixed ^ (mixed >>> 15);
}

/** The number that four bytes write, the first byte lowest; -1 if they are not all digits. */
function fourDigits(bytes: number): number {
  const digits = bytes ^ 0x3030_3030;
  // Adding 0x76 sets the highest bit of each byte that is more than 9.
  if ((((digits + 0x7676_7676) | digits) & 0x8080_8080) !== 0) return -1;
  const pairs = (Math.imul(digits, 10) + (digits >>> 8)) & 0x00ff_00ff;
  return (pairs & 0xff) * 100 + (pairs >>> 16);
}
