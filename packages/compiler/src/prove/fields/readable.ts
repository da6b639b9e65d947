import type { Interval } from './intervals.ts';

/**
 * The number of an interval that is easiest to read: with as many zeros at its end as there can be, and of these the one
 * that is nearest to the lower bound.
 *
 * ```ts
 * readable({ low: 200, high: 1999 }); // 1000
 * readable({ low: 51, high: 99 }); // 60
 * ```
 */
export function readable({ low, high }: Interval): number {
  if (low <= 0 && high >= 0) return 0;
  if (high < 0) return -readable({ low: -high, high: -low });
  for (let step = 10 ** Math.floor(Math.log10(high)); step >= 1; step /= 10) {
    const value = Math.ceil(low / step) * step;
    if (value <= high) return value;
  }
  return low;
}
