import type { Condition, Mapping, SourceSpan } from './types.ts';

const places = new WeakMap<Condition, SourceSpan>();

/** Remembers where a test stands. It is no part of the agreement, which has the places of whole rules, rows and transitions. */
export function keepPlace<T extends Condition>(condition: T, span: SourceSpan): T {
  places.set(condition, span);
  return condition;
}

/** Where a test stands, if it was read from the author's files in this run. */
export function placeOf(condition: Condition): SourceSpan | undefined {
  return places.get(condition);
}

const columns = new WeakMap<Mapping, ReadonlyMap<string, SourceSpan>>();

/** Remembers where the names of its columns stand, which is no part of a mapping either. */
export function keepColumns(mapping: Mapping, spans: ReadonlyMap<string, SourceSpan>): Mapping {
  columns.set(mapping, spans);
  return mapping;
}

/** Where a mapping names a column first, if it was read from the author's files in this run. */
export function placeOfColumn(mapping: Mapping, column: string): SourceSpan | undefined {
  return columns.get(mapping)?.get(column);
}
