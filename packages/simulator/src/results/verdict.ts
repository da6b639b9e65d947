export type Verdict = 'kept' | 'at risk' | 'broken';

/** How a promise stands that this share of runs or periods keeps: kept in nine of ten, at risk in more than half. */
export function verdictOf(probability: number): Verdict {
  if (probability >= 0.9) return 'kept';
  return probability > 0.5 ? 'at risk' : 'broken';
}
