import type { Model } from '../model/types.ts';
import { comingDaysOf } from '../time/days.ts';
import { cumulative, dailyRates } from '../time/rates.ts';
import { dayMs } from '../time/units.ts';

/** Which leads a pool has: how many of each source, and when each came. */
export interface PoolPlan {
  readonly size: number;
  /** Where each cell begins, by source and then by epoch, and at last the size. */
  readonly cells: Int32Array;
  /** Seconds since the run began at which each epoch ends. */
  readonly epochs: Int32Array;
  /** By lead. */
  readonly sources: readonly number[];
  readonly moments: readonly number[];
}

/** The fewest leads of a cell: what comes rarely should not be three leads over and over. */
function fewestOf(size: number): number {
  return Math.min(100, Math.max(20, Math.round(size / 200)));
}

/**
 * How many leads each cell has, in the proportion in which the agreement expects them, and when they came. Settings do not change
 * it: a simulation with more leads of one source has the same pool, and so the same luck.
 */
export function planPool(model: Model, size: number): PoolPlan {
  const end = model.origin + comingDaysOf(model) * dayMs;
  const bounds = [model.origin, ...model.changes, end];
  const rates = model.sources.map((source) => ({
    rates: dailyRates(model, source),
    leads: source.expected,
  }));
  const total = rates.reduce((sum, one) => sum + one.leads * one.rates.reduce((a, b) => a + b, 0), 0);
  const fewest = fewestOf(size);
  const [cells, sources, moments] = [[0], [] as number[], [] as number[]];
  for (const [source, one] of rates.entries())
    for (const [epoch, until] of model.changes.concat(end).entries()) {
      const from = bounds[epoch] as number;
      const expected = one.leads * cumulative(one.rates, model.origin, from, until);
      const count = total > 0 ? Math.max(fewest, Math.round((size * expected) / total)) : fewest;
      for (const moment of spreadOut(one.rates, model.origin, { from, until, count })) {
        sources.push(source);
        moments.push(moment);
      }
      cells.push(moments.length);
    }
  const epochs = Int32Array.from(model.changes.concat(end), (moment) =>
    Math.round((moment - model.origin) / 1000),
  );
  return { size: moments.length, cells: Int32Array.from(cells), epochs, sources, moments };
}
/** So many moments, evenly over the leads that come in a span. */
function spreadOut(
  rates: Float64Array,
  origin: number,
  { from, until, count }: { readonly from: number; readonly until: number; readonly count: number },
): readonly number[] {
  const total = cumulative(rates, origin, from, until);
  const moments: number[] = [];
  let [day, before] = [Math.floor((from - origin) / dayMs), 0];
  for (let n = 0; n < count; n++) {
    const wanted = ((n + 0.5) / count) * total;
    for (;;) {
      const start = Math.max(from, origin + day * dayMs);
      const stop = Math.min(until, origin + (day + 1) * dayMs);
      const here = ((rates[day] ?? 0) * (stop - start)) / dayMs;
      if (before + here >= wanted || stop >= until) {
        const inside = here > 0 ? Math.min(1, (wanted - before) / here) : 0.5;
        moments.push(Math.floor((start + inside * (stop - start)) / 1000) * 1000);
        break;
      }
      before += here;
      day++;
    }
  }
  return moments;
}
