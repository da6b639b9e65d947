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

export interface SlaStatus {
  id: string;
  state: PromiseStatus['state'] | 'not_started';
  reason: 'not_in_force' | 'not_for_this_lead' | 'not_begun' | null;
  calendar: CalendarId | null;
  zone: string | null;
  started_at: number | null;
  due_at: number | null;
  stopped_at: number | null;
  used_ms: number | null;
  left_ms: number | null;
  steps: SlaStep[];
}

export type SlaStep =
  | {
      kind: 'started' | 'restarted' | 'paused' | 'resumed' | 'attempted' | 'stopped';
      at: number;
      event: EventId;
    }
  | {
      kind: 'open';
      from: number;
      until: number;
      work_ms: number;
      counted: boolean;
      day: string | null;
      name: string | null;
    }
  | { kind: 'closed'; day: string }
  | { kind: 'holiday'; day: string; name: string | null }
  | { kind: 'reminder' | 'due'; at: number }
  | { kind: 'escalation'; at: number; to: string }
  | { kind: 'overdue'; from: number; until: number; work_ms: number };

export type EventId = string;
export type CalendarId = string;
export type RuleId = string;
export type ReasonId = 'a_rule' | 'a_row';

export type Change = { readonly kind: string };

export interface LeadEvent {
  readonly code: number;
  readonly event: string;
  readonly at: number;
  readonly id: string | null;
  readonly properties: object | null;
}

/** Something in a lead that is not as the agreement says. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}
