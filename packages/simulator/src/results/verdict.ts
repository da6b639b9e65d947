export type Verdict = 'kept' | 'at risk' | 'broken';

/** How a promise stands that this share of runs or periods keeps: kept in nine of ten, at risk in more than half. */
export function verdictOf(probability: number): Verdict {
  if (probability >= 0.9) return 'kept';
  return probability > 0.5 ? 'at risk' : 'broken';
}

/** `92%`, and at the ends what that many runs can say at most: never that something is certain. */
export function chance(probability: number, runs: number): string {
  const percent = probability * 100;
  const least = Math.max(1, Math.ceil(100 / runs));
  if (percent < least) return `below ${least}%`;
  if (percent > 100 - least) return `above ${100 - least}%`;
  return `${percent.toFixed(0)}%`;
}
