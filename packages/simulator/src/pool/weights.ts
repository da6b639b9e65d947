import type { Model } from '../model/types.ts';
import { cumulative, dailyRates } from '../time/rates.ts';
import { dayMs } from '../time/units.ts';
import type { Pool } from './pool.ts';

/**
 * For how many of the leads that are expected in the reported weeks each lead of a pool stands. Sources that bring few leads
 * have more in the pool than their part, so a share of the pool is no share of the leads:
 *
 * ```ts
 * const weights = poolWeights(model, pool);
 * // of all leads, the share that is handed over: the weights of those with `hand_after[i] >= 0`, divided by all weights
 * ```
 */
export function poolWeights(model: Model, { cells, epochs, size }: Pool): Float64Array {
  const weights = new Float64Array(size);
  const reported = model.origin + model.warm_up_weeks * 7 * dayMs;
  const ends = Array.from(epochs, (seconds) => model.origin + seconds * 1000);
  for (const [index, source] of model.sources.entries()) {
    const rates = dailyRates(model, source);
    const leads = model.parameters[source.leads]?.value ?? 0;
    for (const [epoch, until] of ends.entries()) {
      const from = Math.max(reported, epoch === 0 ? model.origin : (ends[epoch - 1] as number));
      const cell = index * ends.length + epoch;
      const [first, end] = [cells[cell] as number, cells[cell + 1] as number];
      weights.fill((leads * cumulative(rates, model.origin, from, until)) / (end - first), first, end);
    }
  }
  return weights;
}
