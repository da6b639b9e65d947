import type { SourceSpan } from './basics.ts';
import type { Condition } from './conditions.ts';

/**
 * What both teams say of every decision. It decides nothing; the prover shows that it holds, or a lead for which it does not.
 *
 * - `never`: no decision for which `when` holds has `holds`.
 * - `always`: every decision for which `when` holds has it.
 */
export interface Assertion {
  readonly kind: 'assertion';
  readonly id: string;
  readonly says: string;
  readonly mode: 'never' | 'always';
  readonly when: Condition | null;
  /** The condition under `never` or `always`. */
  readonly holds: Condition;
  readonly because: string | null;
  readonly span: SourceSpan;
}

/** A finding that both teams accept for a while. */
export interface Waiver {
  readonly kind: 'waiver';
  /** The finding's code. */
  readonly finding: string;
  /** The id of what the finding is about: a rule, row, stage, score, ... */
  readonly of: string;
  readonly because: string;
  /** The last day on which it holds. */
  readonly until: string;
  readonly span: SourceSpan;
}
