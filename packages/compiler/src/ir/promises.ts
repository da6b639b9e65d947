import type { CalendarTable } from '../time/calendar.ts';
import { deadline, workBetween } from '../time/working-time.ts';
import { isInForce } from './bounds.ts';
import { calendarOf, tableOf } from './calendars.ts';
import { attemptsOf, clockOf } from './clocks.ts';
import type { Clock, RunningSpan } from './clocks.ts';
import { applies } from './conditions.ts';
import type { Context } from './context.ts';
import { sortEvents } from './events.ts';
import type {
  Agreement,
  AttemptsPromise,
  ClockPromise,
  Decision,
  LeadEvent,
  Move,
  PromiseState,
  PromiseStatus,
} from './types.ts';

export type LeadPromise = ClockPromise | AttemptsPromise;

/** The first instant with so much working time; or why there is none. */
type Reached = number | 'standing' | 'beyond';

/**
 * How each promise about one lead stands that is in force, whose `when` holds and whose clock ever started, in the
 * order of the agreement.
 */
export function promisesOf(
  agreement: Agreement,
  context: Context,
  moves: readonly Move[],
  holder: Decision['route'],
): readonly PromiseStatus[] {
  const events = clockEvents(agreement, context, moves);
  return leadPromises(agreement)
    .filter((promise) => isInForce(promise, context.asOf) && applies(promise.when, context))
    .flatMap((promise) => {
      const clock = latestClock(promise, events);
      if (clock === undefined) return [];
      const calendar = calendarOf(agreement, promise.calendar, clock, holder);
      return [statusOf(promise, clock, tableOf(agreement, calendar), context.asOf)];
    });
}

/** The promises about one lead. */
export function leadPromises({ promises }: Agreement): readonly LeadPromise[] {
  return promises.filter((promise) => promise.kind === 'clock' || promise.kind === 'attempts');
}

/** The events of a lead and the moves just made, as clocks see them. */
export function clockEvents(
  agreement: Agreement,
  { lead }: Context,
  moves: readonly Move[],
): readonly LeadEvent[] {
  return sortEvents(agreement, [...lead.events, ...moves.map(entryOf)]);
}

/** The latest clock of a promise, `undefined` if none ever started. */
export function latestClock(promise: LeadPromise, events: readonly LeadEvent[]): Clock | undefined {
  return promise.kind === 'clock' ? clockOf(promise, events) : attemptsOf(promise, events);
}

function entryOf({ to, at }: Move): LeadEvent {
  return { id: null, event: `entered_${to}`, at, properties: {} };
}

/**
 * Reminders and escalations are instants of the same running time as the deadline. There are none while the clock
 * is paused, and none at the moment it was stopped or later.
 */
export function statusOf(
  promise: LeadPromise,
  clock: Clock,
  table: CalendarTable,
  asOf: number,
): PromiseStatus {
  const due = reach(table, clock.spans, promise.within_ms);
  const state = stateOf(clock, due, asOf);
  const instantAfter = (work: number): number | null => {
    const instant = reach(table, clock.spans, work);
    if (state === 'paused' || typeof instant === 'string') return null;
    return instant < (clock.stoppedAt ?? Infinity) ? instant : null;
  };
  const remind = promise.kind === 'clock' ? promise.remind_ms : null;
  return {
    id: promise.id,
    state,
    started_at: clock.startedAt,
    due_at: state === 'paused' || typeof due === 'string' ? null : due,
    remind_at: remind === null ? null : instantAfter(promise.within_ms - remind),
    stopped_at: clock.stoppedAt,
    escalations: promise.escalate.map(({ after_ms: after, to }) => ({
      to,
      at: instantAfter(promise.within_ms + after),
    })),
  };
}

function stateOf({ stoppedAt, pausedBy }: Clock, due: Reached, asOf: number): PromiseState {
  if (due === 'beyond') return 'beyond_calendar';
  if (due !== 'standing' && (stoppedAt ?? asOf) > due) return 'broken';
  if (stoppedAt !== null) return 'met';
  return pausedBy.size > 0 ? 'paused' : 'running';
}

/**
 * `standing`: the clock was paused before; `beyond`: the calendar does not speak for all of the time until then.
 */
function reach(table: CalendarTable, spans: readonly RunningSpan[], work: number): Reached {
  let left = work;
  for (const { from, until } of spans) {
    const instant = deadline(table, from, left);
    if (instant !== undefined && instant <= until) return instant;
    if (from < table.from || until > table.until) return 'beyond';
    left -= workBetween(table, from, until);
  }
  return 'standing';
}
