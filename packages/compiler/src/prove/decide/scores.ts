import type { Context, Formula, Sum, TermInput, Variable } from '@smarketing/logic';
import type { Agreement, Condition, Rule, Score } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import { lazy } from './memo.ts';
import { clampOf, pointsOfSome } from './menu.ts';
import { type Bounds, mostSpans, type Rules } from './rules.ts';

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

/** What is known of a score in two versions of an agreement. */
export interface Likeness {
  /** It has the points that are asked for in the other version. */
  readonly other: Formula;
  /** When it may differ. */
  readonly unless: Formula;
  /** If it differs, it can only be less (-1) or more (1) than in the other. */
  readonly only: -1 | 0 | 1;
}

/** Scores that lie between two sums, in all versions of an agreement: alike ones are the same number. */
export interface Estimates {
  readonly atLeast: (bounds: Bounds<Sum>, points: number, like?: Likeness) => Formula;
}

export function createEstimates({ logic, definitions }: World): Estimates {
  const known = new Map<string, Map<number, Variable>>();
  return {
    atLeast: (bounds, points, like) => {
      const { low, high } = bounds;
      if (low === high) return logic.sumAtLeast(low, points);
      if (points <= low.least) return logic.true;
      if (points > high.most) return logic.false;
      const asked = known.get(keyOf(bounds)) ?? new Map<number, Variable>();
      known.set(keyOf(bounds), asked);
      const before = asked.get(points);
      if (before) return logic.is(before, [1]);
      const variable = logic.variable(`at least ${points}`, 2);
      const holds = logic.is(variable, [1]);
      const [surely, perhaps] = [logic.sumAtLeast(low, points), logic.sumAtLeast(high, points)];
      const order = [...asked].map(([other, known]) => {
        const is = logic.is(known, [1]);
        return other < points ? logic.implies(holds, is) : logic.implies(is, holds);
      });
      definitions.define([variable], {
        axioms: [
          logic.implies(surely, holds),
          logic.implies(holds, perhaps),
          ...order,
          ...(like ? likeAxioms(logic, holds, like) : []),
        ],
        tidy: [logic.implies(holds, surely), logic.implies(perhaps, holds)],
        rough: [],
      });
      asked.set(points, variable);
      return holds;
    },
  };
}

function keyOf({ low, high }: Bounds<Sum>): string {
  return `${low.id} ${high.id}`;
}

function likeAxioms(logic: Context, holds: Formula, { other, unless, only }: Likeness): Formula[] {
  const same = logic.not(logic.xor(holds, other));
  return [
    logic.or(unless, same),
    ...(only === -1 ? [logic.implies(holds, other)] : []),
    ...(only === 1 ? [logic.implies(other, holds)] : []),
  ];
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
    const of = agreement.scores.find((one) => one.id === id);
    if (!of) throw new Error(`There is no score ${id}`);
    const made = make(of);
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

/**
 * Points of a score beyond these are not told apart by anything that is asked of it, or of the scores that add it up.
 * `-Infinity` if nothing is asked.
 */
function topOf(world: World, scores: readonly Score[], of: Score): number {
  const own = world.edges.get(of.id) ?? [];
  const top = own.length === 0 ? -Infinity : Math.max(...own) + spreadOf(scores, of);
  const asked = scores
    .filter(({ sum }) => sum.includes(of.id))
    .map((parent) => {
      const others = scores.filter(({ id }) => id !== of.id && parent.sum.includes(id));
      const least = others.reduce(
        (sum, one) => sum + leastOf(scores, one) * 10 ** (parent.decimals - one.decimals),
        0,
      );
      return Math.ceil((topOf(world, scores, parent) - least) / 10 ** (parent.decimals - of.decimals));
    });
  return Math.max(top, ...asked);
}

/** No score is less than its floor, or than all that its rules can take away. */
function leastOf(scores: readonly Score[], { rules, sum, floor, decimals }: Score): number {
  const lost = [
    ...rules.map((rule) => Math.min(0, ...endsOf(rule))),
    ...scores
      .filter(({ id }) => sum.includes(id))
      .map((part) => Math.min(0, leastOf(scores, part)) * 10 ** (decimals - part.decimals)),
  ].reduce((all, points) => all + points, 0);
  return Math.min(0, Math.max(lost, floor ?? -Infinity));
}

function endsOf(rule: Rule): readonly number[] {
  switch (rule.kind) {
    case 'lead_rule':
      return [clampOf(rule, rule.points)];
    case 'event_rule':
      return pointsOfSome(rule);
    case 'idle_rule':
      return [clampOf(rule, rule.points * mostSpans(rule))];
  }
}

/** The most points of a single rule: edges are asked about with and without them. */
function spreadOf(scores: readonly Score[], of: Score): number {
  const parts = of.sum.flatMap((id) => scores.filter((score) => score.id === id));
  return Math.max(
    1,
    ...of.rules.map(({ points }) => Math.abs(points)),
    ...parts.map((part) => spreadOf(scores, part) * 10 ** (of.decimals - part.decimals)),
  );
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
