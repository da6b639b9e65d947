import type { Agreement } from '../../ir/types.ts';
import { literal, union } from '../encode/typescript.ts';
import { calendarsUsed } from './promise-code.ts';

/** The types of what `slaStatus` returns. */
export function slaTypes(agreement: Agreement): string {
  const calendars = [...calendarsUsed(agreement).map(({ id }) => id), 'always'];
  const zones = [...new Set(calendarsUsed(agreement).map(({ zone }) => zone))];
  const events = agreement.events.map(({ id }) => id);
  return `/** The calendars that promises about a lead go by. */
export type CalendarId =${union(calendars)};

/** Every event of the agreement, \`entered_<stage>\` among them. */
export type EventId =${union(events)};

/** How a promise about one lead stands, and the steps that led there. Moments are milliseconds since 1970. */
export interface SlaStatus {
  readonly id: PromiseId;
  readonly state: PromiseStatus['state'] | 'not_started';
  /** Why it did not start: not in force, its \`when\` does not hold, nothing happened that starts it. */
  readonly reason: 'not_in_force' | 'not_for_this_lead' | 'not_begun' | null;
  /** Whose hours count; \`null\` before the start. */
  readonly calendar: CalendarId | null;
  /** The zone of the days below; \`null\` of \`always\`. */
  readonly zone: ${[...zones.map((zone) => literal(zone)), 'null'].join(' | ')};
  readonly started_at: number | null;
  /** As in a decision: \`null\` while paused and beyond the calendar. */
  readonly due_at: number | null;
  readonly stopped_at: number | null;
  /** Working time since the start, until the stop or \`asOf\`: the sum of all steps that count. */
  readonly used_ms: number | null;
  /** What is left of the promised time; 0 when it is used up. */
  readonly left_ms: number | null;
  /** In the order of their moments. */
  readonly steps: readonly SlaStep[];
}

/** A step on the way of a promise. */
export type SlaStep =
  | SlaEvent
  | SlaWindow
  /** A day without working time, as every week; such as \`2026-11-21\`, in the calendar's zone. */
  | { readonly kind: 'closed'; readonly day: string }
  /** A day that is closed, though its weekday is not. */
  | { readonly kind: 'holiday'; readonly day: string; readonly name: string | null }
  | { readonly kind: 'reminder' | 'due'; readonly at: number }
  | { readonly kind: 'escalation'; readonly at: number; readonly to: string }
  /** Working time after the deadline, until the next escalation, pause, stop or \`asOf\`. */
  | { readonly kind: 'overdue'; readonly from: number; readonly until: number; readonly work_ms: number };

/** What an event did: \`paused\` made the clock stand still, \`resumed\` run again. */
export interface SlaEvent {
  readonly kind: 'started' | 'restarted' | 'paused' | 'resumed' | 'attempted' | 'stopped';
  readonly at: number;
  readonly event: EventId;
}

/** Working time on the way to the deadline. */
export interface SlaWindow {
  readonly kind: 'open';
  readonly from: number;
  readonly until: number;
  readonly work_ms: number;
  /** Whether it had passed at the stop or \`asOf\`. */
  readonly counted: boolean;
  /** The day on which it begins, in the calendar's zone; \`null\` of \`always\`. */
  readonly day: string | null;
  /** What a special day is called. */
  readonly name: string | null;
}`;
}
