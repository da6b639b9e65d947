import type { Agreement, AttemptsPromise, ClockPromise } from '../ir/types.ts';
import { aboutLeads, changesOf } from './conditions.ts';
import { fewer, inside, replaced, without } from './lists.ts';
import { counts, lengths, moved, movedForce } from './steps.ts';
import type { Change } from './types.ts';

/** A promise about one lead. */
export type LeadPromise = ClockPromise | AttemptsPromise;

/**
 * Every small change of a promise about one lead that an example can notice: it has words for the state and the
 * deadline, and none for reminders, escalations and shares.
 */
export function* changesOfPromise(
  promise: LeadPromise,
  agreement: Agreement,
): Generator<Change<LeadPromise>> {
  yield* inside(moved(promise.within_ms, 'within', lengths), (ms) => ({ ...promise, within_ms: ms }));
  yield* inside(changesOf(promise.when, aboutLeads(agreement)), (when) => ({ ...promise, when }));
  yield* inside(movedForce(promise.in_force), (force) => ({ ...promise, in_force: force }));
  yield* inside(fewer(promise.starts, 'starts'), (starts) => ({ ...promise, starts }));
  yield* inside(fewer(promise.stops, 'stops', 0), (stops) => ({ ...promise, stops }));
  const calendar = promise.calendar === 'always' ? agreement.default_calendar : 'always';
  if (calendar !== promise.calendar) {
    yield {
      kind: 'outcome',
      change: `calendar ${promise.calendar} -> ${calendar}`,
      says: `run by the calendar ${calendar} instead of ${promise.calendar}`,
      to: { ...promise, calendar },
    };
  }
  yield* promise.kind === 'clock' ? changesOfClock(promise) : changesOfAttempts(promise);
}

function* changesOfClock(promise: ClockPromise): Generator<Change<ClockPromise>> {
  yield* inside(fewer(promise.restarts, 'restarts', 0), (restarts) => ({ ...promise, restarts }));
  for (const [index, pause] of promise.pauses.entries()) {
    const put = (to: typeof pause): ClockPromise => ({
      ...promise,
      pauses: replaced(promise.pauses, index, to),
    });
    yield {
      kind: 'dropped',
      change: `without the pause from ${pause.from.join(' or ')}`,
      says: `not pause from ${pause.from.join(' or ')} until ${pause.until.join(' or ')}`,
      to: { ...promise, pauses: without(promise.pauses, index) },
    };
    yield* inside(fewer(pause.from, 'pauses from'), (from) => put({ ...pause, from }));
    yield* inside(fewer(pause.until, 'pauses until', 0), (until) => put({ ...pause, until }));
  }
}

function* changesOfAttempts(promise: AttemptsPromise): Generator<Change<AttemptsPromise>> {
  yield* inside(moved(promise.at_least, 'at least', { ...counts, least: 1 }), (at) => ({
    ...promise,
    at_least: at,
  }));
  yield* inside(fewer(promise.of, 'of'), (of) => ({ ...promise, of }));
}
