import type { Share } from './data.ts';

/** The 95th percentile of the normal distribution: nine of ten lie within it on both sides. */
const z = 1.6448536269514722;

/**
 * A share with its 90% interval by Wilson's score ("Probable inference, the law of succession, and statistical inference", 1927),
 * which holds for few leads and for shares near 0 and 1 too.
 */
export function shareOf(count: number, of: number): Share {
  const share = count / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return { share, low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}
