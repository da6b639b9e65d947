import type { Formula, Sum, TermInput } from '@smarketing/logic';
import { foundIn } from '../../found.ts';
import type { Agreement, Condition, Score } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import type { Estimates, Likeness } from './estimates.ts';
import { lazy } from './memo.ts';
import type { Bounds, Rules } from './rules.ts';
import { topOf } from './tops.ts';

/** A score as a sum, or as any number between two sums. */
export interface ScoreModel {
  readonly of: Score;
  readonly bounds: () => Bounds<Sum>;
  /** The same, cut off where nothing tells more points apart. */
  readonly asked: () => Bounds<Sum>;
  /** Before its own cap and floor, while its `when` holds. */
  readonly unclamped: () => Bounds<Sum>;
  readonly atLeast: (points: number) => Formula;
  /** The same before its own cap and floor. */
  readonly atLeastUnclamped: (points: number) => Formula;
}

/** Another version of an agreement, and when and how its scores may differ. */
export interface OtherVersion extends Pick<Likeness, 'unless' | 'only'> {
  readonly score: (id: string) => ScoreModel;
}

interface Parts {
  readonly world: World;
  readonly rules: Rules;
  readonly estimates: Estimates;
  readonly agreement: Agreement;
  readonly holds: (condition: Condition | null) => Formula;
  readonly other: OtherVersion | undefined;
}

/** The scores of a version of an agreement, each made when it is first asked for. */
export function createScores(parts: Parts): (id: string) => ScoreModel {
  const { world, estimates, agreement, holds } = parts;
  const { logic } = world;
  const models = new Map<string, ScoreModel>();
  const clamped = ({ low, high }: Bounds<readonly TermInput[]>, limits: Limits): Bounds<Sum> => ({
    low: logic.sum(low, limitsOf(limits)),
    high: logic.sum(high, limitsOf(limits)),
  });
  const make = (of: Score): ScoreModel => {
    const gated = (sum: Sum): Sum => (of.when === null ? sum : logic.sum([{ when: holds(of.when), sum }]));
    const both = ({ low, high }: Bounds<Sum>): Bounds<Sum> => ({ low: gated(low), high: gated(high) });
    const whole = lazy(() => both(clamped(termsOf(of, of.cap, 'bounds'), of)));
    const unclamped = lazy(() => clamped(termsOf(of, of.cap, 'bounds'), none));
    const top = lazy(() => {
      const found = topOf(world, agreement.scores, of);
      return found > -Infinity && found < (of.cap ?? Infinity) ? found : undefined;
    });
    const cut = lazy(() => {
      const cap = top();
      return cap === undefined ? whole() : both(clamped(termsOf(of, cap, 'asked'), { ...of, cap }));
    });
    const like = (points: number): Likeness | undefined =>
      parts.other && { ...parts.other, other: parts.other.score(of.id).atLeast(points) };
    const atLeast = (points: number): Formula =>
      estimates.atLeast(points > (top() ?? Infinity) ? whole() : cut(), points, like(points));
    const atLeastUnclamped = (points: number): Formula => estimates.atLeast(unclamped(), points);
    return { of, bounds: whole, asked: cut, unclamped, atLeast, atLeastUnclamped };
  };
  const termsOf = (of: Score, cap: number | null, parts: 'asked' | 'bounds'): Bounds<readonly TermInput[]> =>
    of.sum.length > 0 ? sumTerms(of, parts) : ruleTerms(of, cap);
  const ruleTerms = (of: Score, cap: number | null): Bounds<readonly TermInput[]> => {
    const own = rulesOf(parts, of, null, { cap, floor: of.floor });
    const groups = of.groups.map(({ id, when, ...limits }) => {
      const { low, high } = clamped(rulesOf(parts, of, id, limits), limits);
      const is = holds(when);
      return { low: { when: is, sum: low }, high: { when: is, sum: high } };
    });
    return {
      low: [...own.low, ...groups.map(({ low }) => low)],
      high: [...own.high, ...groups.map(({ high }) => high)],
    };
  };
  const sumTerms = (of: Score, which: 'asked' | 'bounds'): Bounds<readonly TermInput[]> => {
    const parts = of.sum.map((id) => {
      const part = score(id);
      return partTerms(world, part[which](), 10 ** (of.decimals - part.of.decimals));
    });
    return { low: parts.flatMap(({ low }) => low), high: parts.flatMap(({ high }) => high) };
  };
  const score = (id: string): ScoreModel => {
    const before = models.get(id);
    if (before) return before;
    const made = make(foundIn(agreement.scores, id));
    models.set(id, made);
    for (const edge of world.edges.get(id) ?? []) made.atLeast(edge);
    return made;
  };
  return score;
}

/**
 * The points of a score's rules in one group, or in none. Points that reach the limits whatever else there is are cut off
 * where they just do; with groups beside them that is not known of rules in none.
 */
export function rulesOf(
  { world, rules, holds }: Pick<Parts, 'world' | 'rules' | 'holds'>,
  of: Score,
  group: string | null,
  limits: Limits,
): Bounds<readonly TermInput[]> {
  const terms = of.rules
    .filter((rule) => rule.group === group)
    .map((rule) => rules.terms(of, rule, world.logic.and(world.asOf.inForce(rule), holds(rule.when))));
  const known = group === null && of.groups.length > 0 ? none : limits;
  return {
    low: saturated(
      terms.flatMap(({ low }) => low),
      known,
    ),
    high: saturated(
      terms.flatMap(({ high }) => high),
      known,
    ),
  };
}

const none: Limits = { cap: null, floor: null };

/** Points that reach a cap or a floor whatever else there is are cut off where they just do. */
function saturated(terms: readonly TermInput[], { cap, floor }: Limits): readonly TermInput[] {
  const sizes = terms.map((term) => ('points' in term ? term.points : 0));
  const gain = sizes.reduce((sum, points) => sum + Math.max(0, points), 0);
  const loss = sizes.reduce((sum, points) => sum + Math.min(0, points), 0);
  return terms.map((term) => {
    if (!('points' in term)) return term;
    const most = (cap ?? Infinity) - (loss - Math.min(0, term.points));
    const least = (floor ?? -Infinity) - (gain - Math.max(0, term.points));
    return { ...term, points: Math.max(Math.min(term.points, Math.max(0, most)), Math.min(0, least)) };
  });
}

/** A score with more different points than this is added up in so many steps. */
const finest = 150;
const steps = 50;

/**
 * A score as a part of a sum: exactly if it has few different points, else in steps, of which the lower bound leaves out
 * the one that is not complete and the upper bound does not.
 */
function partTerms(
  { logic }: World,
  { low, high }: Bounds<Sum>,
  times: number,
): Bounds<readonly TermInput[]> {
  if (high.most - low.least <= finest) return { low: [{ sum: low, times }], high: [{ sum: high, times }] };
  const step = Math.ceil((high.most - low.least) / steps);
  const stepped = (sum: Sum, isReached: (at: number) => number): TermInput[] => [
    { points: low.least * times },
    ...Array.from({ length: steps }, (_, at) => ({
      when: logic.sumAtLeast(sum, low.least + isReached(at)),
      points: step * times,
    })),
  ];
  return {
    low: stepped(low, (at) => (at + 1) * step),
    high: stepped(high, (at) => at * step + 1),
  };
}

interface Limits {
  readonly cap: number | null;
  readonly floor: number | null;
}

export function limitsOf({ cap, floor }: Limits): { cap?: number; floor?: number } {
  return { ...(cap === null ? {} : { cap }), ...(floor === null ? {} : { floor }) };
}
