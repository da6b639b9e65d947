import type { CalendarTable } from '../time/calendar.ts';
import { day as dayMs } from '../time/duration.ts';
import { workBetween } from '../time/working-time.ts';
import { toInstant, toLocal } from '../time/zones.ts';
import { isInForce } from './bounds.ts';
import { calendarOf, namedDays, tableOf } from './calendars.ts';
import type { Clock, RunningSpan } from './clocks.ts';
import { applies } from './conditions.ts';
import type { Context } from './context.ts';
import { evaluateWithContexts } from './evaluate.ts';
import { clockEvents, latestClock, leadPromises, type LeadPromise, statusOf } from './promises.ts';
import { holderOf } from './routing.ts';
import type { Agreement, Calendar, Lead, PromiseStatus, SlaStatus, SlaStep } from './types.ts';

/**
 * How each promise about one lead stands at a moment, in the order of the agreement, with the steps that led there: the
 * reference that every engine is tested against.
 *
 * ```ts
 * const [contact] = slaStatus(agreement, lead, { asOf: Date.UTC(2026, 10, 24) });
 * contact.state; // 'running'
 * contact.steps[0]; // { kind: 'started', at: 1795168800000, event: 'entered_sql' }
 * ```
 */
export function slaStatus(
  agreement: Agreement,
  lead: Lead,
  { asOf }: { readonly asOf: number },
): readonly SlaStatus[] {
  const { decision, moved } = evaluateWithContexts(agreement, lead, { asOf });
  const events = clockEvents(agreement, moved, decision.moves);
  const holder = holderOf(agreement.routing, moved);
  return leadPromises(agreement).map((promise) => {
    const clock = latestClock(promise, events);
    const reason = reasonOf(promise, clock, moved);
    if (clock === undefined || reason !== null) return notStarted(promise, reason);
    const id = calendarOf(agreement, promise.calendar, clock, holder);
    const calendar = agreement.calendars.find((calendar) => calendar.id === id) ?? null;
    return standingOf(promise, clock, { calendar, table: tableOf(agreement, id) }, asOf);
  });
}

function reasonOf(promise: LeadPromise, clock: Clock | undefined, context: Context): SlaStatus['reason'] {
  if (!isInForce(promise, context.asOf)) return 'not_in_force';
  if (!applies(promise.when, context)) return 'not_for_this_lead';
  return clock === undefined ? 'not_begun' : null;
}

function notStarted({ id }: LeadPromise, reason: SlaStatus['reason']): SlaStatus {
  return {
    id,
    state: 'not_started',
    reason,
    calendar: null,
    zone: null,
    started_at: null,
    due_at: null,
    stopped_at: null,
    used_ms: null,
    left_ms: null,
    steps: [],
  };
}

/** The open intervals that a clock runs by, and the calendar that they come from; `always` has none. */
interface Hours {
  readonly calendar: Calendar | null;
  readonly table: CalendarTable;
}

function standingOf(promise: LeadPromise, clock: Clock, hours: Hours, asOf: number): SlaStatus {
  const status = statusOf(promise, clock, hours.table, asOf);
  const end = clock.stoppedAt ?? asOf;
  const used = clock.spans.reduce(
    (sum, { from, until }) => sum + workBetween(hours.table, from, Math.min(until, end)),
    0,
  );
  return {
    id: promise.id,
    state: status.state,
    reason: null,
    calendar: hours.calendar?.id ?? 'always',
    zone: hours.calendar?.zone ?? null,
    started_at: clock.startedAt,
    due_at: status.due_at,
    stopped_at: clock.stoppedAt,
    used_ms: used,
    left_ms: Math.max(0, promise.within_ms - used),
    steps: stepsOf(clock, status, hours, end),
  };
}

/** A step and the moment at which it stands. */
type Placed = readonly [at: number, step: SlaStep];

/** In the order of their moments; at one moment: events, what the promise names, then what begins there. */
function stepsOf(clock: Clock, status: PromiseStatus, hours: Hours, end: number): readonly SlaStep[] {
  const named = namedSteps(status);
  const due = status.due_at ?? Infinity;
  const escalations = status.escalations.flatMap(({ at }) => (at === null ? [] : [at]));
  const placed: Placed[] = [
    ...[...clock.marks, ...named].map((step): Placed => [step.at, step]),
    ...clock.spans.flatMap(({ from, until }) => {
      const span = { from, until: Math.min(until, due) };
      const late = { from: Math.max(from, due), until: Math.min(until, end) };
      return [
        ...closedDays(hours, span),
        ...openSteps(hours, span, end),
        ...overdueSteps(hours.table, late, escalations),
      ];
    }),
  ];
  return placed.toSorted(([a], [b]) => a - b).map(([, step]) => step);
}

function namedSteps({ remind_at, due_at, escalations }: PromiseStatus) {
  return [
    ...(remind_at === null ? [] : [{ kind: 'reminder', at: remind_at } as const]),
    ...(due_at === null ? [] : [{ kind: 'due', at: due_at } as const]),
    ...escalations.flatMap(({ at, to }) => (at === null ? [] : [{ kind: 'escalation', at, to } as const])),
  ];
}

/** The open intervals of a span, cut at its ends, and at the moment until which time counts. */
function openSteps({ calendar, table }: Hours, span: RunningSpan, end: number): readonly Placed[] {
  return table.opens.flatMap((opens, index) => {
    const from = Math.max(opens, span.from);
    const until = Math.min(table.closes[index] as number, span.until);
    if (from >= until) return [];
    const edges = end > from && end < until ? [from, end, until] : [from, until];
    return edges.slice(1).flatMap((edge, at): Placed[] => {
      const start = edges[at] as number;
      if (start >= edge) return [];
      const day = calendar === null ? null : dayOf(calendar, start);
      const name = namedDays(calendar).find(({ date }) => date === day)?.name ?? null;
      const work = { from: start, until: edge, work_ms: edge - start, counted: edge <= end };
      return [[start, { kind: 'open', ...work, day, name }]];
    });
  });
}

/** Whole days between the beginning of a span and its last working time or its end. */
function closedDays({ calendar, table }: Hours, { from, until }: RunningSpan): readonly Placed[] {
  if (calendar === null) return [];
  const start = Math.max(from, table.from);
  const last = Math.min(until, table.opens.at(-1) ?? start);
  const open = table.opens
    .map((opens, index) => ({ opens, closes: table.closes[index] as number }))
    .filter(({ opens, closes }) => closes > start - 2 * dayMs && opens < last + 2 * dayMs)
    .map(({ opens, closes }) => ({ first: dayOf(calendar, opens), last: dayOf(calendar, closes - 1) }));
  return daysBetween(dayOf(calendar, start), dayOf(calendar, last))
    .filter((day) => !open.some((days) => days.first <= day && day <= days.last))
    .map((day) => [Math.max(start, beginningOf(calendar, day)), closedDay(calendar, day)]);
}

function closedDay(calendar: Calendar, day: string): SlaStep {
  const named = namedDays(calendar).find(({ date }) => date === day);
  return named === undefined ? { kind: 'closed', day } : { kind: 'holiday', day, name: named.name };
}

/** Working time after the deadline, from one escalation to the next. */
function overdueSteps(table: CalendarTable, { from, until }: RunningSpan, cuts: readonly number[]): Placed[] {
  const inside = cuts.filter((cut) => from < cut && cut < until).toSorted((a, b) => a - b);
  const edges = from < until ? [from, ...new Set(inside), until] : [];
  return edges.slice(1).flatMap((edge, index): Placed[] => {
    const start = edges[index] as number;
    const work_ms = workBetween(table, start, edge);
    return work_ms === 0 ? [] : [[start, { kind: 'overdue', from: start, until: edge, work_ms }]];
  });
}

/** The date that a zone's wall clock shows at a moment. */
function dayOf({ zone }: Calendar, moment: number): string {
  const { year, month, day } = toLocal(zone, moment);
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function beginningOf({ zone }: Calendar, date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return toInstant(zone, { year, month, day, hour: 0, minute: 0 });
}

/** The dates from one, up to and without another. */
function daysBetween(first: string, end: string): readonly string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at < Date.parse(end); at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}
