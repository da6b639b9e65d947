import { there } from '../../found.ts';
import type { Agreement, EventType, Field } from '../../ir/types.ts';

/** Two versions of an agreement over one vocabulary, or why there is none. */
export type Joint = { readonly before: Agreement; readonly after: Agreement } | { readonly reason: string };

/**
 * Two versions of an agreement as they see the same leads: of every field and event that either knows, with the values that
 * both take. What only one of them takes cannot be decided by the other one, and is no difference of decisions.
 */
export function jointly(before: Agreement, after: Agreement): Joint {
  const [ones, others] = [before, after].map(({ stages }) => stages.map(({ id, exit }) => [id, exit]));
  if (!same(ones, others)) return { reason: 'the versions have other stages' };
  const fields = jointFields(before.fields, after.fields);
  if (!Array.isArray(fields)) return { reason: `the field ${fields.id} has another type` };
  const events: EventType[] = [];
  for (const [one, other] of pairsOf(before.events, after.events)) {
    const properties = one && other ? jointFields(one.properties, other.properties) : undefined;
    if (properties && !Array.isArray(properties))
      return { reason: `the property ${properties.id} of an event has another type` };
    const either = there(one ?? other, 'event');
    events.push(properties ? { ...either, properties } : either);
  }
  if (same(fields, before.fields) && same(fields, after.fields) && same(events, before.events)) {
    return { before, after: { ...after, fields: before.fields, events: before.events } };
  }
  return { before: { ...before, fields, events }, after: { ...after, fields, events } };
}

/** The fields that either has; a field whose values are of another kind in the other version. */
function jointFields(before: readonly Field[], after: readonly Field[]): Field[] | Field {
  const all: Field[] = [];
  for (const [one, other] of pairsOf(before, after)) {
    const either = there(one ?? other, 'field');
    if (one && other && (one.type !== other.type || one.decimals !== other.decimals)) return other;
    all.push(one && other ? both(one, other) : either);
  }
  return all;
}

const most = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

const least = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** What both take. */
function both(one: Field, other: Field): Field {
  const options = one.options.filter(({ id }) => other.options.some((option) => option.id === id));
  return {
    ...one,
    required: one.required || other.required,
    options,
    min: least(one.min, other.min),
    max: most(one.max, other.max),
    max_length: most(one.max_length, other.max_length),
  };
}

function pairsOf<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): (readonly [T | undefined, T | undefined])[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))];
  const find = (list: readonly T[], wanted: string): T | undefined => list.find(({ id }) => id === wanted);
  return ids.map((id) => [find(before, id), find(after, id)]);
}

const text = (value: unknown): string =>
  JSON.stringify(value, (key, item: unknown) => (key === 'span' ? undefined : item));

function same(one: unknown, other: unknown): boolean {
  return text(one) === text(other);
}
