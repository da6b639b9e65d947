/** How many parts a doubling of time has in the counts of how long clocks ran. */
const partBits = 4;
const parts = 1 << partBits;
export const timeBins = 25 * parts;

/** The part in which a time in whole seconds lies. */
export function binOf(seconds: number): number {
  if (seconds < 1) return 0;
  const doublings = 31 - Math.clz32(seconds);
  // The highest bit is the doubling itself, the next ones are the part.
  const inside =
    (doublings < partBits ? seconds << (partBits - doublings) : seconds >> (doublings - partBits)) - parts;
  return Math.min(timeBins - 1, doublings * parts + inside);
}

/** The end of a part, in seconds. */
export function binEnd(bin: number): number {
  const doublings = Math.floor(bin / parts);
  return 2 ** doublings * (1 + ((bin % parts) + 1) / parts);
}
