import type { Model } from '../model/types.ts';
import { dayMs } from '../time/units.ts';

/** What is counted of a run: where each number stands in its row. Weekly ones begin there and have an entry for each week. */
export interface Layout {
  readonly length: number;
  readonly weeks: number;
  /** By stage: leads that enter it. */
  readonly entered: readonly number[];
  /** By pair: of those who entered one stage in the week, how many came to another, whenever. */
  readonly cohort: readonly number[];
  /** By stage: seconds spent in it by those who entered it in the week, and how many of them left. */
  readonly stay: readonly number[];
  readonly left: readonly number[];
  /** By clock: how many started in the week, and how many of these were kept. */
  readonly started: readonly number[];
  readonly kept: readonly number[];
  /** By desk: leads that came to it, seconds that those waited, and how many of them were begun with. */
  readonly arrived: readonly number[];
  readonly waited: readonly number[];
  readonly begun: readonly number[];
  /** By desk: seconds of work begun in the week, and of work that its people could do. */
  readonly busy: readonly number[];
  readonly open: readonly number[];
  /** By desk: how many wait at the end of the week, how long the first of them has (seconds), and lead-seconds of waiting. */
  readonly queue: readonly number[];
  readonly oldest: readonly number[];
  readonly area: readonly number[];
  readonly revenue: number;
  readonly cost: number;
  /** By from and to: moves from one stage to another in all weeks; one number each. */
  readonly moves: number;
  /** By goal: what was reached; one number each. */
  readonly goals: number;
  /** By count, then by its periods: leads that count, and of a ratio those they are a part of. */
  readonly counted: readonly number[];
  readonly outOf: readonly number[];
  /** By count: the period of each day of the run; −1 is none. */
  readonly periods: readonly Int32Array[];
  readonly period_counts: readonly number[];
  readonly pairs: readonly Pair[];
}

export interface Pair {
  readonly from: number;
  readonly to: number;
}

/** Where everything stands in the row of a run of this model. */
export function layoutOf(model: Model): Layout {
  const { weeks, stages, desks, clocks, counts, goals } = model;
  let length = 0;
  const take = (size: number): number => (length += size) - size;
  const weekly = (things: readonly unknown[]): readonly number[] => things.map(() => take(weeks));
  const pairs = pairsOf(model);
  const periods = counts.map(({ per }) => periodsOf(model, per));
  const periodCounts = periods.map((days) => days.reduce((most, period) => Math.max(most, period + 1), 0));
  return {
    weeks,
    entered: weekly(stages),
    cohort: weekly(pairs),
    stay: weekly(stages),
    left: weekly(stages),
    started: weekly(clocks),
    kept: weekly(clocks),
    arrived: weekly(desks),
    waited: weekly(desks),
    begun: weekly(desks),
    busy: weekly(desks),
    open: weekly(desks),
    queue: weekly(desks),
    oldest: weekly(desks),
    area: weekly(desks),
    revenue: take(weeks),
    cost: take(weeks),
    moves: take(stages.length * stages.length),
    goals: take(goals.length),
    counted: periodCounts.map(take),
    outOf: periodCounts.map(take),
    periods,
    period_counts: periodCounts,
    pairs,
    length,
  };
}

/** The ways through the funnel, each to the next stage, and from the first stage to the last. */
function pairsOf({ stages }: Model): readonly Pair[] {
  const funnel = stages.flatMap(({ exit }, index) => (exit ? [] : [index]));
  const next = funnel.slice(1).map((to, index) => ({ from: funnel[index] as number, to }));
  const whole = { from: funnel[0] ?? 0, to: funnel.at(-1) ?? 0 };
  return next.length > 1 ? [...next, whole] : next;
}

/** Which period each day is in, counted from the first that begins in the reported weeks; only whole ones count. */
function periodsOf(model: Model, per: Model['counts'][number]['per']): Int32Array {
  const first = model.warm_up_weeks * 7;
  const last = first + model.weeks * 7;
  const result = new Int32Array(last).fill(-1);
  let period = -1;
  let begins = -1;
  for (let day = first; day <= last; day++) {
    if (!startsPeriod(model.origin + day * dayMs, per, day - first)) continue;
    if (begins >= 0) result.fill(period, begins, day);
    begins = day;
    period++;
  }
  return result;
}

const monthsOf: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 };

/** Months and longer begin on a first of a month: of every second one for two months, in the order of the year. */
function startsPeriod(
  moment: number,
  { count, unit }: { count: number; unit: string },
  day: number,
): boolean {
  if (unit === 'day') return day % count === 0;
  if (unit === 'week') return day % (7 * count) === 0;
  const date = new Date(moment);
  const months = count * (monthsOf[unit] ?? 1);
  return date.getUTCDate() === 1 && (date.getUTCFullYear() * 12 + date.getUTCMonth()) % months === 0;
}
