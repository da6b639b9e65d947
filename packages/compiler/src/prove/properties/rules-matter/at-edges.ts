import type { Formula } from '@smarketing/logic';
import type { Agreement, LeadInput, Rule, Score } from '../../../ir/types.ts';
import type { Asker } from '../../ask/asker.ts';
import { eventsOf, fieldsOf } from '../../ask/read-by.ts';
import { type Case, replay } from '../../ask/replay.ts';
import { createTuner } from '../../ask/tune.ts';
import { givesPoints } from './formulas.ts';
import { awayFrom, nearest, type Window } from './windows.ts';

/** A rule of which a lead is sought that is decided otherwise without it. */
export interface Sought {
  readonly score: Score;
  readonly rule: Rule;
  readonly without: Agreement;
  readonly windows: readonly Window[];
  readonly holds: (found: Case) => boolean;
}

/** So many edges are tried with each lead. */
const mostEdges = 2;

/**
 * Leads of which one rule decides, by rule, as far as they are easily found. A lead near an edge is often decided by many
 * rules, so each that is found is looked at for all of them.
 */
export function atEdges(asker: Asker, sought: readonly Sought[]): ReadonlyMap<Rule, Case> {
  const decided = new Map<Rule, Case>();
  const given = new Map(sought.map(({ rule }) => [rule.id, [] as Case[]]));
  const look = (found: Case): void => {
    const fired = new Set(found.decision.reasons);
    for (const { rule, windows, holds } of sought) {
      if (!fired.has(rule.id)) continue;
      given.get(rule.id)?.push(found);
      if (decided.has(rule) || windows.every((window) => awayFrom(window, found) > 0)) continue;
      if (holds(found)) decided.set(rule, found);
    }
  };
  for (const found of asker.known) look(found);
  for (const seek of [tuning(asker, given), solving(asker)]) {
    for (const one of sought) {
      for (const found of decided.has(one.rule) ? [] : seek(one)) {
        look(found);
        if (decided.has(one.rule)) break;
      }
    }
  }
  return decided;
}

type Seek = (one: Sought) => Iterable<Case>;

/** Leads that a rule gives points, changed until the rule's own score lies near an edge. */
function tuning({ world, known }: Asker, given: ReadonlyMap<string, readonly Case[]>): Seek {
  const { agreement } = world;
  const tuner = createTuner(agreement, known);
  return function* (one) {
    const own = one.windows.filter(({ score }) => score === one.score);
    for (const start of startsOf(agreement, one, given.get(one.rule.id) ?? [])) {
      yield start;
      for (const window of nearest(own, start).slice(0, mostEdges)) {
        const end = tuner.tune(start, { ...window, giving: one });
        if (end) yield end;
      }
    }
  };
}

/** Of leads that the rule gives points the one nearest to an edge, and one with nothing but what the rule asks for. */
function* startsOf(
  agreement: Agreement,
  { score, rule, windows }: Sought,
  given: readonly Case[],
): Generator<Case> {
  const awayOf = (found: Case): number => Math.min(...windows.map((window) => awayFrom(window, found)));
  const [first] = given;
  if (!first) return;
  yield given.reduce((best, found) => (awayOf(found) < awayOf(best) ? found : best));
  const bare = onlyReadBy(agreement, { score, rule }, first);
  if (bare?.decision.reasons.includes(rule.id)) yield bare;
}

function onlyReadBy(
  agreement: Agreement,
  { score, rule }: Pick<Sought, 'score' | 'rule'>,
  { input, asOf }: Case,
): Case | undefined {
  const { id, created_at, events = [] } = input;
  const [fields, types] = [fieldsOf(score, rule), eventsOf(score, rule)];
  const kept = agreement.fields.filter((field) => field.required || fields.has(field.id));
  const lead: LeadInput = {
    id,
    created_at,
    ...Object.fromEntries(kept.map((field) => [field.id, input[field.id]])),
    events: events.filter(({ event }) => types.has(event)),
  };
  return replay(agreement, lead, asOf);
}

/** Leads that the rule takes over the edge of a band of its own score: which makes a difference whatever else there is. */
function solving(asker: Asker): Seek {
  const { logic } = asker.world;
  return function* ({ score, rule, windows, holds }) {
    for (const { low, high, isBand, score: fed } of windows) {
      if (fed !== score || !isBand) continue;
      const { atLeast } = asker.judge.score(score.id);
      const formula = (): Formula =>
        logic.and(givesPoints(asker, score, rule), atLeast(low), logic.not(atLeast(high + 1)));
      const found = asker.find({ formula, holds, likely: () => false });
      if (found.verdict === 'found') yield found.lead;
    }
  };
}
