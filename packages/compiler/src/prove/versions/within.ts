import { holds } from '../../ir/conditions.ts';
import type { Context } from '../../ir/context.ts';
import { scale } from '../../ir/decimal.ts';
import type { Agreement, Decision, Lead } from '../../ir/types.ts';
import type { DecisionSet, Differences } from './report.ts';

/** A lead, and what both versions decide about it. */
export interface DecidedTwice {
  readonly lead: Lead;
  readonly asOf: number;
  readonly was: Decision;
  readonly is: Decision;
}

/**
 * Whether a lead is among those of which differences say that they are decided otherwise: in one of the sets, or with a
 * promise whose deadline changes. Asks no engine: what conditions see is put together from the decision of the version before.
 */
export function isTold(found: Differences, before: Agreement, decided: DecidedTwice): boolean {
  const seen = seenBy(before, decided);
  return found.sets.some((set) => isIn(set, seen)) || hasDeadline(found, [decided.was, decided.is]);
}

/** What conditions see of a decided lead, as {@link DecisionSet.sees} says. */
export interface Seen {
  readonly recorded: Context;
  readonly decided: Context;
}

export function seenBy(before: Agreement, { lead, asOf, was }: Omit<DecidedTwice, 'is'>): Seen {
  const { scores: points, bands, persona, grade, stage, moves, route } = was;
  const scores = Object.fromEntries(
    before.scores.map(({ id, decimals }) => {
      const scaled = scale(points[id] ?? NaN, decimals) ?? NaN;
      return [id, { decimals, points: scaled, band: bands[id] ?? null, lines: [] }];
    }),
  );
  const known = { ...lead, events: lead.events.filter(({ at }) => at <= asOf) };
  const common = { asOf, lead: known, scores, persona, grade, event: null };
  const outcome = { becomes: moves.map(({ to }) => to), queue: route?.queue ?? null };
  return {
    recorded: { ...common, stage: moves[0]?.from ?? stage, outcome: null },
    decided: { ...common, stage, outcome },
  };
}

export function isIn({ where, besides, sees }: DecisionSet, seen: Seen): boolean {
  return [where, besides].every((conditions) =>
    conditions.every((condition) => holds(condition, seen[sees])),
  );
}

function hasDeadline({ deadlines }: Differences, decisions: readonly Decision[]): boolean {
  return deadlines.some(({ promise }) =>
    decisions.some(({ promises }) => promises.some(({ id }) => id === promise)),
  );
}
