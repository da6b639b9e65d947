import { natural } from '../ir/decimal.ts';
import type { Bound, Field, InForce } from '../ir/types.ts';
import { day, hour, minute } from '../time/duration.ts';
import type { Change } from './types.ts';

/** How a number is moved and shown: a person writes the steps that examples are written in. */
export interface Scale {
  readonly step: number;
  readonly show: (value: number) => string;
}

/** Lengths of time move by one minute. */
export const lengths: Scale = { step: minute, show: lengthInWords };

/** Counts move by one. */
export const counts: Scale = { step: 1, show: String };

/** Points, bounds of numbers: one of their last decimal. */
export function decimals(places: number): Scale {
  return { step: 1, show: (value) => String(natural(value, places)) };
}

/** Dates and in-force spans move by one day, moments by one minute. */
export function scaleOf(field: Field | undefined, places: number): Scale {
  if (field?.type === 'date') return { step: day, show: dayInWords };
  if (field?.type === 'moment') return { step: minute, show: (value) => new Date(value).toISOString() };
  return decimals(places);
}

/** A number one step down and one step up; `least` is the smallest that makes sense. */
export function* moved(
  value: number | null,
  what: string,
  { step, show, least = -Infinity }: Scale & { readonly least?: number },
): Generator<Change<number>> {
  if (value === null) return;
  for (const to of [value - step, value + step].filter((to) => to >= least)) {
    yield {
      kind: 'boundary',
      change: `${what} ${show(value)} -> ${show(to)}`,
      says: `have ${what} ${show(to)} instead of ${show(value)}`,
      to,
    };
  }
}

/** One end of an interval moved. */
export function* movedBound(bound: Bound | null, what: string, scale: Scale): Generator<Change<Bound>> {
  if (bound === null) return;
  for (const change of moved(bound.value, what, scale))
    yield { ...change, to: { ...bound, value: change.to } };
}

/** Comes into force, or goes out of it, a day earlier or later. */
export function* movedForce(force: InForce | null): Generator<Change<InForce>> {
  if (force === null) return;
  const days: Scale = { step: day, show: (value) => new Date(value).toISOString().slice(0, 16) };
  for (const { to, ...change } of moved(force.from, 'in force from', days)) {
    yield { ...change, to: { ...force, from: to } };
  }
  for (const { to, ...change } of moved(force.until, 'in force until', days)) {
    yield { ...change, to: { ...force, until: to } };
  }
}

function dayInWords(value: number): string {
  return new Date(value).toISOString().slice(0, 10);
}

/** `7 days`, `1 hour 30 minutes`, `6 days 23 hours 59 minutes`. */
export function lengthInWords(ms: number): string {
  if (ms < 0) return `-${lengthInWords(-ms)}`;
  const parts = [
    [Math.floor(ms / day), 'day'],
    [Math.floor((ms % day) / hour), 'hour'],
    [Math.floor((ms % hour) / minute), 'minute'],
  ] as const;
  const words = parts.flatMap(([count, unit]) =>
    count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`],
  );
  return words.length === 0 ? '0 minutes' : words.join(' ');
}
