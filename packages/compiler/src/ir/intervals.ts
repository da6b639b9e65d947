import type { Bound } from './types.ts';

/** An interval of whole (scaled) numbers with a name; a `null` bound is open. */
export interface NamedInterval {
  readonly id: string;
  readonly min: Bound | null;
  readonly max: Bound | null;
}

export interface Overlap {
  readonly value: number;
  readonly first: string;
  readonly second: string;
}

/** First and last whole number of an interval. */
export function ends({ min, max }: Pick<NamedInterval, 'min' | 'max'>): readonly [low: number, high: number] {
  return [
    min === null ? -Infinity : min.value + (min.inclusive ? 0 : 1),
    max === null ? Infinity : max.value - (max.inclusive ? 0 : 1),
  ];
}

/** Every pair of intervals that share a number, with the smallest shared one. */
export function overlaps(intervals: readonly NamedInterval[]): Overlap[] {
  return intervals.flatMap((second, index) =>
    intervals.slice(0, index).flatMap((first) => {
      const [a, b] = [ends(first), ends(second)];
      const low = Math.max(a[0], b[0]);
      const high = Math.min(a[1], b[1]);
      if (low > high) return [];
      return [
        {
          value: Number.isFinite(low) ? low : Number.isFinite(high) ? high : 0,
          first: first.id,
          second: second.id,
        },
      ];
    }),
  );
}

/** The first number of each stretch of `[low, high]` that no interval holds. */
export function gaps(intervals: readonly NamedInterval[], low: number, high: number): number[] {
  const found: number[] = [];
  let next = low;
  for (const [from, to] of intervals.map(ends).toSorted((a, b) => a[0] - b[0])) {
    if (from > next && next <= high) found.push(Number.isFinite(next) ? next : Math.min(from - 1, high));
    next = Math.max(next, to + 1);
  }
  if (next <= high && Number.isFinite(next)) found.push(next);
  return found;
}
