import type { InForce, SourceSpan } from './basics.ts';
import type { Bound, Condition } from './conditions.ts';

interface RuleBase {
  readonly id: string;
  /** Scaled by the score's decimals, as are `cap` and `floor`. */
  readonly points: number;
  readonly group: string | null;
  readonly cap: number | null;
  readonly floor: number | null;
  readonly when: Condition | null;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

/** Points for what a lead is. */
export interface LeadRule extends RuleBase {
  readonly kind: 'lead_rule';
  /** The table of points that it is a row of; at most one row of a table gives points. */
  readonly table: string | null;
}

/** Points for each event that `at_most` keeps, faded by its age. */
export interface EventRule extends RuleBase {
  readonly kind: 'event_rule';
  readonly on: readonly string[];
  readonly where: Condition | null;
  readonly at_most: AtMost | null;
  readonly fades: Fade | null;
  /** Rules of the same score that pay for the same events on purpose. */
  readonly stacks_with: readonly string[];
}

/** Points for each whole idle span since the latest of: creation, the events `without`, the score's `since`. */
export interface IdleRule extends RuleBase {
  readonly kind: 'idle_rule';
  readonly every_ms: number;
  readonly without: readonly string[];
}

export type Rule = LeadRule | EventRule | IdleRule;

/** Keeps an event, in time order, only if fewer than `count` kept ones are younger than `per_ms` at it (`null`: in all). */
export interface AtMost {
  readonly count: number;
  readonly per_ms: number | null;
}

/**
 * - `half_life`: points × factors[whole days of age] / 1,000,000; 0 past the table's end.
 * - `expires`: full points while age ≤ `after_ms`, then 0.
 * - `lose`: points move toward 0 by `points` for each whole `every_ms` of age, and stay at 0.
 */
export type Fade =
  | { readonly kind: 'half_life'; readonly half_life_days: number; readonly factors: readonly number[] }
  | { readonly kind: 'expires'; readonly after_ms: number }
  | { readonly kind: 'lose'; readonly points: number; readonly every_ms: number };

export interface Group {
  readonly kind: 'group';
  readonly id: string;
  readonly cap: number | null;
  readonly floor: number | null;
  readonly when: Condition | null;
  readonly span: SourceSpan;
}

/** What a table of points promises about its rows. */
export interface PointTable {
  readonly kind: 'point_table';
  readonly id: string;
  readonly match: 'first' | 'exactly_one';
  /** It says which points a lead has that no row matches. */
  readonly complete: boolean;
  readonly span: SourceSpan;
}

/** A named interval of a score; the bands of a score cover every value once. */
export interface Band {
  readonly id: string;
  readonly min: Bound | null;
  readonly max: Bound | null;
  readonly span: SourceSpan;
}

export interface Score {
  readonly kind: 'score';
  readonly id: string;
  readonly title: string;
  readonly means: string | null;
  readonly decimals: number;
  /** Outside it the score is 0. */
  readonly when: Condition | null;
  /** Only events after the latest of these count. */
  readonly since: readonly string[];
  readonly cap: number | null;
  readonly floor: number | null;
  readonly groups: readonly Group[];
  readonly rules: readonly Rule[];
  /** Tables of points; their rows are among `rules`. */
  readonly tables: readonly PointTable[];
  /** Scores that this one adds up; then `rules` is empty. */
  readonly sum: readonly string[];
  readonly bands: readonly Band[];
  readonly span: SourceSpan;
}

export interface GradeRow {
  readonly kind: 'grade_row';
  readonly id: string;
  readonly when: Condition;
  readonly grade: string;
  readonly because: string | null;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

export interface Grades {
  readonly kind: 'grades';
  /** Best first. */
  readonly order: readonly string[];
  readonly match: 'first' | 'exactly_one';
  readonly rows: readonly GradeRow[];
  readonly otherwise: string | null;
  /** Why a better score may give a worse grade; `null` when it never may. */
  readonly worse_grade_because: string | null;
  /** How the author wrote it, for showing; `null` when it was written as a table. */
  readonly matrix: {
    readonly rows: string;
    readonly columns: string;
    readonly row_bands: readonly string[];
    readonly column_bands: readonly string[];
  } | null;
  readonly span: SourceSpan;
}

export interface Persona {
  readonly kind: 'persona';
  readonly id: string;
  readonly title: string;
  readonly who: string | null;
  readonly when: Condition;
  /** Personas above it: leads that match both belong to them on purpose. */
  readonly gives_way_to: readonly string[];
  readonly goals: readonly string[];
  readonly pains: readonly string[];
  readonly questions: readonly string[];
  readonly needs: readonly PersonaNeed[];
  readonly span: SourceSpan;
}

export interface PersonaNeed {
  readonly stage: string;
  readonly content: readonly string[];
  readonly offer: string | null;
  readonly talking_points: readonly string[];
}
