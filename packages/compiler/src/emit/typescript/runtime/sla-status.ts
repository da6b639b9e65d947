import { type Calendar, closedAt, hoursOf, workBetween } from './calendar.ts';
import { type Clock, type ClockTerms, clockOf, type Mark, statusOf, type Tick } from './clock.ts';
import type { EventId, SlaStatus, SlaStep } from './types.ts';
import { type CalendarDays, dateOf, type ZoneDays, zoneDays } from './zone-days.ts';

/** What is known before a clock is looked at. */
export interface SlaContext {
  readonly ticks: readonly Tick[];
  readonly names: readonly string[];
  readonly asOf: number;
  /** Of `always` there is nothing to say. */
  readonly daysOf: (calendar: Calendar | null) => CalendarDays | null;
}

/** How a promise stands, and the steps that led there. `reason` says why it is not about the lead at all. */
export function slaOf(
  terms: ClockTerms,
  reason: SlaStatus['reason'],
  calendarOf: (clock: Clock) => Calendar | null,
  { ticks, names, asOf, daysOf }: SlaContext,
): SlaStatus {
  const marks: Mark[] = [];
  const clock = reason === null ? clockOf(terms, ticks, marks) : null;
  const none: SlaStatus = {
    id: terms.id,
    state: 'not_started',
    reason: reason ?? 'not_begun',
    calendar: null,
    zone: null,
    started_at: null,
    due_at: null,
    stopped_at: null,
    used_ms: null,
    left_ms: null,
    steps: [],
  };
  if (clock === null) return none;
  const calendar = calendarOf(clock);
  const days = daysOf(calendar);
  const status = statusOf(terms, clock, calendar, asOf);
  const { started_at, due_at, remind_at, stopped_at } = status;
  const due = due_at ?? Infinity;
  const end = stopped_at ?? asOf;
  const trail: Trail = {
    calendar,
    days: calendar === null || days === null ? null : zoneDays(calendar, days),
    end,
    steps: [],
  };
  for (const { kind, tick } of marks) {
    place(trail, tick.at, { kind, at: tick.at, event: names[tick.code] as EventId });
  }
  if (remind_at !== null) place(trail, remind_at, { kind: 'reminder', at: remind_at });
  if (due_at !== null) place(trail, due, { kind: 'due', at: due });
  const cuts: number[] = [];
  for (const { to, at } of status.escalations) {
    if (at === null) continue;
    cuts.push(at);
    place(trail, at, { kind: 'escalation', at, to });
  }
  let used = 0;
  for (const { from, until } of clock.spans) {
    walk(trail, from, Math.min(until, due));
    overdue(trail, Math.max(from, due), Math.min(until, end), cuts);
    used += workBetween(calendar, from, Math.min(until, end));
  }
  return {
    ...none,
    state: status.state,
    reason,
    calendar: days?.id ?? 'always',
    zone: days?.zone ?? null,
    started_at,
    due_at,
    stopped_at,
    used_ms: used,
    left_ms: Math.max(0, terms.within - used),
    steps: trail.steps.toSorted((a, b) => a[0] - b[0]).map(([, step]) => step),
  };
}

/** The steps as they are found, each with the moment at which it stands. */
interface Trail {
  readonly calendar: Calendar | null;
  readonly days: ZoneDays | null;
  /** Until when working time counts. */
  readonly end: number;
  readonly steps: (readonly [at: number, step: SlaStep])[];
}

function place({ steps }: Trail, at: number, step: SlaStep): void {
  steps.push([at, step]);
}

/** The open intervals of a span, and the closed days on the way to them. */
function walk(trail: Trail, from: number, until: number): void {
  const { calendar } = trail;
  if (calendar === null) return open(trail, from, until);
  const hours = hoursOf(calendar);
  const { opens, closes } = hours;
  let now = Math.max(from, calendar.from);
  for (let index = closedAt(hours, now); index < opens.length; index++) {
    const next = Math.min(opens[index] as number, until);
    closed(trail, now, next, closes[index - 1] ?? 0);
    if (next === until) return;
    open(trail, Math.max(now, next), Math.min(closes[index] as number, until));
    now = Math.max(now, closes[index] as number);
  }
}

/** Days without working time from `from` on, after the last closing, before `until`. */
function closed(trail: Trail, from: number, until: number, closing: number): void {
  const { days } = trail;
  if (days === null) return;
  const first = Math.max(days.dayOf(from), days.dayOf(closing - 1) + 1);
  for (let day = first; day < days.dayOf(until); day++) {
    const name = days.nameOf(day);
    const date = dateOf(day);
    const step: SlaStep =
      name === undefined ? { kind: 'closed', day: date } : { kind: 'holiday', day: date, name };
    place(trail, Math.max(from, days.beginOf(day)), step);
  }
}

/** Working time on the way to the deadline, cut at the moment until which it counts. */
function open(trail: Trail, from: number, until: number): void {
  const { days, end } = trail;
  if (from < end && end < until) {
    open(trail, from, end);
    open(trail, end, until);
  } else if (from < until) {
    const day = days === null ? null : days.dayOf(from);
    place(trail, from, {
      kind: 'open',
      from,
      until,
      work_ms: until - from,
      counted: until <= end,
      day: day === null ? null : dateOf(day),
      name: (day !== null && days !== null && days.nameOf(day)) || null,
    });
  }
}

/** Working time after the deadline, up to each escalation and the end. */
function overdue(trail: Trail, from: number, until: number, cuts: readonly number[]): void {
  if (from >= until) return;
  const next = cuts.reduce((first, cut) => (cut > from && cut < first ? cut : first), until);
  const work_ms = workBetween(trail.calendar, from, next);
  if (work_ms > 0) place(trail, from, { kind: 'overdue', from, until: next, work_ms });
  overdue(trail, next, until, cuts);
}
