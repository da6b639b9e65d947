import { day } from '../../time/duration.ts';
import { cuts, type Interval } from '../fields/intervals.ts';
import { edgesOf } from '../fields/number.ts';
import type { Test } from '../world/asked.ts';

/** The moments that a lead can speak of: the years 1 to 9999. */
const first = Date.parse('0001-01-01T00:00:00.000Z');
const last = Date.parse('9999-12-31T23:59:59.999Z');

/** A date or moment: cut where tests name a moment, and where they name an age. */
export interface Dated {
  readonly id: string;
  /** A day for dates, a millisecond for moments. */
  readonly step: number;
  readonly moments: readonly Interval[];
  readonly ages: readonly Interval[];
}

/** `moreAges`: the first age of further stretches, in ms. */
export function datedOf(
  { id, type }: { readonly id: string; readonly type: string },
  tests: readonly Test[],
  moreAges: readonly number[] = [],
): Dated {
  const edges = (kind: 'number' | 'age'): number[] =>
    tests.flatMap((test) => (test.kind === kind ? edgesOf(test) : []));
  return {
    id,
    step: type === 'date' ? day : 1,
    moments: cuts(edges('number'), first, last),
    ages: cuts([...edges('age'), ...moreAges], first - last, last - first),
  };
}

/** Which ages a value in one of the stretches of moments can have at `asOf`. */
export function agesAt({ step, moments, ages }: Dated, moment: number, asOf: number): number[] {
  const { low, high } = moments[moment] ?? { low: 1, high: 0 };
  return ages.flatMap((age, at) => {
    const value = overlap({ low, high }, { low: asOf - age.high, high: asOf - age.low }, step);
    return value ? [at] : [];
  });
}

/** The multiples of `step` in both; `undefined` if there is none. */
export function overlap(one: Interval, other: Interval, step: number): Interval | undefined {
  const low = Math.ceil(Math.max(one.low, other.low) / step) * step;
  const high = Math.floor(Math.min(one.high, other.high) / step) * step;
  return low <= high ? { low, high } : undefined;
}

/** The moments at which another age becomes possible for some value. */
export function turningPoints({ step, moments, ages }: Dated): number[] {
  const edges = ages.slice(1).map(({ low }) => low);
  return moments.slice(1).flatMap(({ low }) => {
    const beside = [Math.floor((low - 1) / step) * step, Math.ceil(low / step) * step];
    return beside.flatMap((value) => edges.map((age) => value + age));
  });
}

/** The times of day, in ms, at which another age becomes possible for a date: it is as old as its day. */
export function turningTimes({ step, ages }: Dated): number[] {
  return step === 1 ? [] : [0, ...ages.slice(1).map(({ low }) => ((low % step) + step) % step)];
}
