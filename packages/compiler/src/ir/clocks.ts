import type { AttemptsPromise, ClockMark, ClockPromise, LeadEvent } from './types.ts';

/** A stretch in which a clock runs; the last of a clock that is not paused has no end. */
export interface RunningSpan {
  readonly from: number;
  readonly until: number;
}

/** The latest clock of a promise, as its events left it. */
export interface Clock {
  /** Its start, or the latest restart: nothing of before counts any more. */
  readonly startedAt: number;
  readonly restart: LeadEvent | null;
  /** Not cut at the stop, so that a deadline that was never needed is still known. */
  readonly spans: readonly RunningSpan[];
  /** The pauses, by their place in the promise, that are open. */
  readonly pausedBy: ReadonlySet<number>;
  readonly attempts: number;
  readonly stoppedAt: number | null;
  /** What happened to it, in order, from its latest start on. */
  readonly marks: readonly ClockMark[];
}

/** What an event does to a clock (`undefined`: there is none yet). */
type Act = (clock: Clock | undefined, event: LeadEvent) => Clock | undefined;

/** Acts with the events that do them; at one moment they work in the order of this list. */
type Acts = readonly { readonly on: readonly string[]; readonly act: Act }[];

/**
 * The latest clock after all these events, `undefined` if none ever started.
 *
 * - A clock under way, paused or past its deadline, is not started anew by another start.
 * - A restart is a new start: pauses that were open are over. Without a clock under way it does nothing.
 * - While any of the pauses is open the clock stands still.
 */
export function clockOf(promise: ClockPromise, events: readonly LeadEvent[]): Clock | undefined {
  const { starts, restarts, pauses, stops } = promise;
  return run(events, [
    { on: starts, act: start },
    { on: restarts, act: restart },
    { on: pauses.flatMap(({ until }) => until), act: (clock, event) => resume(promise, clock, event) },
    { on: pauses.flatMap(({ from }) => from), act: (clock, event) => pause(promise, clock, event) },
    { on: stops, act: stop },
  ]);
}

/**
 * Attempts as a clock that is stopped by the attempt that reaches the number, or by an event of `stops`. At one moment
 * starts come first, then attempts, then stops.
 */
export function attemptsOf(promise: AttemptsPromise, events: readonly LeadEvent[]): Clock | undefined {
  return run(events, [
    { on: promise.starts, act: start },
    { on: promise.of, act: (clock, event) => attempt(promise, clock, event) },
    { on: promise.stops, act: stop },
  ]);
}

function run(events: readonly LeadEvent[], acts: Acts): Clock | undefined {
  const steps = acts.flatMap(({ on, act }) =>
    events.filter(({ event }) => on.includes(event)).map((event) => ({ event, act })),
  );
  return steps
    .toSorted((a, b) => a.event.at - b.event.at)
    .reduce<Clock | undefined>((clock, { event, act }) => act(clock, event), undefined);
}

function start(clock: Clock | undefined, event: LeadEvent): Clock {
  return isUnderWay(clock) ? clock : newClock(event.at, null, [mark('started', event)]);
}

function restart(clock: Clock | undefined, event: LeadEvent): Clock | undefined {
  if (!isUnderWay(clock)) return clock;
  return newClock(event.at, event, [...clock.marks, mark('restarted', event)]);
}

function resume({ pauses }: ClockPromise, clock: Clock | undefined, event: LeadEvent) {
  if (!isUnderWay(clock) || clock.pausedBy.size === 0) return clock;
  const pausedBy = new Set(
    [...clock.pausedBy].filter((index) => !pauses[index]?.until.includes(event.event)),
  );
  if (pausedBy.size > 0) return { ...clock, pausedBy };
  const spans = [...clock.spans, { from: event.at, until: Infinity }];
  return { ...clock, pausedBy, spans, marks: [...clock.marks, mark('resumed', event)] };
}

function pause({ pauses }: ClockPromise, clock: Clock | undefined, event: LeadEvent) {
  if (!isUnderWay(clock)) return clock;
  const opened = [...pauses.keys()].filter((index) => pauses[index]?.from.includes(event.event));
  const spans = clock.spans.map(({ from, until }) => ({ from, until: Math.min(until, event.at) }));
  const marks = clock.pausedBy.size > 0 ? clock.marks : [...clock.marks, mark('paused', event)];
  return { ...clock, pausedBy: new Set([...clock.pausedBy, ...opened]), spans, marks };
}

function attempt({ at_least }: AttemptsPromise, clock: Clock | undefined, event: LeadEvent) {
  if (!isUnderWay(clock)) return clock;
  const attempts = clock.attempts + 1;
  const tried = { ...clock, attempts, marks: [...clock.marks, mark('attempted', event)] };
  return attempts < at_least ? tried : stop(tried, event);
}

function stop(clock: Clock | undefined, event: LeadEvent): Clock | undefined {
  if (!isUnderWay(clock)) return clock;
  return { ...clock, stoppedAt: event.at, marks: [...clock.marks, mark('stopped', event)] };
}

function isUnderWay(clock: Clock | undefined): clock is Clock {
  return clock !== undefined && clock.stoppedAt === null;
}

function newClock(at: number, restart: LeadEvent | null, marks: Clock['marks']): Clock {
  const spans = [{ from: at, until: Infinity }];
  return { startedAt: at, restart, spans, pausedBy: new Set(), attempts: 0, stoppedAt: null, marks };
}

function mark(kind: ClockMark['kind'], { event, at }: LeadEvent): ClockMark {
  return { kind, at, event };
}
