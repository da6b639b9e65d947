/** `one` is at most so much more than `other`. */
export interface Difference {
  readonly one: number;
  readonly other: number;
  readonly most: number;
}

/** A number that is as near to what is wished for as its bounds let it be. */
export type Wish = (low: number, high: number) => number;

/**
 * Whole numbers that keep all differences, chosen one after another in the order of the wishes; number 0 is 0.
 * `undefined` if there are none.
 *
 * ```ts
 * timed([{ one: 1, other: 0, most: 9 }, { one: 0, other: 1, most: -5 }], [(low) => low]); // [0, 5]
 * ```
 */
export function timed(
  differences: readonly Difference[],
  wishes: ReadonlyMap<number, Wish>,
  count: number,
): number[] | undefined {
  const most = closed(differences, count);
  if (most.some((row, at) => (row[at] as number) < 0)) return undefined;
  const between = (one: number, other: number): number => (most[one] as number[])[other] as number;
  for (const [at, wish] of wishes) {
    const [low, high] = [0 - between(0, at), between(at, 0)];
    if (low === high) continue;
    const value = Math.min(high, Math.max(low, wish(low, high)));
    for (const [one, row] of most.entries()) {
      const [up, down] = [between(one, at) + value, between(one, 0) - value];
      for (let other = 0; other < count; other += 1) {
        row[other] = Math.min(row[other] as number, up + between(0, other), down + between(at, other));
      }
    }
  }
  return most.map((row) => row[0] as number);
}

/** The least bound between each two that follows from all the bounds (Floyd and Warshall). */
function closed(differences: readonly Difference[], count: number): number[][] {
  const most = Array.from({ length: count }, (_, one) =>
    Array.from({ length: count }, (__, other) => (one === other ? 0 : Infinity)),
  );
  for (const { one, other, most: bound } of differences) {
    const row = most[one] as number[];
    row[other] = Math.min(row[other] as number, bound);
  }
  for (const [over, through] of most.entries()) {
    for (const row of most) {
      const first = row[over] as number;
      if (first === Infinity) continue;
      for (let other = 0; other < count; other += 1) {
        row[other] = Math.min(row[other] as number, first + (through[other] as number));
      }
    }
  }
  return most;
}
