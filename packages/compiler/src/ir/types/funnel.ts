import type { InForce, Owner, SourceSpan, Zone } from './basics.ts';
import type { Condition } from './conditions.ts';
import type { Option } from './vocabulary.ts';

export interface Stage {
  readonly kind: 'stage';
  readonly id: string;
  readonly title: string;
  /** An exit stands beside the funnel: disqualified, recycled. */
  readonly exit: boolean;
  readonly zone: Zone | null;
  readonly owner: Owner | null;
  readonly definition: string;
  readonly not: string | null;
  /** Nothing follows: a customer, or an exit for good. */
  readonly end: boolean;
  /** Why an exit has no way back; `null` for others. */
  readonly final_because: string | null;
  readonly reasons: readonly Option[];
  readonly stale_after: {
    readonly after_ms: number;
    readonly to: string;
    readonly without: readonly string[];
  } | null;
  readonly span: SourceSpan;
}

/**
 * A way from one stage to another, tried in the order of the list.
 *
 * - `rule`: when the condition holds; happens at `as_of`.
 * - `people`: at the first event of `on` (with `where`) strictly after the lead entered its stage, if the condition holds at `as_of`.
 * - `time`: `after_ms` after the latest of: entering the stage, the events `without` since then. Tried after all others.
 */
export interface Transition {
  readonly kind: 'transition';
  readonly id: string;
  readonly by: 'rule' | 'people' | 'time';
  readonly from: readonly string[];
  readonly to: string;
  readonly on: readonly string[];
  readonly where: Condition | null;
  readonly when: Condition | null;
  readonly after_ms: number | null;
  readonly without: readonly string[];
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}
