/** A lead as the reference evaluator takes it: read, checked, every field there (`null` is missing). */
export interface Lead {
  readonly id: string;
  readonly created_at: number;
  /** By field id: a natural number, an option, a list of options, a flag, a text; dates and moments in ms. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Without duplicates, sorted by moment, then by the order of the vocabulary, then by id. */
  readonly events: readonly LeadEvent[];
}

export type FieldValue = string | number | boolean | readonly string[] | null;

export interface LeadEvent {
  readonly id: string | null;
  readonly event: string;
  readonly at: number;
  readonly properties: Readonly<Record<string, FieldValue>>;
}

export type PromiseState = 'running' | 'paused' | 'met' | 'broken' | 'beyond_calendar';

/** One line of a score's ledger; the points of all lines add up to the score. Natural numbers, not scaled. */
export interface LedgerLine {
  readonly kind:
    | 'rule'
    | 'score'
    | 'rule_cap'
    | 'rule_floor'
    | 'group_cap'
    | 'group_floor'
    | 'score_cap'
    | 'score_floor';
  /** The rule, score or group. */
  readonly id: string;
  readonly points: number;
}

export interface Move {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly at: number;
}

export interface PromiseStatus {
  readonly id: string;
  readonly state: PromiseState;
  readonly started_at: number;
  /** `null` while paused and beyond the calendar. */
  readonly due_at: number | null;
  readonly remind_at: number | null;
  readonly stopped_at: number | null;
  readonly escalations: readonly { readonly to: string; readonly at: number | null }[];
}

export interface Decision {
  readonly agreement: { readonly name: string; readonly hash: string };
  readonly lead: string;
  readonly as_of: number;
  readonly stage: string;
  readonly stage_since: number;
  readonly moves: readonly Move[];
  readonly scores: Readonly<Record<string, number>>;
  readonly bands: Readonly<Record<string, string>>;
  readonly grade: string | null;
  readonly persona: string | null;
  readonly route: {
    readonly id: string;
    readonly queue: string | null;
    readonly owner: string | null;
  } | null;
  readonly promises: readonly PromiseStatus[];
  readonly notices: readonly string[];
}

/** A decision, and how it came about. */
export interface Explanation extends Decision {
  /** By score. */
  readonly ledger: Readonly<Record<string, readonly LedgerLine[]>>;
  /** Ids of all rules, rows and transitions that made it, in the order in which they were applied. */
  readonly reasons: readonly string[];
}

/** An explanation of an engine: it also tells what would bring the lead further. */
export interface ExplanationWithNext extends Explanation {
  readonly next: Next | null;
}

/**
 * The smallest changes that bring a lead to the next stage, a moment later and with its moves written down; `null` where no
 * rule and no person leads on from where it is.
 */
export interface Next {
  readonly stage: string;
  /** `lead`: what the lead is or does is enough. `people`: only people of marketing or sales can lead on, by these events. */
  readonly by: 'lead' | 'people';
  /** What a rule still asks for, where it asks for points. */
  readonly points_missing: { readonly score: string; readonly points: number } | null;
  /** Each of them is enough; of one change, or of one event several times, or of two changes. None was found if it is empty. */
  readonly ways: readonly (readonly Change[])[];
}

export type Change =
  /** A field is one of these. */
  | { readonly kind: 'value'; readonly field: string; readonly one_of: readonly (string | boolean)[] }
  /** A list gets one of these more. */
  | { readonly kind: 'option'; readonly field: string; readonly one_of: readonly string[] }
  /** A number, day or moment lies between these; `null` is open. Natural numbers, and milliseconds. */
  | {
      readonly kind: 'number';
      readonly field: string;
      readonly at_least: number | null;
      readonly below: number | null;
    }
  /** An event happens so many times, with these properties. */
  | {
      readonly kind: 'event';
      readonly event: string;
      readonly properties: Readonly<Record<string, FieldValue>>;
      readonly times: number;
    };
