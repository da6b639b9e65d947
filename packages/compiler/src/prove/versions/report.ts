import type { Condition, Decision } from '../../ir/types.ts';
import type { Witness } from '../report.ts';
import type { DeadlineChange } from './deadlines.ts';
import type { Aspect } from './outcomes.ts';

/** What a decision says before and after; `null` is nothing, or what is not told apart. */
export interface Outcome {
  readonly from: string | null;
  readonly to: string | null;
}

/** An invented lead of a set, and what each version decides about it. */
export interface Shown extends Witness {
  readonly before: Decision;
  readonly after: Decision;
}

/** Leads that two versions of an agreement decide otherwise in one aspect. */
export interface DecisionSet {
  readonly aspect: Aspect;
  /** The score, promise or notice. */
  readonly about: string | null;
  /** What leads of the set are decided before and after. */
  readonly outcomes: readonly Outcome[];
  /** All of these, and of those `besides`, hold of each lead of the set, as the old version sees it: first what was changed. */
  readonly where: readonly Condition[];
  readonly besides: readonly Condition[];
  /** Whether they see the stage in which a lead is recorded, or in which the old version leaves it. */
  readonly sees: 'recorded' | 'decided';
  /** Each lead of which these hold is decided otherwise; if not, some of them are. */
  readonly exact: boolean;
  /** `null` if no lead was found that shows it: then it is not known that there is one. */
  readonly shown: Shown | null;
}

/**
 * What two versions of an agreement decide otherwise.
 *
 * - `same`: proved that no lead is decided otherwise, nor has a promise another deadline.
 * - `different`: the sets and deadlines tell every lead that is. Where a set shows no lead, none may be in it.
 * - `unknown`: `reason` says why; leads outside the sets may be decided otherwise too.
 */
export interface Differences {
  readonly verdict: 'same' | 'different' | 'unknown';
  readonly reason: string | null;
  readonly sets: readonly DecisionSet[];
  readonly deadlines: readonly DeadlineChange[];
  /** Scores that may have other points; of all others it is known that they have the same. */
  readonly points: readonly string[];
}
