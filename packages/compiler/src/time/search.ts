/**
 * How many numbers of a sorted list are at most `value`; the index of the first one above it.
 *
 * ```ts
 * countUpTo([10, 20, 30], 20); // 2
 * ```
 */
export function countUpTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
