import { pipeline, Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { CannotRun } from '../cannot-run.ts';
import type { LeadSource } from './lead.ts';

const mostCharacters = 1_000_000;
const delimiters = [',', ';', '\t'] as const;

/** One row of a table; `place` counts as a spreadsheet does: the header is row 1. */
export interface TableRow {
  readonly place: number;
  readonly cells: readonly string[];
}

/** The rows of a CSV file, its header first; rows without a word in them are passed over. */
export async function* readTable(source: LeadSource): AsyncGenerator<TableRow> {
  const [start, text] = await peek(source.text);
  const parser = parse({
    delimiter: findDelimiter(start),
    max_record_size: mostCharacters,
    relax_column_count: true,
    relax_quotes: true,
  });
  pipeline(Readable.from(text), parser, () => undefined);
  yield* rows(parser, source.shown);
}

async function* rows(parser: Parser, shown: string): AsyncGenerator<TableRow> {
  let place = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      place += 1;
      if (place === 1 || cells.some((cell) => cell.trim() !== '')) yield { place, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new CannotRun(
      `${shown} cannot be read any further than row ${String(error['records'])}.`,
      'In the row after it a quotation mark is opened and never closed.',
    );
  }
}

/** The mark that separates cells: the one that the header has most of, outside of quotes. */
export function findDelimiter(start: string): string {
  const header = (/^[^\r\n]*/.exec(start)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = delimiters.map((mark) => header.split(mark).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** The first line or more of a text, and the whole of it. */
async function peek(text: AsyncIterable<string>): Promise<[start: string, whole: AsyncIterable<string>]> {
  const iterator = text[Symbol.asyncIterator]();
  let start = '';
  let next = await iterator.next();
  while (!next.done) {
    start += next.value;
    if (start.includes('\n') || start.length > mostCharacters) break;
    next = await iterator.next();
  }
  async function* whole(): AsyncGenerator<string> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return [start, whole()];
}
