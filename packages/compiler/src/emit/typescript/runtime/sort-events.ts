import type { LeadEvent, Problem } from './types.ts';

/** By moment, then by the order of the vocabulary, then by id, then by properties. */
export function sortEvents<E extends LeadEvent>(events: readonly E[]): E[] {
  return events.toSorted(compareEvents);
}

export function compareEvents(a: LeadEvent, b: LeadEvent): number {
  return (
    a.at - b.at ||
    a.code - b.code ||
    compareValues(a.id, b.id) ||
    compareProperties(a.properties, b.properties)
  );
}

/** Two events with one id are one event, and must then be the same in all else. What is `undefined` is a hole of the list. */
export function withoutDuplicates<E extends LeadEvent>(
  events: readonly (E | null | undefined)[],
  problems: Problem[],
): E[] {
  const byId = new Map<string, { event: E; index: number }>();
  const kept: E[] = [];
  for (const [index, event] of events.entries()) {
    if (event === null || event === undefined) continue;
    const known = event.id === null ? undefined : byId.get(event.id);
    if (known === undefined) {
      kept.push(event);
      if (event.id !== null) byId.set(event.id, { event, index });
    } else if (!isSameEvent(known.event, event)) {
      const message = 'is also the id of events[' + known.index + '], which is another event';
      problems.push({ at: 'events[' + index + '].id', message });
    }
  }
  return kept;
}

function isSameEvent(a: LeadEvent, b: LeadEvent): boolean {
  return a.code === b.code && a.at === b.at && compareProperties(a.properties, b.properties) === 0;
}

function compareProperties(a: object | null, b: object | null): number {
  return a === null || b === null ? 0 : compareLists(Object.values(a), Object.values(b));
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, value] of a.entries()) {
    const order = compareValues(value, b[index] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Missing first; false before true, small before large, texts by code points. */
function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  return Number(a) - Number(b);
}

function compareTexts(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a.charCodeAt(index) === b.charCodeAt(index)) index++;
  if (index === a.length || index === b.length) return a.length - b.length;
  return rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
}

/** Halves of pairs stand for code points above all that have one unit. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
