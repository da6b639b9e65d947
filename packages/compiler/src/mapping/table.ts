import { fold } from '../ir/fold.ts';
import type { Agreement, Mapping } from '../ir/types.ts';
import type { CellProblem, Read } from './types.ts';
import { momentReader } from './value.ts';
import { isRefused } from './words.ts';

/** Everything that is the same for all rows. */
export interface Table {
  readonly agreement: Agreement;
  readonly mapping: Mapping;
  readonly width: number;
  readonly at: (column: string) => number;
  readonly isPersonal: (column: string) => boolean;
  readonly isMissing: (word: string) => boolean;
}

/** One row while it is read: what cannot be read is noted, and reading goes on to find the rest. */
export interface Row {
  readonly cells: readonly string[];
  readonly problems: CellProblem[];
}

export type ReadColumn<T> = (row: Row) => T | null;

const mostRemembered = 1000;

/** Reads a word of a column, noting what cannot be read; missing is `null`. */
export function columnReader<T>(
  column: string,
  read: (word: string) => Read<T | null>,
  { at }: Table,
): ReadColumn<T> {
  const index = at(column);
  const readOnce = remembering(read);
  return (row) => {
    const result = readOnce((row.cells[index] ?? '').trim());
    if (!isRefused(result)) return result.value;
    row.problems.push({ column, ...result.refused });
    return null;
  };
}

/** The same words come again and again in a column: each of the first ones is read once. */
function remembering<T>(read: (word: string) => Read<T>): (word: string) => Read<T> {
  const known = new Map<string, Read<T>>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    const result = read(word);
    if (known.size < mostRemembered && word.length < 100) known.set(word, result);
    return result;
  };
}

export function optionalReader<T>(
  column: string,
  read: (word: string) => Read<T>,
  table: Table,
): ReadColumn<T> {
  const readWord = (word: string): Read<T | null> => (table.isMissing(word) ? { value: null } : read(word));
  return columnReader(column, readWord, table);
}

export function requiredReader<T>(
  column: string,
  read: (word: string) => Read<T>,
  table: Table,
): ReadColumn<T> {
  const readWord = (word: string): Read<T> =>
    table.isMissing(word) ? missing('a lead has to have it') : read(word);
  return columnReader(column, readWord, table);
}

export function missing(why: string): {
  readonly refused: { readonly reason: string; readonly message: string };
} {
  return { refused: { reason: 'is missing', message: `is missing; ${why}` } };
}

export function momentColumn(column: string, table: Table): (word: string) => Read<number> {
  const read = momentReader(table.mapping);
  return (word) => read(word, table.isPersonal(column));
}

/** Whether one of these words stands in the column; of no words: whether anything does that is not missing. */
export function wordTest(column: string, is: readonly string[], table: Table): (row: Row) => boolean {
  const index = table.at(column);
  const words = new Set(is.map(fold));
  return ({ cells }) => {
    const word = (cells[index] ?? '').trim();
    return words.size === 0 ? !table.isMissing(word) : words.has(fold(word));
  };
}
