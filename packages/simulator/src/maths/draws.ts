import { exp } from './exp.ts';
import { log } from './log.ts';
import { normalQuantile, z95 } from './normal.ts';

/** Above this a Poisson count is drawn in parts, each with a number of its own: e to the minus mean would be too small. */
export const largestMean = 400;

/** How many things happen that happen `mean` times on average, each by itself: the Poisson quantile of `u`, for a mean up to {@link largestMean}. */
export function poisson(u: number, mean: number): number {
  let term = exp(-mean);
  let sum = term;
  let count = 0;
  while (sum < u && count < 2000) {
    count++;
    term *= mean / count;
    sum += term;
  }
  return count;
}

/** The exponential quantile of `u`, with a mean of 1. */
export function exponential(u: number): number {
  return -log(u);
}

/** A lognormal distribution with this mean, whose middle 90% spans the ratio `high ÷ low`. */
export interface Lognormal {
  readonly mu: number;
  readonly sigma: number;
}

/** The distribution of single values around a mean: fixed where no range is given. */
export function lognormalOf(mean: number, low: number | null, high: number | null): Lognormal {
  const ratio = low !== null && high !== null && low > 0 ? high / low : 1;
  const sigma = ratio > 1 ? log(ratio) / (2 * z95) : 0;
  return { mu: mean > 0 ? log(mean) - (sigma * sigma) / 2 : -Infinity, sigma };
}

/** The lognormal quantile of `u`. */
export function lognormal({ mu, sigma }: Lognormal, u: number): number {
  return exp(sigma === 0 ? mu : mu + sigma * normalQuantile(u));
}

/**
 * A number that is not known for sure: `value` is as likely too high as too low, and the middle 90% lies between `low` and
 * `high`. Two halves of normal distributions, one on each side; an end that is not given is the value itself.
 */
export function uncertain(value: number, low: number | null, high: number | null, z: number): number {
  const width = z < 0 ? value - (low ?? value) : (high ?? value) - value;
  return value + (z / z95) * width;
}
