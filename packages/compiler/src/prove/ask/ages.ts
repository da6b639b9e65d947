import type { Model } from '@smarketing/logic';
import { day, hour } from '../../time/duration.ts';
import type { Cell } from '../events/cells.ts';
import type { Segment } from '../events/segments.ts';
import { keyOfSince } from '../events/uses.ts';
import { atomOf } from '../fields/model.ts';
import { usual } from '../times/dated-model.ts';
import type { World } from '../world/world.ts';
import type { Happened, Happening } from './happenings.ts';
import { type Difference, timed, type Wish } from './timing.ts';

export interface Ages {
  readonly created: number;
  readonly of: (happening: Happening) => number;
}

interface Wanted {
  readonly happened: Happened;
  /** Ages that are wanted for events of a cell, each for one. */
  readonly wanted: (cell: Cell) => number[];
  readonly model: Model;
  readonly pace: Pace;
}

/** How old events are of which only bounds are known; the number of the event, and how many there are. */
export type Pace = (low: number, high: number, at: number, count: number) => number;

/** A bit older than they must be; as old as they may be; one after the other; the other way round. */
export const paces: readonly Pace[] = [
  young,
  (low, high) => (high === Infinity ? onTheHour(low + 60 * day, low) : onTheHour(high, low)),
  (low, high, at, count) =>
    onTheHour(low + Math.floor(((reach(low, high) - low) * (at + 1)) / (count + 1)), low),
  (low, high, at, count) =>
    onTheHour(low + Math.floor(((reach(low, high) - low) * (count - at)) / (count + 1)), low),
];

function reach(low: number, high: number): number {
  return high === Infinity ? low + 40 * day : high;
}

/** Ages for events, the creation and the entry, in the stretches and the order that a model says. */
export function agesIn(world: World, { happened, wanted, model, pace }: Wanted): Ages | undefined {
  const { events, entry, latest } = happened;
  const asOf = world.asOf.at(model);
  const created = 1;
  const numbers = new Map(events.map((event, at) => [event, at + 2]));
  const numberOf = (event: Happening | undefined): number => (event && numbers.get(event)) ?? created;
  const start = numberOf(entry);
  const span = world.created.span(model, asOf);
  if (!span) return undefined;
  const differences: Difference[] = inside(created, { from: asOf - span.high, to: asOf - span.low });
  const segment = world.entry.segments[atomOf(model, world.entry.age)];
  if (segment) differences.push(...inside(start, segment));
  for (const event of events) {
    const at = numberOf(event);
    differences.push(...inside(at, event.cell?.segment ?? { from: 0, to: Infinity }));
    if (at !== start)
      differences.push(...afterEntry(world, event, entry).map((most) => ({ one: start, other: at, most })));
    for (const since of event.cell?.told.sinces ?? []) {
      const mark = since === 'entry' ? start : numberOf(latest.get(keyOfSince(since)));
      if (since !== 'entry' && mark === created) continue;
      if (event.cell?.after.has(keyOfSince(since))) differences.push({ one: at, other: mark, most: -1 });
      else differences.push({ one: mark, other: at, most: 0 });
    }
  }
  for (const [key, mark] of latest) {
    for (const event of events) {
      if (key.split(' ').includes(event.event))
        differences.push({ one: numberOf(mark), other: numberOf(event), most: 0 });
    }
  }
  const begins = (low: number, high: number): number =>
    asOf - usual({ low: asOf - high, high: asOf - low }, asOf, 1);
  const asked = events.filter(({ cell }) => cell && wanted(cell).length > 0);
  const others = events.map((event, at): [number, Wish] => [
    numberOf(event),
    (low, high) => pace(low, high, at, events.length),
  ]);
  const ends: [number, Wish][] = [
    [start, entry ? middle : begins],
    [created, begins],
  ];
  const open = pace === young ? [...ends, ...others] : [...others, ...ends];
  const wishes = new Map(asked.map((event): [number, Wish] => [numberOf(event), wish(event, wanted)]));
  for (const [at, wished] of open) if (!wishes.has(at)) wishes.set(at, wished);
  const ages = timed(differences, wishes, events.length + 2);
  if (!ages) return undefined;
  return { created: ages[created] as number, of: (event) => ages[numberOf(event)] as number };
}

function inside(at: number, { from, to }: Segment): Difference[] {
  return [
    { one: 0, other: at, most: -from },
    { one: at, other: 0, most: to },
  ];
}

/** Entries into stages are not later than the one by which the lead is recorded; of two at once the later stage counts. */
function afterEntry({ agreement }: World, { event }: Happening, entry: Happening | undefined): number[] {
  const place = (name: string): number => agreement.stages.findIndex(({ id }) => name === `entered_${id}`);
  if (!entry || place(event) < 0) return [];
  return [place(event) <= place(entry.event) ? 0 : -1];
}

function wish({ cell }: Happening, wanted: (cell: Cell) => number[]): Wish {
  return (low, high) => {
    const ages = cell ? wanted(cell) : [];
    const at = ages.findIndex((age) => low <= age && age <= high);
    return at < 0 ? young(low, high) : (ages.splice(at, 1)[0] as number);
  };
}

/** Somewhere in the middle, on a full hour if there is one. */
function middle(low: number, high: number): number {
  const wished = high === Infinity ? low + 20 * day : low + Math.floor((high - low) / 2);
  return onTheHour(wished, low);
}

/** A bit older than it must be. */
function young(low: number, high: number): number {
  return high >= low + hour ? onTheHour(low + 2 * hour - 1, low) : low + Math.floor((high - low) / 2);
}

function onTheHour(age: number, low: number): number {
  const full = Math.floor(age / hour) * hour;
  return full >= low ? full : age;
}
