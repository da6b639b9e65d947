import type { CsvBatch, CsvOptions, CsvProblem } from './columns.ts';
import { type CsvInput, splitRow } from './csv-cells.ts';
import { readLines, readRow } from './csv-row.ts';
import { type CsvSchema, openSheet, type Sheet, turnPage } from './csv-sheet.ts';
import { readTexts } from './csv-texts.ts';

/** More bytes than the largest lead has that anybody writes; a row that is longer ends the reading, whole or not. */
const longestRow = 10_000_000;

/** Reads a file row by row into columns; what cannot be read at once waits for the next bytes. */
export async function* csvBatches(
  schema: CsvSchema,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: CsvOptions,
): AsyncGenerator<CsvBatch> {
  const bytes = new Uint8Array(1 << 17);
  const input: CsvInput = { bytes, view: new DataView(bytes.buffer), at: 0, end: 0, line: 1 };
  let sheet: Sheet | null = null;
  for await (const _ of filled(input, chunks)) {
    if (sheet === null) {
      const header = readHeader(schema, input, options);
      if (header === null) continue;
      if ('problems' in header) {
        yield { columns: schema.create(0, 0), lines: new Uint32Array(0), problems: header.problems };
        return;
      }
      ({ sheet } = header);
    }
    while (readRows(sheet, input)) {
      yield pageOf(sheet);
      turnPage(sheet);
    }
  }
  if (sheet === null || input.end > input.at) {
    const page = sheet === null ? null : pageOf(sheet);
    const problems = [...(page?.problems ?? []), endProblem(input)];
    yield {
      columns: page?.columns ?? schema.create(0, 0),
      lines: page?.lines ?? new Uint32Array(0),
      problems,
    };
  } else if (sheet.row > 0 || sheet.problems.length > 0) yield pageOf(sheet);
}

/**
 * Adds chunks, and stops whenever a row may be whole: a row that was not is read again once it is twice as long, and at the end.
 * The last line may lack its end.
 */
async function* filled(
  input: CsvInput,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<void> {
  let last = 10;
  let enough = 1;
  for await (const chunk of chunks) {
    checkChunk(chunk);
    if (chunk.length === 0) continue;
    add(input, chunk);
    last = chunk[chunk.length - 1] as number;
    if (input.end - input.at < enough) continue;
    yield;
    const rest = input.end - input.at;
    if (rest > longestRow) return;
    enough = Math.min(rest * 2, longestRow + 1);
  }
  if (last !== 10) add(input, Uint8Array.of(10));
  yield;
}

/** Of a stream that has an encoding, which gives texts, and of a file that is given at once. */
function checkChunk(chunk: unknown): void {
  if (!ArrayBuffer.isView(chunk))
    throw new TypeError('each chunk must be bytes (a Uint8Array): read the file without an encoding');
}

function add(input: CsvInput, chunk: Uint8Array): void {
  if (input.end + chunk.length >= input.bytes.length) moveRest(input, chunk.length);
  input.bytes.set(chunk, input.end);
  input.end += chunk.length;
  input.bytes[input.end] = 0;
}

/** Moves what is not read yet to the beginning, of longer bytes if there is no room for so many more. */
function moveRest(input: CsvInput, length: number): void {
  const rest = input.end - input.at;
  if (rest + length >= input.bytes.length) {
    const longer = new Uint8Array((rest + length) * 2);
    longer.set(input.bytes.subarray(input.at, input.end));
    input.bytes = longer;
    input.view = new DataView(longer.buffer);
  } else input.bytes.copyWithin(0, input.at, input.end);
  input.at = 0;
  input.end = rest;
}

/** The sheet, or what is wrong with the header; `null` if it is not there yet. */
function readHeader(
  schema: CsvSchema,
  input: CsvInput,
  options: CsvOptions,
): { readonly sheet: Sheet } | { readonly problems: readonly CsvProblem[] } | null {
  const { bytes, end } = input;
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const row = splitRow(bytes, start, end, (options.delimiter ?? ',').charCodeAt(0));
  if (row.next === -1 || row.next > end) return null;
  const names = row.cells.map((name) => name ?? '');
  const problems = headerProblems(schema, names);
  if (problems.length > 0) return { problems };
  input.at = row.next;
  input.line += row.lines;
  return { sheet: openSheet(schema, names, options) };
}

function headerProblems({ fields }: CsvSchema, names: readonly string[]): readonly CsvProblem[] {
  const required = ['id', 'created_at', ...fields.filter(({ isRequired }) => isRequired).map(({ id }) => id)];
  const known = new Set([...required, 'events', ...fields.map(({ id }) => id)]);
  return [
    ...names.flatMap((name, index) => {
      if (!known.has(name)) return [ofHeader(index + 1, name, 'is not in the agreement')];
      return names.indexOf(name) < index ? [ofHeader(index + 1, name, 'is the name of two columns')] : [];
    }),
    ...required.filter((id) => !names.includes(id)).map((id) => ofHeader(null, id, 'is required')),
  ];
}

function ofHeader(column: number | null, at: string, message: string): CsvProblem {
  return { line: 1, column, at, message };
}

/** Reads rows as long as there are whole ones; true once there are enough for a batch. */
function readRows(sheet: Sheet, input: CsvInput): boolean {
  while (input.at < input.end) {
    let next = readRow(sheet, input);
    let lines = readLines.count;
    const split = next === -1 ? splitRow(input.bytes, input.at, input.end, sheet.delimiter) : null;
    if (split !== null) ({ next, lines } = split);
    if (next === -1 || next > input.end || next - input.at > longestRow) return false;
    if (split === null || readTexts(sheet, split, input.line)) keepRow(sheet, input.line);
    input.at = next;
    input.line += lines;
    if (sheet.row === sheet.rows || sheet.problems.length >= sheet.rows) return true;
  }
  return false;
}

function keepRow(sheet: Sheet, line: number): void {
  sheet.lines[sheet.row] = line;
  sheet.row++;
}

/** The leads and problems since the last batch. */
function pageOf(sheet: Sheet): CsvBatch {
  const { columns, lines, problems, row } = sheet;
  const ids = columns.ids.slice(0, row);
  return { columns: { ...columns, ids, count: row }, lines: lines.subarray(0, row), problems };
}

function endProblem({ at, end, line }: CsvInput): CsvProblem {
  const message =
    end - at > longestRow
      ? 'is longer than ' + longestRow + ' bytes; look for a quotation mark that is never closed'
      : end === at
        ? 'must be a header with the names of the columns'
        : 'ends inside of quotation marks';
  return { line, column: null, at: '', message };
}
