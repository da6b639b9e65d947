import type { Model } from '../model/types.ts';

/** After the last reported week nobody new comes, and what is under way is followed for so long: cohorts are whole. */
const runOut = 26 * 7;

/** How many days leads come in a run. */
export function comingDaysOf({ weeks, warm_up_weeks: warmUp }: Model): number {
  return (weeks + warmUp) * 7;
}

/** How many days a run has. */
export function daysOf(model: Model): number {
  return comingDaysOf(model) + runOut;
}
