/** What the parts share. An engine has its own, narrower types of these names. */

export interface LedgerLine {
  kind:
    | 'rule'
    | 'score'
    | 'rule_cap'
    | 'rule_floor'
    | 'group_cap'
    | 'group_floor'
    | 'score_cap'
    | 'score_floor';
  id: string;
  points: number;
}

export interface Move {
  id: string;
  from: string;
  to: string;
  at: number;
}

export interface PromiseStatus {
  id: string;
  state: 'running' | 'paused' | 'met' | 'broken' | 'beyond_calendar';
  started_at: number;
  due_at: number | null;
  remind_at: number | null;
  stopped_at: number | null;
  escalations: { to: string; at: number | null }[];
}

export type RuleId = string;
export type ReasonId = 'a_rule' | 'a_row';

export interface LeadEvent {
  readonly code: number;
  readonly at: number;
  readonly id: string | null;
  readonly properties: object | null;
}

/** Something in a lead that is not as the agreement says. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}
