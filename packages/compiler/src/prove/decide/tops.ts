import type { Rule, Score } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import { clampOf, pointsOfSome } from './menu.ts';
import { mostSpans } from './rules.ts';

/**
 * Points of a score beyond these are not told apart by anything that is asked of it, or of the scores that add it up.
 * `-Infinity` if nothing is asked.
 */
export function topOf(world: World, scores: readonly Score[], of: Score): number {
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
