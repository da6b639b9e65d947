import type { Agreement, Condition, EventType } from '../../ir/types.ts';
import { type Kind, keyOfWhere, kindsOf } from './kinds.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { keyOfSince, type Since, type Use } from './uses.ts';

/** An event type as the agreement looks at it. */
export interface Told {
  readonly type: EventType;
  readonly kinds: readonly Kind[];
  readonly segments: readonly Segment[];
  /** The events after which counting starts, in the ways that are used; the entry last. */
  readonly sinces: readonly Since[];
  /** Counts up to this one are told apart in each segment. */
  readonly counts: readonly number[];
}

/** All event types that something asks about. `entryBounds`: bounds of the age of the entry into the stage. */
export function toldOf(
  agreement: Agreement,
  uses: readonly Use[],
  entryBounds: readonly number[],
): ReadonlyMap<string, Told> {
  const bounds = boundsOf(agreement, uses, entryBounds);
  const used = agreement.events.filter(({ id }) => bounds.has(id));
  return new Map(
    used.map((type) => {
      const own = uses.filter(({ events }) => events.includes(type.id));
      const wheres = own.flatMap(({ where }) => (where ? [where] : []));
      const distinct = new Map<string, Condition>(wheres.map((where) => [keyOfWhere(where), where]));
      const sinces = new Map(own.map(({ since }) => [keyOfSince(since), since]));
      sinces.delete('');
      const segments = segmentsOf(bounds.get(type.id) ?? []);
      return [
        type.id,
        {
          type,
          kinds: kindsOf(type, [...distinct.values()]),
          segments,
          sinces: [...sinces.values()].toSorted((one, other) => size(one) - size(other)),
          counts: segments.map((segment) => countsIn(segment, own)),
        },
      ];
    }),
  );
}

function size(since: Since): number {
  return since === 'entry' ? Infinity : since.length;
}

function countsIn({ from, to }: Segment, uses: readonly Use[]): number {
  const asked = uses.map(({ bounds, counts, ages = [] }) => {
    const made = ages.filter((age) => from <= age && age <= to).length;
    return Math.max(bounds.length === 0 || Math.max(...bounds) >= to ? counts : 1, made > 0 ? made + 1 : 1);
  });
  return Math.max(1, ...asked);
}

/** Events after which others count are told apart by age as finely as those. */
function boundsOf(
  { events }: Agreement,
  uses: readonly Use[],
  entryBounds: readonly number[],
): Map<string, Set<number>> {
  const bounds = new Map<string, Set<number>>();
  const add = (id: string, more: Iterable<number>): void => {
    bounds.set(id, new Set([...(bounds.get(id) ?? []), ...more]));
  };
  for (const use of uses) for (const id of use.events) add(id, use.bounds);
  const counted = uses.flatMap(({ events: others, since }) =>
    since === 'entry' ? [] : since.flatMap((id) => others.map((other) => ({ id, other }))),
  );
  for (const { id } of counted) add(id, []);
  for (const { id, enters } of events) if (enters !== null && bounds.has(id)) add(id, entryBounds);
  const size = (): number => [...bounds.values()].reduce((sum, of) => sum + of.size, 0);
  for (let before = -1; before !== size();) {
    before = size();
    for (const { id, other } of counted) add(id, bounds.get(other) ?? []);
  }
  return bounds;
}
