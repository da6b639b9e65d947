/** How many parts a doubling of time has in the counts of how long clocks ran. */
const parts = 16;
export const timeBins = 25 * parts;

/** The part in which a time in seconds lies. */
export function binOf(seconds: number): number {
  if (seconds < 1) return 0;
  const doublings = 31 - Math.clz32(seconds);
  const inside = ((seconds - 2 ** doublings) * parts) / 2 ** doublings;
  return Math.min(timeBins - 1, doublings * parts + Math.floor(inside));
}

/** The end of a part, in seconds. */
export function binEnd(bin: number): number {
  const doublings = Math.floor(bin / parts);
  return 2 ** doublings * (1 + ((bin % parts) + 1) / parts);
}
