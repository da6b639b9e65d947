import { type Calendar, deadline } from './calendar.ts';
import type { ClockTerms } from './clock.ts';
import type { Move, PromiseStatus } from './types.ts';

/** The only move, if it comes after the first `count` events: nothing else can have touched a clock that it starts. */
export function loneMove(moves: readonly Move[], moments: Float64Array, count: number): Move | null {
  const [move] = moves;
  if (move === undefined || moves.length > 1) return null;
  return count === 0 || (moments[count - 1] as number) < move.at ? move : null;
}

/** How a promise stands whose clock started and was not touched since: as `statusOf` says, without a clock. */
export function freshStatus(
  terms: ClockTerms,
  started_at: number,
  calendar: Calendar | null,
  asOf: number,
): PromiseStatus {
  const due_at = deadline(calendar, started_at, terms.within);
  return {
    id: terms.id,
    state: due_at === null ? 'beyond_calendar' : asOf > due_at ? 'broken' : 'running',
    started_at,
    due_at,
    remind_at: terms.remind === null ? null : deadline(calendar, started_at, terms.within - terms.remind),
    stopped_at: null,
    escalations: terms.escalate.map(({ after, to }) => ({
      to,
      at: deadline(calendar, started_at, terms.within + after),
    })),
  };
}
