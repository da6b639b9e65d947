import type { Model } from '../model/types.ts';

/** After the last reported week nobody new comes, and what is under way is followed for so long: cohorts are whole. */
const runOut = 26 * 7;

/** How many days leads come in a run. */
export function comingDaysOf({
  weeks,
  warm_up_weeks: warmUp,
}: Pick<Model, 'weeks' | 'warm_up_weeks'>): number {
  return (weeks + warmUp) * 7;
}

/** How many days a run has. */
export function runDaysOf(model: Model): number {
  return comingDaysOf(model) + runOut;
}
