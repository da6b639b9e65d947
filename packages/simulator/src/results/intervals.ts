/** What a number is over all runs: nine of ten times between `p5` and `p95`, every second time between `p25` and `p75`. */
export interface Interval {
  readonly mean: number;
  readonly p5: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** The interval of the numbers that are there; `null` where there is none. Those that are not are moved away in place. */
export function intervalOf(values: Float64Array): Interval | null {
  let count = 0;
  for (const value of values) if (!Number.isNaN(value)) values[count++] = value;
  if (count === 0) return null;
  const sorted = values.subarray(0, count).toSorted();
  let sum = 0;
  for (const value of sorted) sum += value;
  return {
    mean: sum / count,
    p5: quantile(sorted, 0.05),
    p25: quantile(sorted, 0.25),
    p50: quantile(sorted, 0.5),
    p75: quantile(sorted, 0.75),
    p95: quantile(sorted, 0.95),
  };
}

/** Between the two values that are nearest (Hyndman and Fan's type 7). */
function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (at - below) * (high - low);
}
