import { fold } from '../ir/fold.ts';
import type { Agreement, LeadInput, Mapping } from '../ir/types.ts';
import { findColumns } from './columns.ts';
import { fieldReaders, readFields } from './fields.ts';
import { eventReader, stageReader } from './happenings.ts';
import { momentColumn, type ReadColumn, requiredReader, type Row, type Table, wordTest } from './table.ts';
import type { CellProblem, MappedRow, Mapper, RefusedRow } from './types.ts';
import { personalColumns } from './value.ts';

/**
 * Applies a mapping to the rows of one table. With an error among `findings`, `map` refuses every row.
 *
 * ```ts
 * const mapper = createMapper(agreement, agreement.mappings[0], ['Lead ID', 'Country']);
 * mapper.map(['7', 'Germany']); // { input: { id: '7', created_at: 1763769600000, country: 'de', events: [] }, outcomes: [] }
 * mapper.map(['8', 'Atlantis']); // { problems: [{ column: 'Country', reason: '…', message: '"Atlantis" is a word that …' }] }
 * ```
 */
export function createMapper(agreement: Agreement, mapping: Mapping, header: readonly string[]): Mapper {
  const { indexes, findings } = findColumns(mapping, header);
  const personal = personalColumns(agreement, mapping);
  const table: Table = {
    agreement,
    mapping,
    width: header.length,
    at: (column) => indexes.get(column) ?? -1,
    isPersonal: (column) => personal.has(column),
    isMissing: (word) => word === '' || mapping.missing.includes(fold(word)),
  };
  const readRow = rowReader(table);
  const failed = findings.filter(({ severity }) => severity === 'error');
  if (failed.length === 0) return { findings, map: readRow };
  const problems = failed.map(({ column, code, message }) => ({ column, reason: code, message }));
  return { findings, map: () => ({ problems }) };
}

function rowReader(table: Table): Mapper['map'] {
  const { mapping } = table;
  const readId = requiredReader(mapping.id_column, (word) => ({ value: word }), table);
  const readCreated = createdReader(table);
  const fields = fieldReaders(mapping.fields, table.agreement.fields, table);
  const events = [...mapping.events.map((event) => eventReader(event, table)), stageReader(table)];
  const outcomes = mapping.outcomes.map(({ id, column, is }) => ({ id, holds: wordTest(column, is, table) }));
  return (cells) => {
    const problem = widthProblem(cells, table.width);
    if (problem) return { problems: [problem] };
    const row: Row = { cells, problems: [] };
    const id = readId(row);
    const created = readCreated(row);
    const values = readFields(row, fields);
    const happened = events.flatMap((read) => read(row, created ?? 0));
    if (id === null || created === null || row.problems.length > 0) return { problems: row.problems };
    const input: LeadInput = { id, created_at: created, ...values, events: happened };
    return { input, outcomes: outcomes.filter(({ holds }) => holds(row)).map((outcome) => outcome.id) };
  };
}

function createdReader(table: Table): ReadColumn<number> {
  const { created } = table.mapping;
  if ('fixed' in created) return () => created.fixed;
  return requiredReader(created.column, momentColumn(created.column, table), table);
}

/** A row may have empty cells too many (a comma at its end), and none too few. */
function widthProblem(cells: readonly string[], width: number): CellProblem | undefined {
  if (cells.length === width) return undefined;
  if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) return undefined;
  const reason = cells.length < width ? 'too few cells' : 'too many cells';
  const message = `${reason}: ${cells.length} where the header has ${width}; look for a separator or a line break that is not in quotes`;
  return { column: null, reason, message };
}

export function isMapped(row: MappedRow | RefusedRow): row is MappedRow {
  return 'input' in row;
}
