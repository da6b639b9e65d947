import { there } from '../found.ts';
import { isInForce } from './bounds.ts';
import { applies } from './conditions.ts';
import type { Context, ScoreResult } from './context.ts';
import { natural } from './decimal.ts';
import { sortEvents } from './events.ts';
import { judge } from './judge.ts';
import { movesFrom, recordedStanding } from './moves.ts';
import { promisesOf } from './promises.ts';
import { holderOf, routeOf } from './routing.ts';
import type { Agreement, Decision, Explanation, Lead, Move, Score } from './types.ts';

/**
 * What the agreement decides about a lead at a moment, and how that came about: the reference that every engine is tested against.
 * A function of its arguments only; slow, and meant to be read.
 *
 * ```ts
 * const reading = readLead(agreement, input);
 * if ('lead' in reading) evaluate(agreement, reading.lead, { asOf: Date.UTC(2026, 10, 24) }).stage; // 'mql'
 * ```
 *
 * Lists and keys stand in the order of the agreement: scores, bands and ledgers in that of its scores, promises and
 * notices in theirs; moves and reasons in the order in which they happened.
 */
export function evaluate(agreement: Agreement, lead: Lead, { asOf }: { readonly asOf: number }): Explanation {
  return evaluateWithContexts(agreement, lead, { asOf }).decision;
}

/** The decision alone: what `decide` of an engine returns. */
export function decisionOf(explanation: Explanation): Decision {
  const { ledger: _ledger, reasons: _reasons, ...decision } = explanation;
  return decision;
}

/** A decision, and what conditions saw while it was made. */
export interface Evaluated {
  readonly decision: Explanation;
  /** As rules, grades, personas and transitions saw it: in the stage in which the lead is recorded. */
  readonly recorded: Context;
  /** As routing, notices and promises saw it: in the stage in which the decision leaves the lead. */
  readonly moved: Context;
}

/** As {@link evaluate}, for who asks about the conditions too. */
export function evaluateWithContexts(
  agreement: Agreement,
  lead: Lead,
  { asOf }: { readonly asOf: number },
): Evaluated {
  // 1. Events
  const happened = lead.events.filter(({ at }) => at <= asOf);
  const known = { ...lead, events: sortEvents(agreement, happened) };

  // 2. Recorded stage
  const recorded = recordedStanding(agreement, known);

  // 3. Scores, persona and grade
  const nothing = { scores: {}, persona: null, grade: null, event: null, outcome: null };
  const judged = judge(agreement, { asOf, lead: known, stage: recorded.stage, ...nothing });
  const { scores, grade, persona } = judged.context;

  // 4. Moves
  const moves = movesFrom(agreement, recorded, judged.context);
  const last = moves.at(-1);
  const stage = last?.to ?? recorded.stage;
  const moved = { ...judged.context, stage };

  // 5. Routing
  const route = routeOf(agreement.routing, moved);

  // 6. Promises
  const promises = promisesOf(agreement, moved, moves, holderOf(agreement.routing, moved));

  // 7. Notices
  const notices = noticesOf(agreement, moved, moves);

  const { ledger, ...points } = shownScores(agreement.scores, scores);
  const decision: Explanation = {
    agreement: { name: agreement.name, hash: agreement.hash },
    lead: lead.id,
    as_of: asOf,
    stage,
    stage_since: last?.at ?? recorded.since,
    moves,
    ...points,
    grade,
    persona,
    route,
    promises,
    notices,
    ledger,
    reasons: [...judged.reasons, ...moves.map(({ id }) => id), ...(route === null ? [] : [route.id])],
  };
  return { decision, recorded: judged.context, moved };
}

/** Also of a stage that the lead only passed through. */
function noticesOf(agreement: Agreement, context: Context, moves: readonly Move[]): readonly string[] {
  return agreement.notices
    .filter(({ on }) => moves.some(({ to }) => on.includes(to)))
    .filter((notice) => isInForce(notice, context.asOf) && applies(notice.when, context))
    .map(({ id }) => id);
}

/** Scores, their bands and ledgers as natural numbers. */
function shownScores(
  scores: readonly Score[],
  results: Readonly<Record<string, ScoreResult>>,
): Pick<Explanation, 'scores' | 'bands' | 'ledger'> {
  const shown = scores.map((score) => {
    const { points, band, lines } = there(results[score.id], `score ${score.id} in the order`);
    return {
      id: score.id,
      points: natural(points, score.decimals),
      band,
      lines: lines.map((line) => ({ ...line, points: natural(line.points, score.decimals) })),
    };
  });
  return {
    scores: Object.fromEntries(shown.map(({ id, points }) => [id, points])),
    bands: Object.fromEntries(shown.flatMap(({ id, band }) => (band === null ? [] : [[id, band]]))),
    ledger: Object.fromEntries(shown.map(({ id, lines }) => [id, lines])),
  };
}
