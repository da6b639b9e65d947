/**
 * What is left after each whole day of a half-life, in millionths. Where the power lies so near to the middle of two
 * whole numbers that engines might round it differently, `close` says which.
 */
export function factorsOf(
  days: number,
  length: number,
  close: Readonly<Record<number, number>>,
): readonly number[] {
  return Array.from({ length }, (_, age) => close[age] ?? Math.round(1_000_000 * 2 ** (-age / days)));
}
