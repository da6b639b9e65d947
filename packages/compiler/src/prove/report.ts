import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { LeadInput, SourceSpan } from '../ir/types.ts';

/** What a property is about, in the order in which people read it. */
export const topics = ['leaks', 'dead', 'reach', 'scores', 'order', 'personas', 'assertions'] as const;
export type Topic = (typeof topics)[number];

/** An invented lead that shows something; the reference evaluator has decided it. */
export interface Witness {
  readonly lead: LeadInput;
  readonly as_of: number;
  /** What of it matters, as a part of a sentence: `a lead with country us, in mql for 3 days`. */
  readonly says: string;
}

/**
 * A statement about all leads that an agreement can meet while it runs.
 *
 * - `proved`: it holds of every lead.
 * - `refuted`: it does not; `witness` shows it, unless what is missing is a lead.
 * - `unknown`: neither was shown, and `reason` says why.
 */
export interface Property {
  readonly topic: Topic;
  /** What is stated, as a sentence. */
  readonly says: string;
  /** The id of what it is about: a rule, row, stage, score. */
  readonly about: string | null;
  readonly span: SourceSpan;
  readonly verdict: 'proved' | 'refuted' | 'unknown';
  readonly witness: Witness | null;
  readonly reason: string | null;
  /** What the author is told, if it is not as it should be. */
  readonly finding: Diagnostic | null;
}
