/** What a test asks. `property` is only met inside the `where` of an event, `becomes` and `queue` only in assertions. */
export type Subject =
  | { readonly kind: 'field'; readonly id: string }
  | { readonly kind: 'property'; readonly id: string }
  | { readonly kind: 'score'; readonly id: string }
  | { readonly kind: 'persona' }
  | { readonly kind: 'grade' }
  | { readonly kind: 'stage' }
  /** The stages that the decision's moves enter. */
  | { readonly kind: 'becomes' }
  /** The queue that the decision routes the lead to. */
  | { readonly kind: 'queue' };

export interface Bound {
  /** Scaled by the subject's decimals. */
  readonly value: number;
  readonly inclusive: boolean;
}

/**
 * Every test of a missing value is false, except `present` turned round. `not` is the exact complement.
 *
 * - `choice`: the subject is one of `options`; a score: its band; `becomes`: one of the stages entered is.
 * - `includes`: the set field has any, or all, of `options`.
 * - `number`: the value lies between the bounds. Numbers, money, percents, dates, moments and scores.
 * - `age`: `as_of − value`, in ms, lies between the bounds. Dates and moments.
 * - `text`: after folding (NFC, then ASCII letters to lower case) equals, contains, starts or ends with one of `values` (folded).
 * - `event`: how many events of `events` (up to `as_of`, after the latest of `since` if that happened, not older than
 *   `within_ms`, with `where`) lies between `min` and `max` (inclusive; `null` is open).
 * - `event_age`: there is such an event and the latest is older than `older_than_ms` (strictly).
 */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'some'; readonly at_least: number; readonly of: readonly Condition[] }
  | { readonly kind: 'present'; readonly subject: Subject }
  | { readonly kind: 'choice'; readonly subject: Subject; readonly options: readonly string[] }
  | {
      readonly kind: 'includes';
      readonly subject: Subject;
      readonly mode: 'any' | 'all';
      readonly options: readonly string[];
    }
  | { readonly kind: 'flag'; readonly subject: Subject; readonly is: boolean }
  | {
      readonly kind: 'number';
      readonly subject: Subject;
      readonly min: Bound | null;
      readonly max: Bound | null;
      readonly decimals: number;
    }
  | {
      readonly kind: 'age';
      readonly subject: Subject;
      readonly min: Bound | null;
      readonly max: Bound | null;
    }
  | {
      readonly kind: 'text';
      readonly subject: Subject;
      readonly op: 'equals' | 'contains' | 'starts_with' | 'ends_with';
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'event';
      readonly events: readonly string[];
      readonly min: number | null;
      readonly max: number | null;
      readonly within_ms: number | null;
      readonly since: readonly string[];
      readonly where: Condition | null;
    }
  | {
      readonly kind: 'event_age';
      readonly events: readonly string[];
      readonly older_than_ms: number;
      readonly since: readonly string[];
      readonly where: Condition | null;
    };
