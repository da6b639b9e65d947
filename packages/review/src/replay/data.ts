/**
 * The leads of an export, decided by both versions: what the change would have meant for leads that were there. It tells of
 * these leads, and proves nothing of others. There is no field of any lead in it: only counts, and of fewer than
 * {@link fewest} leads no count.
 */
export interface Replay {
  /** The moment at which all leads are decided, ISO 8601 in UTC. */
  readonly as_of: string;
  /** Leads that both versions decided; where they are too few to be told, nothing else is told of them either. */
  readonly leads: Told;
  /** The days on which the first and the last of them were created, `YYYY-MM-DD`. */
  readonly created: readonly [string, string] | null;
  /** Rows that could not be read, or that a version does not take. */
  readonly refused: number;
  /** Leads that are decided differently. */
  readonly changed: Told;
  /**
   * Whether some of those are not where the proof says that leads are decided differently: that is a bug of smarketing. `null`
   * where the proof does not tell all, or where the leads are too few.
   */
  readonly outside: 'none' | 'some' | null;
  readonly moves: readonly Movement[];
  readonly segments: readonly Segment[];
  readonly handover: Handover | null;
}

/** Fewer leads than this are not told of: somebody might know who they are. */
export const fewest = 5;

/** A count of leads; `null` where they are some, and fewer than {@link fewest}. */
export type Told = number | null;

export function told(count: number): Told {
  return count > 0 && count < fewest ? null : count;
}

/** Leads that have one thing before and another after. */
export interface Movement {
  readonly aspect: 'stage' | 'grade' | 'persona' | 'queue';
  /** In the words of the agreement; `null` is none. */
  readonly from: string | null;
  readonly to: string | null;
  readonly leads: Told;
}

/** The leads that have one option of a field, one persona or one grade, before. */
export interface Segment {
  readonly by: string;
  readonly value: string;
  readonly leads: number;
  /** Of these, how many are decided differently, and how many each version hands over: see {@link Handover}. */
  readonly changed: Told;
  readonly handed: readonly [Told, Told];
}

/**
 * Whom each version would hand over, if all leads began anew: each is decided as if it had not yet come to any stage, by all that
 * it is and did until `as_of`. And what really became of them.
 */
export interface Handover {
  /** The stage to which they are handed over, and the one in which they are won. */
  readonly stage: string;
  readonly won: string;
  /** Whether any lead of the export was won, without which nothing is known of what became of them. */
  readonly hasOutcomes: boolean;
  readonly before: Told;
  readonly after: Told;
  readonly cohorts: readonly Cohort[];
}

export interface Cohort {
  /** Handed over by both versions, by the proposed one only, or by the present one only. */
  readonly who: 'both' | 'added' | 'dropped';
  readonly leads: Told;
  /** `null` where the leads are too few. */
  readonly won: Share | null;
  readonly lost: Share | null;
}

/** A share of a cohort, with what bounds it in nine of ten samples as large. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}
