import { firstOf } from '../found.ts';
import { isInForce } from './bounds.ts';
import { applies } from './conditions.ts';
import type { Context } from './context.ts';
import { latestOf } from './events.ts';
import type { Agreement, Lead, Move, Transition } from './types.ts';

/** A stage, and since when the lead is in it. */
export interface Standing {
  readonly stage: string;
  readonly since: number;
}

/**
 * The stage that the latest `entered_*` event says (the events are sorted, so at one moment the one later
 * in the funnel); without one the first stage, since the lead was created.
 */
export function recordedStanding(agreement: Agreement, lead: Lead): Standing {
  const entries = new Map(agreement.events.map(({ id, enters }) => [id, enters]));
  const last = lead.events.findLast(({ event }) => typeof entries.get(event) === 'string');
  const stage = last && entries.get(last.event);
  if (last && stage) return { stage, since: last.at };
  return { stage: firstOf(agreement.stages).id, since: lead.created_at };
}

/**
 * The moves from there on: the first transition enabled is taken, until none is. Those of time are tried
 * after all others. Conditions see the recorded stage all the way. Once a move of the decision has led into an
 * exit no rule moves the lead any more: the scores were computed before.
 */
export function movesFrom(agreement: Agreement, start: Standing, context: Context): readonly Move[] {
  const inForce = agreement.transitions.filter((transition) => isInForce(transition, context.asOf));
  const transitions = [
    ...inForce.filter(({ by }) => by !== 'time'),
    ...inForce.filter(({ by }) => by === 'time'),
  ];
  const exits = new Set(agreement.stages.filter(({ exit }) => exit).map(({ id }) => id));
  const moves: Move[] = [];
  for (let standing = start; ;) {
    const left = moves.some(({ to }) => exits.has(to));
    const open = left ? transitions.filter(({ by }) => by !== 'rule') : transitions;
    const move = nextMove(open, standing, context);
    if (move === undefined) return moves;
    moves.push(move);
    refuseCircle(moves, agreement.stages.length);
    standing = { stage: move.to, since: move.at };
  }
}

function nextMove(
  transitions: readonly Transition[],
  standing: Standing,
  context: Context,
): Move | undefined {
  for (const transition of transitions) {
    if (!transition.from.includes(standing.stage)) continue;
    const at = enabledAt(transition, standing, context);
    if (at !== undefined) return { id: transition.id, from: standing.stage, to: transition.to, at };
  }
  return undefined;
}

/** When a transition moves a lead that stands there; `undefined` if it does not. */
function enabledAt(transition: Transition, { since }: Standing, context: Context): number | undefined {
  if (!applies(transition.when, context)) return undefined;
  switch (transition.by) {
    case 'rule':
      return context.asOf;
    case 'people':
      return firstAction(transition, since, context);
    case 'time':
      return timeIsUp(transition, since, context);
  }
}

function firstAction({ on, where }: Transition, since: number, context: Context): number | undefined {
  return context.lead.events.find(
    (event) => event.at > since && on.includes(event.event) && applies(where, { ...context, event }),
  )?.at;
}

/** Only the latest of the events `without` counts, even if the time had been up once before it. */
function timeIsUp({ without, after_ms: after }: Transition, since: number, context: Context) {
  const last = latestOf(context.lead.events, without)?.at ?? -Infinity;
  const end = Math.max(since, last) + (after ?? Infinity);
  return end <= context.asOf ? end : undefined;
}

/** The compiler refuses circles of rules, and nothing else moves without time passing. */
function refuseCircle(moves: readonly Move[], stages: number): void {
  const last = moves.slice(-stages - 1);
  if (last.length > stages && last.every(({ at }) => at === last[0]?.at)) {
    throw new Error(`Transitions move in a circle: ${last.map(({ id }) => id).join(', ')}`);
  }
}
