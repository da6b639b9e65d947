/** Whole numbers from one to another, both included. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The intervals from `low` to `high` that begin at these edges. */
export function cuts(edges: Iterable<number>, low: number, high: number): readonly Interval[] {
  const starts = [...new Set([low, ...edges])]
    .filter((edge) => edge >= low && edge <= high)
    .toSorted((one, other) => one - other);
  return starts.map((start, at) => ({ low: start, high: (starts[at + 1] ?? high + 1) - 1 }));
}

/** Which intervals lie within two bounds; they were cut there. */
export function within(
  intervals: readonly Interval[],
  [low, high]: readonly [low: number, high: number],
): number[] {
  return intervals.flatMap((interval, at) => (interval.low >= low && interval.high <= high ? [at] : []));
}
