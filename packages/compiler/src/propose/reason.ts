export type Sureness = 'sure' | 'likely' | 'guess';

/** What one column is taken for, how sure that is, and why. */
export interface Reason {
  readonly sureness: Sureness;
  readonly why: string;
}

/** A name that is less like another one is not taken for it. */
export const leastAlike = 0.5;

export function surenessOf(score: number): Sureness {
  return score >= 0.85 ? 'sure' : score >= 0.65 ? 'likely' : 'guess';
}

/** How people are told that names are alike. */
export function named(like: number): string {
  return like === 1 ? 'named the same' : like >= leastAlike ? 'named alike' : 'named otherwise';
}
