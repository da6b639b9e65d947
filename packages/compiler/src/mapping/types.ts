import type { LeadInput, SourceSpan } from '../ir/types.ts';

/** Something about the header of a table: found once, before its rows. */
export interface ColumnFinding {
  /** `table-not-mapped`: it has hardly one of the mapping's columns, and is another table than it was written for. */
  readonly code: 'table-not-mapped' | 'column-not-found' | 'column-twice' | 'column-not-mapped';
  readonly severity: 'error' | 'warning';
  /** `null` when it is about the whole table. */
  readonly column: string | null;
  readonly message: string;
  readonly help: string | null;
  /** The line of the mapping that asks for the column, or the mapping itself. */
  readonly span: SourceSpan;
}

/** Why a cell cannot be read. */
export interface Refusal {
  /** The same words for all cells that fail alike, without what stands in them: to count by. */
  readonly reason: string;
  /** With the word (unless it is personal), and with what would be accepted. */
  readonly message: string;
}

/** Why a row is refused; `column` is `null` when it is about the whole row. */
export interface CellProblem extends Refusal {
  readonly column: string | null;
}

/** What a row says: the lead as an engine takes it, and which of the mapping's outcomes came true. */
export interface MappedRow {
  readonly input: LeadInput;
  readonly outcomes: readonly string[];
}

export interface RefusedRow {
  readonly problems: readonly CellProblem[];
}

export interface Mapper {
  readonly findings: readonly ColumnFinding[];
  /** Cells in the order of the header. */
  readonly map: (row: readonly string[]) => MappedRow | RefusedRow;
}

/** A value of a field as an engine takes it; `null` is missing. */
export type InputValue = string | number | boolean | readonly string[] | null;

/** What reading a cell gave. */
export type Read<T> = { readonly value: T } | { readonly refused: Refusal };
