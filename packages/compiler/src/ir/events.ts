import { found } from '../found.ts';
import { byCodePoints } from './code-points.ts';
import type { Agreement, FieldValue, LeadEvent } from './types.ts';

/**
 * Events by moment, then by the order of the vocabulary, then by id (without one first), and then by
 * their properties, so that the order in which records arrive never shows.
 */
export function sortEvents(agreement: Agreement, events: readonly LeadEvent[]): readonly LeadEvent[] {
  if (events.length < 2) return events;
  const rank = ranksOf(agreement.events);
  return events.toSorted(
    (a, b) =>
      a.at - b.at ||
      found(rank, a.event) - found(rank, b.event) ||
      compareValues(a.id, b.id) ||
      compareProperties(a, b),
  );
}

const ranks = new WeakMap<Agreement['events'], ReadonlyMap<string, number>>();

/** The place of each event in the vocabulary. */
export function ranksOf(events: Agreement['events']): ReadonlyMap<string, number> {
  const known = ranks.get(events) ?? new Map(events.map(({ id }, index) => [id, index]));
  ranks.set(events, known);
  return known;
}

/** The last event of one of these names. */
export function latestOf(events: readonly LeadEvent[], names: readonly string[]): LeadEvent | undefined {
  return events.findLast(({ event }) => names.includes(event));
}

/** The events strictly after the latest of `since`; all of them if there was none. */
export function eventsSince(events: readonly LeadEvent[], since: readonly string[]): readonly LeadEvent[] {
  const start = latestOf(events, since);
  return start === undefined ? events : events.filter(({ at }) => at > start.at);
}

/** Whether two events are the same in everything that a lead says about them. */
export function isSameEvent(a: LeadEvent, b: LeadEvent): boolean {
  return a.id === b.id && a.event === b.event && a.at === b.at && compareProperties(a, b) === 0;
}

function compareProperties(a: LeadEvent, b: LeadEvent): number {
  const names = Object.keys(a.properties);
  return compareLists(
    names.map((name) => a.properties[name] ?? null),
    names.map((name) => b.properties[name] ?? null),
  );
}

/** Missing first; then false before true, small before large, texts and options by code points. */
function compareValues(a: FieldValue, b: FieldValue): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'string' && typeof b === 'string') return byCodePoints(a, b);
  if (typeof a === 'object' && typeof b === 'object') return compareLists(a, b);
  return Number(a) - Number(b);
}

function compareLists(a: readonly FieldValue[], b: readonly FieldValue[]): number {
  for (const [index, value] of a.entries()) {
    const order = compareValues(value, b[index] ?? null);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
