import { greatestDivisor } from '../../greatest-divisor.ts';
import type { Group, IdleRule, Rule, Score } from '../../ir/types.ts';
import { hasAllLevels, levelsOf } from '../events/uses.ts';
import type { World } from '../world/world.ts';
import { clampOf, menuOf, pointsOfSome } from './menu.ts';
import { type Bounds, mostSpans } from './rules.ts';

/** Points of a score below the floor, and above the cap, are not told apart by anything that is asked. */
export interface ToldApart {
  readonly floor: number;
  readonly cap: number;
}

/** Seen from below, or from above: there caps are floors, and what gives takes. */
type Direction = 1 | -1;

/** Scores as one of the sums between which they lie. */
interface Seen {
  readonly world: World;
  readonly scores: readonly Score[];
  readonly bound: keyof Bounds<unknown>;
}

/**
 * Which points of each of a score's two sums are told apart, by what is asked of the score or of the scores that add it up;
 * `undefined` if nothing is asked. What very many events give is in one of the sums only, so of the other there are few.
 */
export function toldApart(world: World, scores: readonly Score[], of: Score): Bounds<ToldApart> | undefined {
  const within = (bound: keyof Bounds<unknown>): ToldApart => {
    const seen = { world, scores, bound };
    const end = (way: Direction): number => Math.ceil(furthest(seen, of, way) / unit) * unit * way;
    return { floor: end(-1), cap: end(1) };
  };
  const unit = unitOf(scores, of);
  const [low, high] = [within('low'), within('high')];
  if (low.cap === -Infinity) return undefined;
  if (!isExact(scores, of)) return { low, high };
  const both = { floor: Math.min(low.floor, high.floor), cap: Math.max(low.cap, high.cap) };
  return { low: both, high: both };
}

/** All points that a score can have are multiples of this. */
export function unitOf(scores: readonly Score[], of: Score): number {
  const own = [of, ...of.groups].flatMap(({ cap, floor }) => [cap ?? 0, floor ?? 0]);
  const ofRules = of.rules.flatMap((rule) => [...pointsIn('low', rule), ...pointsIn('high', rule)]);
  const ofParts = scores
    .filter(({ id }) => of.sum.includes(id))
    .map((part) => unitOf(scores, part) * 10 ** (of.decimals - part.decimals));
  return [...own, ...ofRules, ...ofParts].reduce(greatestDivisor, 0) || 1;
}

/** Whether its two sums are one. */
function isExact(scores: readonly Score[], of: Score): boolean {
  const parts = scores.filter(({ id }) => of.sum.includes(id));
  return of.rules.every(isExactRule) && parts.every((part) => isExact(scores, part));
}

function isExactRule(rule: Rule): boolean {
  const high = pointsIn('high', rule);
  return pointsIn('low', rule).every((points, at) => points === high[at]);
}

function furthest(seen: Seen, of: Score, way: Direction): number {
  const { world, scores } = seen;
  const own = (world.edges.get(of.id) ?? []).map((edge) => way * edge);
  const end = own.length === 0 ? -Infinity : Math.max(...own) + spreadOf(scores, of);
  const asked = scores
    .filter(({ sum }) => sum.includes(of.id))
    .map((parent) => {
      const others = scores.filter(({ id }) => id !== of.id && parent.sum.includes(id));
      const least = sumOf(
        others.map((one) => leastOf(seen, one, way) * 10 ** (parent.decimals - one.decimals)),
      );
      return Math.ceil((furthest(seen, parent, way) - least) / 10 ** (parent.decimals - of.decimals));
    });
  const far = Math.max(end, ...asked);
  // The others of a sum are taken to be no less than they can be: none is cut off where it never is.
  return far === -Infinity ? far : Math.max(far, leastOf(seen, of, way));
}

/** The least that a score can be, or 0: all that its rules and parts can take away within their limits. */
function leastOf(seen: Seen, of: Score, way: Direction): number {
  const { scores, bound } = seen;
  const takenIn = (group: string | null): number =>
    sumOf(
      of.rules
        .filter((rule) => rule.group === group)
        .map((rule) => Math.min(0, ...pointsIn(bound, rule).map((points) => way * points))),
    );
  const parts = scores
    .filter(({ id }) => of.sum.includes(id))
    .map((part) => leastOf(seen, part, way) * 10 ** (of.decimals - part.decimals));
  const groups = of.groups.map((group) => limited(takenIn(group.id), group, way));
  return limited(sumOf([takenIn(null), ...groups, ...parts]), of, way);
}

/** The same within the limits of a score or group; 0 where that would be more, as it may not count at all. */
function limited(points: number, { cap, floor }: Score | Group, way: Direction): number {
  const [least, most] = way > 0 ? [floor, cap] : [cap, floor];
  const below = Math.min(points, most === null ? Infinity : way * most);
  return Math.min(0, Math.max(below, least === null ? -Infinity : way * least));
}

function sumOf(points: readonly number[]): number {
  return points.reduce((sum, one) => sum + one, 0);
}

/** What a rule can give, as one of the two sums has it. */
function pointsIn(bound: keyof Bounds<unknown>, rule: Rule): readonly number[] {
  const end = bound === 'low' ? 0 : 1;
  switch (rule.kind) {
    case 'lead_rule':
      return [clampOf(rule, rule.points)];
    case 'event_rule':
      return [...menuOf(rule).map(({ points }) => points), pointsOfSome(rule)[end]];
    case 'idle_rule':
      return idlePoints(rule)[end];
  }
}

function idlePoints(rule: IdleRule): readonly [low: readonly number[], high: readonly number[]] {
  const told = [0, ...levelsOf(rule)].map((level) => clampOf(rule, rule.points * level));
  if (hasAllLevels(rule)) return [told, told];
  const further = clampOf(rule, rule.points * mostSpans(rule));
  const last = told.at(-1) ?? 0;
  return [
    [...told, Math.min(last, further)],
    [...told, Math.max(last, further)],
  ];
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
