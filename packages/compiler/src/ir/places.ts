import type { Condition, SourceSpan } from './types.ts';

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
