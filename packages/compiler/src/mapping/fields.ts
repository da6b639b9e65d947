import { foundIn } from '../found.ts';
import type { Field, MappedField } from '../ir/types.ts';
import { columnReader, missing, type ReadColumn, type Row, type Table } from './table.ts';
import type { InputValue, Read } from './types.ts';
import { cellReader } from './value.ts';
import { isRefused } from './words.ts';

export type FieldReaders = readonly { readonly field: Field; readonly read: ReadColumn<InputValue> }[];

/** Readers of mapped fields, or of mapped properties. */
export function fieldReaders(
  all: readonly MappedField[],
  fields: readonly Field[],
  table: Table,
): FieldReaders {
  return all.map((mapped) => {
    const field = foundIn(fields, mapped.field);
    return { field, read: fieldReader(field, mapped, table) };
  });
}

function fieldReader(field: Field, mapped: MappedField, table: Table): ReadColumn<InputValue> {
  if (mapped.column === null) return () => constantOf(field, mapped);
  const read = cellReader(field, mapped, table.mapping);
  if (!field.required) return columnReader(mapped.column, read, table);
  const readRequired = (cell: string): Read<InputValue> => {
    const result = read(cell);
    return !isRefused(result) && result.value === null ? missing(`${field.id} is required`) : result;
  };
  return columnReader(mapped.column, readRequired, table);
}

function constantOf({ type }: Field, { constant }: MappedField): InputValue {
  return type === 'choices' && typeof constant === 'string' ? [constant] : constant;
}

/** The values of a row, without those that are missing. */
export function readFields(row: Row, fields: FieldReaders): Record<string, InputValue> {
  const values: Record<string, InputValue> = {};
  for (const { field, read } of fields) {
    const value = read(row);
    if (value !== null) values[field.id] = value;
  }
  return values;
}
