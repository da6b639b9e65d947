import type { Formula, Sum, TermInput } from '@smarketing/logic';
import { foundIn } from '../../found.ts';
import type { Agreement, Condition, Score } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import type { Estimates, Likeness } from './estimates.ts';
import { lazy } from './memo.ts';
import type { Bounds, Rules } from './rules.ts';
import { type ToldApart, toldApart, unitOf } from './told-apart.ts';

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
  const make = (of: Score): ScoreModel => {
    const sums = (clamps: Bounds<Limits>, parts: 'asked' | 'bounds', limits = clamps): Bounds<Sum> => {
      const { low, high } = termsOf(of, limits, parts);
      return { low: logic.sum(low, limitsOf(clamps.low)), high: logic.sum(high, limitsOf(clamps.high)) };
    };
    const gated = (sum: Sum): Sum => (of.when === null ? sum : logic.sum([{ when: holds(of.when), sum }]));
    const both = ({ low, high }: Bounds<Sum>): Bounds<Sum> => ({ low: gated(low), high: gated(high) });
    const own = { low: of, high: of };
    const whole = lazy(() => both(sums(own, 'bounds')));
    // How far it would go is told to people; what is in groups is not cut off for that.
    const unclamped = lazy(() => sums(unlimited, 'bounds', of.groups.length > 0 ? unlimited : own));
    const told = lazy((): Bounds<Limits> => {
      const apart = toldApart(world, agreement.scores, of);
      return apart ? { low: within(of, apart.low), high: within(of, apart.high) } : own;
    });
    const cut = lazy(() =>
      isSame(told().low, of) && isSame(told().high, of) ? whole() : both(sums(told(), 'asked')),
    );
    const isTold = (points: number): boolean =>
      [told().low, told().high].every((limits) => isApart(points, limits));
    const like = (points: number): Likeness | undefined =>
      parts.other && { ...parts.other, other: parts.other.score(of.id).atLeast(points) };
    const atLeast = (points: number): Formula =>
      estimates.atLeast(isTold(points) ? cut() : whole(), points, like(points));
    const atLeastUnclamped = (points: number): Formula => estimates.atLeast(unclamped(), points);
    return { of, bounds: whole, asked: cut, unclamped, atLeast, atLeastUnclamped };
  };
  const termsOf = (
    of: Score,
    limits: Bounds<Limits>,
    parts: 'asked' | 'bounds',
  ): Bounds<readonly TermInput[]> => (of.sum.length > 0 ? sumTerms(of, parts) : ruleTerms(of, limits));
  const ruleTerms = (of: Score, limits: Bounds<Limits>): Bounds<readonly TermInput[]> => {
    const groups = [null, ...of.groups].map((group) => ({
      group,
      terms: rulesOf(parts, of, group?.id ?? null),
    }));
    const bound = (which: keyof Bounds<unknown>): TermInput[] => {
      const all = groups.flatMap(({ group, terms }) => [...terms[which], ...(group ? forced(group) : [])]);
      return groups.flatMap(({ group, terms }): readonly TermInput[] => {
        const told = saturated(terms[which], limits[which], all);
        if (group === null) return told;
        return [{ when: holds(group.when), sum: logic.sum(saturated(told, group), limitsOf(group)) }];
      });
    };
    return { low: bound('low'), high: bound('high') };
  };
  const sumTerms = (of: Score, which: 'asked' | 'bounds'): Bounds<readonly TermInput[]> => {
    const parts = of.sum.map((id) => {
      const part = score(id);
      return partTerms(world, part[which](), {
        times: 10 ** (of.decimals - part.of.decimals),
        unit: unitOf(agreement.scores, part.of),
      });
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

/** The points of a score's rules in one group, or in none. */
export function rulesOf(
  { world, rules, holds }: Pick<Parts, 'world' | 'rules' | 'holds'>,
  of: Score,
  group: string | null,
): Bounds<readonly TermInput[]> {
  const terms = of.rules
    .filter((rule) => rule.group === group)
    .map((rule) => rules.terms(of, rule, world.logic.and(world.asOf.inForce(rule), holds(rule.when))));
  return { low: terms.flatMap(({ low }) => low), high: terms.flatMap(({ high }) => high) };
}

const none: Limits = { cap: null, floor: null };
const unlimited: Bounds<Limits> = { low: none, high: none };

/** The limits within which both the score and what is asked of it tell points apart. */
function within({ cap, floor }: Limits, apart: ToldApart): Limits {
  return {
    cap: apart.cap < (cap ?? Infinity) ? apart.cap : cap,
    floor: apart.floor > (floor ?? -Infinity) ? apart.floor : floor,
  };
}

function isSame(one: Limits, other: Limits): boolean {
  return one.cap === other.cap && one.floor === other.floor;
}

function isApart(points: number, { cap, floor }: Limits): boolean {
  return points <= (cap ?? Infinity) && points > (floor ?? -Infinity);
}

/** What a group gives or takes by itself, because of its floor or its cap. */
function forced({ cap, floor }: Limits): readonly TermInput[] {
  return [{ points: Math.min(0, cap ?? 0) }, { points: Math.max(0, floor ?? 0) }];
}

/** Points that reach a cap or a floor whatever else there is, of all terms, are cut off where they just do. */
export function saturated(
  terms: readonly TermInput[],
  { cap, floor }: Limits,
  all: readonly TermInput[] = terms,
): readonly TermInput[] {
  const sizes = all.map((term) => ('points' in term ? term.points : 0));
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
  { times, unit }: { readonly times: number; readonly unit: number },
): Bounds<readonly TermInput[]> {
  const units = (high.most - low.least) / unit;
  if (units <= finest) return { low: [{ sum: low, times }], high: [{ sum: high, times }] };
  const step = Math.ceil(units / steps) * unit;
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
