import type { PromiseStatus } from './decisions.ts';

/** How a promise about one lead stands, and the steps that led there. */
export interface SlaStatus {
  readonly id: string;
  readonly state: PromiseStatus['state'] | 'not_started';
  /**
   * Why a clock did not start: the promise is not in force, its `when` does not hold of the lead, or none of the
   * events happened that start it. `null` for all that did.
   */
  readonly reason: 'not_in_force' | 'not_for_this_lead' | 'not_begun' | null;
  /** Whose hours count, a calendar or `always`, and its zone; `null` before the start, and `always` has no zone. */
  readonly calendar: string | null;
  readonly zone: string | null;
  readonly started_at: number | null;
  readonly due_at: number | null;
  readonly stopped_at: number | null;
  /** Working time since the start, up to the stop or `as_of`: the sum of all steps that count. */
  readonly used_ms: number | null;
  /** What is left of the promised time; 0 when it is used up. */
  readonly left_ms: number | null;
  readonly steps: readonly SlaStep[];
}

/** What an event did to a clock. `paused` made it stand still, `resumed` run again. */
export interface ClockMark {
  readonly kind: 'started' | 'restarted' | 'paused' | 'resumed' | 'attempted' | 'stopped';
  readonly at: number;
  readonly event: string;
}

/**
 * A step on the way of a clock. Days are dates (`2026-11-20`) in the calendar's zone.
 *
 * - `open`: working time on the way to the deadline, with the day on which it begins (`null` for `always`) and the
 *   name of that day, if it is a special one. `counted` until the stop or `as_of`; the rest would still be there.
 * - `closed`: a whole day without working time, as every week. `holiday`: one that would else have had some.
 * - `reminder`, `due`, `escalation`: the moments that the promise names.
 * - `overdue`: working time after the deadline, up to the next escalation, pause, stop or `as_of`.
 */
export type SlaStep =
  | ClockMark
  | {
      readonly kind: 'open';
      readonly from: number;
      readonly until: number;
      readonly work_ms: number;
      readonly counted: boolean;
      readonly day: string | null;
      readonly name: string | null;
    }
  | { readonly kind: 'closed'; readonly day: string }
  | { readonly kind: 'holiday'; readonly day: string; readonly name: string | null }
  | { readonly kind: 'reminder' | 'due'; readonly at: number }
  | { readonly kind: 'escalation'; readonly at: number; readonly to: string }
  | { readonly kind: 'overdue'; readonly from: number; readonly until: number; readonly work_ms: number };
