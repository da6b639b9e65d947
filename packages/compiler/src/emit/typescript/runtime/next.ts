import {
  type Changing,
  eventChange,
  type EventSlot,
  type FieldSlot,
  holdsNumbers,
  optionChange,
  othersOf,
  pieceOf,
  rangeChange,
  fieldNow,
  withEvents,
  withValue,
} from './changed-lead.ts';
import { fold } from './fold.ts';
import type { Change, LeadEvent } from './types.ts';

export interface Search<L> {
  /** When events happen. */
  readonly at: number;
  readonly names: readonly string[];
  readonly fields: readonly FieldSlot[];
  readonly events: readonly EventSlot[];
  /** How far the changed lead comes; negative if that is no further than the lead. */
  readonly rankOf: (lead: L) => number;
  /** So many leads are still tried. */
  left: number;
}

/** Changes that lead on, each of the ways by itself enough. */
export interface Found {
  readonly rank: number;
  readonly ways: Change[][];
}

interface Way {
  readonly rank: number;
  readonly changes: Change[];
}

/** A lead after a change. */
interface Step<L> {
  readonly lead: L;
  readonly change: Change;
}

const mostWays = 12;
const mostTimes = 5;

/** The fewest changes that lead on: one; else one event several times; else two. Of these the ways to the next stage. */
export function waysOn<L extends Changing>(lead: L, search: Search<L>): Found | null {
  const slots = [...search.fields, ...search.events];
  return (
    nearest(slots.flatMap((slot) => waysOf(lead, slot, search))) ??
    nearest(search.events.flatMap((slot) => repeated(lead, slot, search))) ??
    nearest(pairs(lead, slots, search))
  );
}

function nearest(ways: readonly Way[]): Found | null {
  if (ways.length === 0) return null;
  const rank = Math.min(...ways.map((way) => way.rank));
  const changes = ways.filter((way) => way.rank === rank).map((way) => way.changes);
  return { rank, ways: changes.slice(0, mostWays) };
}

function tried<L>(lead: L, search: Search<L>): number {
  return search.left-- > 0 ? search.rankOf(lead) : -1;
}

function waysOf<L extends Changing>(lead: L, slot: FieldSlot | EventSlot, search: Search<L>): readonly Way[] {
  if ('event' in slot) return happenings(lead, slot, 1, search);
  return holdsNumbers(slot) ? numberWay(lead, slot, search) : optionWay(lead, slot, search);
}

/** What happens to a lead, and how far that brings it. */
interface Try {
  readonly rank: number;
  readonly told: Properties;
}

type Properties = Readonly<Record<string, unknown>>;

function happenings<L extends Changing>(
  lead: L,
  slot: EventSlot,
  times: number,
  search: Search<L>,
): readonly Way[] {
  const tries = variantsOf(slot).map((properties) => ({
    rank: tried(withEvent(lead, slot, properties, times, search), search),
    told: toldOf(slot, properties),
  }));
  const ways = together(
    slot,
    tries.filter(({ rank }) => rank >= 0),
  );
  return ways.flatMap(({ rank, told }) =>
    isTold(told) ? [{ rank, changes: [eventChange(slot, told, times)] }] : [],
  );
}

/** Where it makes no difference what a property is, it is not told. */
function together({ values = {}, isWhole }: EventSlot, tries: readonly Try[]): readonly Try[] {
  if (!isWhole) return tries;
  return Object.entries(values).reduce((ways, [id, { length }]) => {
    const rest = ({ rank, told }: Try): Try => ({ rank, told: only(told, (other) => other !== id) });
    const alike = new Map<string, Try[]>();
    for (const way of ways) {
      const key = JSON.stringify(rest(way));
      alike.set(key, [...(alike.get(key) ?? []), way]);
    }
    return [...alike.values()].flatMap((group) =>
      group.length === length ? group.slice(0, 1).map(rest) : group,
    );
  }, tries);
}

function only(properties: object | null, isKept: (id: string) => boolean): Properties {
  return Object.fromEntries(Object.entries(properties ?? {}).filter(([id]) => isKept(id)));
}

/** Nobody is told to leave a property out. */
function isTold(told: Properties): boolean {
  return Object.values(told).every((value) => value !== null);
}

/** The properties with which it may happen. */
function variantsOf({ plain, values = {} }: EventSlot): readonly (object | null)[] {
  if (plain === undefined) return [null];
  return Object.entries(values).reduce(
    (rows, [id, all]) => rows.flatMap((row) => all.map((value) => ({ ...row, [id]: value }))),
    [plain],
  );
}

/** What is asked of the properties. */
function toldOf({ values = {} }: EventSlot, properties: object | null): Properties {
  return only(properties, (id) => Object.hasOwn(values, id));
}

function repeated<L extends Changing>(lead: L, slot: EventSlot, search: Search<L>): readonly Way[] {
  for (let times = 2; times <= mostTimes; times++) {
    const ways = happenings(lead, slot, times, search);
    if (ways.length > 0) return ways;
  }
  return [];
}

/** The first of two takes one value after the other, until there is a way on by the second; those with few values first. */
function pairs<L extends Changing>(
  lead: L,
  slots: readonly (FieldSlot | EventSlot)[],
  search: Search<L>,
): readonly Way[] {
  const found: Way[] = [];
  const steps = slots.map((slot) =>
    'event' in slot ? eventSteps(lead, slot, search) : fieldSteps(lead, slot),
  );
  const both = slots.flatMap((second, index) =>
    steps.slice(0, index).map((firsts) => ({ firsts, second, size: firsts.length * sizeOf(second) })),
  );
  for (const { firsts, second } of both.toSorted((one, other) => one.size - other.size)) {
    for (const { lead, change } of firsts) {
      if (found.length >= mostWays || search.left <= 0) return found;
      const ways = waysOf(lead, second, search);
      found.push(...ways.map(({ rank, changes }) => ({ rank, changes: [change, ...changes] })));
      if (ways.length > 0) break;
    }
  }
  return found;
}

function sizeOf(slot: FieldSlot | EventSlot): number {
  return 'event' in slot ? variantsOf(slot).length : slot.values.length;
}

function eventSteps<L extends Changing>(lead: L, slot: EventSlot, search: Search<L>): readonly Step<L>[] {
  return variantsOf(slot).flatMap((properties) => {
    const told = toldOf(slot, properties);
    const after = withEvent(lead, slot, properties, 1, search);
    return isTold(told) ? [{ lead: after, change: eventChange(slot, told, 1) }] : [];
  });
}

function withEvent<L extends Changing>(
  lead: L,
  slot: EventSlot,
  properties: object | null,
  times: number,
  { at, names }: Search<L>,
): L {
  const code = names.indexOf(slot.event);
  const folded = foldedOf(properties);
  const event = { code, event: slot.event, at, id: null, properties, folded } as unknown as LeadEvent;
  return withEvents(
    lead,
    Array.from({ length: times }, () => event),
  );
}

function foldedOf(properties: object | null): object | null {
  if (properties === null) return null;
  const texts = Object.entries(properties).map(([key, value]) => [
    key,
    typeof value === 'string' ? fold(value) : null,
  ]);
  return Object.fromEntries(texts) as object;
}

function fieldSteps<L extends Changing>(lead: L, slot: FieldSlot): readonly Step<L>[] {
  return othersOf(lead, slot).map((value) => {
    const at = slot.values.indexOf(value);
    const change = holdsNumbers(slot) ? rangeChange(slot, at, at + 1) : optionChange(slot, [value]);
    return { lead: withValue(lead, slot, value), change };
  });
}

function optionWay<L extends Changing>(lead: L, slot: FieldSlot, search: Search<L>): readonly Way[] {
  const tries = othersOf(lead, slot).map((value) => ({
    value,
    rank: tried(withValue(lead, slot, value), search),
  }));
  const ways = tries.filter(({ rank }) => rank >= 0);
  return [...new Set(ways.map(({ rank }) => rank))].map((rank) => {
    const values = ways.filter((way) => way.rank === rank).map(({ value }) => value);
    return { rank, changes: [optionChange(slot, values)] };
  });
}

/** The nearest numbers above, else below: as many as lead to the same. */
function numberWay<L extends Changing>(lead: L, slot: FieldSlot, search: Search<L>): readonly Way[] {
  const now = fieldNow(lead, slot);
  const piece = typeof now === 'number' ? pieceOf(slot, now) : -1;
  const rankAt = (at: number): number => {
    const value = slot.values[at];
    return value === undefined ? -1 : tried(withValue(lead, slot, value), search);
  };
  for (const step of [1, -1]) {
    for (let at = piece + step; at >= 0 && at < slot.values.length; at += step) {
      const rank = rankAt(at);
      if (rank < 0) continue;
      let end = at + step;
      while (end >= 0 && rankAt(end) === rank) end += step;
      const change = step > 0 ? rangeChange(slot, at, end) : rangeChange(slot, end + 1, at + 1);
      return [{ rank, changes: [change] }];
    }
  }
  return [];
}
