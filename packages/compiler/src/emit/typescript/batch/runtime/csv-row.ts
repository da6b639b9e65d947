import { fold } from '../../runtime/fold.ts';
import { cell, type CsvInput, endCell, findCell, textOf } from './csv-cells.ts';
import { eventsAt, happened } from './csv-events.ts';
import { type CsvColumn, makeEventRoom, type Sheet } from './csv-sheet.ts';
import { dayAt, decimalAt, momentAt, read } from './csv-values.ts';
import { findWord } from './csv-words.ts';

/**
 * Reads a row straight into columns. Returns where the next one begins, or -1 when anything is not plainly right: then the row is
 * read as texts, and by `readLead`.
 */
export function readRow(sheet: Sheet, input: CsvInput): number {
  const { header, delimiter } = sheet;
  const { bytes, end: limit } = input;
  let { at } = input;
  let lines = 0;
  happened.count = 0;
  for (let index = 0; index < header.length; index++) {
    const column = header[index] as CsvColumn;
    if (column.kind === 'events' && bytes[at] === 34 && bytes[at + 1] === 91) {
      const end = eventsAt(input, at, sheet);
      if (end === -1 || !endCell(bytes, end, limit, delimiter)) return -1;
    } else {
      if (!findCell(bytes, at, limit, delimiter) || !takeCell(sheet, column, bytes)) return -1;
      lines += cell.lines;
    }
    if (cell.isLast !== (index === header.length - 1)) return -1;
    at = cell.next;
  }
  if (!placeEvents(sheet)) return -1;
  readLines.count = lines + 1;
  return at;
}

/** How many lines the row that was read last has. */
export const readLines = { count: 1 };

/** Takes the cell that was found; false if it is not plainly right. */
function takeCell(sheet: Sheet, column: CsvColumn, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  const { columns, row } = sheet;
  const { field } = column;
  if (field !== null) {
    if (from === to && field.isRequired) return false;
    return takeField(column, row, bytes, sheet.schema.personOf);
  }
  switch (column.kind) {
    case 'id':
      if (from === to || to - from > 64 || !isAscii(bytes, from, to)) return false;
      columns.ids[row] = textOf(bytes, from, to) as string;
      return true;
    case 'created_at':
      if (from === to || !momentAt(bytes, from, to)) return false;
      columns.created_at[row] = read[0] as number;
      return true;
    default:
      return from === to || (to - from === 2 && bytes[from] === 91 && bytes[from + 1] === 93);
  }
}

function takeField(
  column: CsvColumn,
  row: number,
  bytes: Uint8Array,
  personOf: Sheet['schema']['personOf'],
): boolean {
  switch (column.kind) {
    case 'choice':
      return takeChoice(column, row, bytes);
    case 'flag':
      return takeFlag(column, row, bytes);
    case 'choices':
      return takeChoices(column, row, bytes);
    case 'text':
      return takeText(column, row, bytes, personOf);
    default:
      return takeNumber(column, row, bytes);
  }
}

function takeChoice({ codes, words }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const code = findWord(words, bytes, cell.from, cell.to);
  if (code === 0 && cell.from !== cell.to) return false;
  if (row < codes.length) codes[row] = code;
  return true;
}

function takeFlag({ flags }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  let code = 0;
  if (to - from === 4 && spells(bytes, from, yes)) code = 2;
  else if (to - from === 5 && spells(bytes, from, no)) code = 1;
  else if (from !== to) return false;
  if (row < flags.length) flags[row] = code;
  return true;
}

const yes = /* @__PURE__ */ Uint8Array.of(116, 114, 117, 101);
const no = /* @__PURE__ */ Uint8Array.of(102, 97, 108, 115, 101);

function spells(bytes: Uint8Array, from: number, word: Uint8Array): boolean {
  for (let at = 0; at < word.length; at++) if (bytes[from + at] !== word[at]) return false;
  return true;
}

/** Options with semicolons between them. */
function takeChoices({ bits, words }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  for (let word = 0; word < bits.length; word++) (bits[word] as Int32Array)[row] = 0;
  if (from === to) return true;
  for (let start = from; start <= to;) {
    let end = start;
    while (end < to && bytes[end] !== 59) end++;
    const option = findWord(words, bytes, start, end) - 1;
    if (option === -1) return false;
    if (bits.length > 0) setBit(bits[Math.floor(option / 30)] as Int32Array, row, 1 << (option % 30));
    start = end + 1;
  }
  if (bits.length > 0) setBit(bits[0] as Int32Array, row, 1 << 30);
  return true;
}

function setBit(bits: Int32Array, row: number, bit: number): void {
  bits[row] = (bits[row] as number) | bit;
}

function takeText(
  column: CsvColumn,
  row: number,
  bytes: Uint8Array,
  personOf: Sheet['schema']['personOf'],
): boolean {
  const { field, bits, owners, persons } = column;
  const { from, to } = cell;
  if (field === null || to - from > field.max) return false;
  const isPlain = isAscii(bytes, from, to);
  if (isPlain && bits.length === 0 && !field.isOwner) return true;
  const text = from === to ? null : textOf(bytes, from, to);
  if (from !== to && (text === null || text.includes('\0'))) return false;
  const asked = text !== null && field.isFolded ? fold(text) : text;
  for (let word = 0; word < bits.length; word++) {
    const bitsOf = field.bits[word] as (text: string) => number;
    (bits[word] as Int32Array)[row] = asked === null ? 0 : bitsOf(asked);
  }
  if (field.isOwner) owners[row] = text;
  if (row < persons.length && personOf !== null) persons[row] = personOf(text);
  return true;
}

function takeNumber({ field, kind, numbers }: CsvColumn, row: number, bytes: Uint8Array): boolean {
  const { from, to } = cell;
  if (field === null || field.isScaled) return false;
  if (from === to) read[0] = NaN;
  else if (kind === 'date') {
    if (!dayAt(bytes, from, to)) return false;
  } else if (kind === 'moment') {
    if (!momentAt(bytes, from, to)) return false;
  } else {
    if (!decimalAt(bytes, from, to, field.decimals)) return false;
    const value = read[0] as number;
    if (value < field.min || value > field.max) return false;
  }
  if (row < numbers.length) numbers[row] = read[0] as number;
  return true;
}

/** ASCII but NUL. */
function isAscii(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte === 0 || byte > 127) return false;
  }
  return true;
}

/** How often events of a row may change places while they are put in order one by one. */
const mostSwaps = 20_000;

/** Puts the events that were read where they belong: by groups, and in each by moments. */
function placeEvents(sheet: Sheet): boolean {
  const { groups, groupCount, places, plain } = sheet.schema;
  makeEventRoom(sheet, happened.count);
  const { starts, moments } = sheet.columns.events;
  const first = sheet.row * groupCount;
  places.fill(0);
  for (let index = 0; index < happened.count; index++) {
    const code = happened.codes[index] as number;
    if (plain[code] === 0) return false;
    const group = groups[code] as number;
    if (group !== 65_535) places[group + 1] = (places[group + 1] as number) + 1;
  }
  places[0] = starts[first] as number;
  for (let group = 1; group <= groupCount; group++) {
    places[group] = (places[group] as number) + (places[group - 1] as number);
    starts[first + group] = places[group] as number;
  }
  let swaps = 0;
  for (let index = 0; index < happened.count; index++) {
    const group = groups[happened.codes[index] as number] as number;
    if (group === 65_535) continue;
    const moment = happened.moments[index] as number;
    const begin = starts[first + group] as number;
    let at = places[group] as number;
    places[group] = at + 1;
    for (; at > begin && (moments[at - 1] as number) > moment; at--, swaps++)
      moments[at] = moments[at - 1] as number;
    moments[at] = moment;
    if (swaps > mostSwaps) return false;
  }
  return true;
}
