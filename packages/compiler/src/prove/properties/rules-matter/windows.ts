import { ends } from '../../../ir/intervals.ts';
import type { Agreement, Rule, Score } from '../../../ir/types.ts';
import { freePoints } from '../../ask/free-points.ts';
import type { Case } from '../../ask/replay.ts';
import type { Edges } from '../../world/edges.ts';

/** Where a score has to lie so that a rule's points take it over an edge. Both ends included. */
export interface Window {
  readonly score: Score;
  readonly low: number;
  readonly high: number;
  /** A band of the score ends at the edge. */
  readonly isBand: boolean;
}

/** The windows of all scores that a rule gives points to, its own score's first. */
export function windowsOf(
  agreement: Agreement,
  edges: Edges,
  { score, rule }: { readonly score: Score; readonly rule: Rule },
): readonly Window[] {
  return fedBy(agreement, score).flatMap((fed) => {
    const points = rule.points * 10 ** (fed.decimals - score.decimals);
    const ofBands = new Set(fed.bands.map((band) => ends(band)[0]));
    return (edges.get(fed.id) ?? []).map((edge): Window => {
      const [low, high] = points > 0 ? [edge, edge + points - 1] : [edge + points, edge - 1];
      return { score: fed, low, high, isBand: ofBands.has(edge) };
    });
  });
}

/** A score, and all that add it up. */
export function fedBy({ scores }: Agreement, score: Score): readonly Score[] {
  const fed = [score];
  for (const one of fed)
    fed.push(
      ...scores.filter(({ id, sum }) => sum.includes(one.id) && !fed.some((known) => known.id === id)),
    );
  return fed;
}

/** Before the score's own cap and floor: beyond these each step would look as far away as the last. */
export function awayFrom({ score, low, high }: Window, found: Case): number {
  const free = freePoints(score, found);
  return Math.max(0, low - free, free - high);
}

export function nearest(windows: readonly Window[], start: Case): readonly Window[] {
  return windows.toSorted((one, other) => awayFrom(one, start) - awayFrom(other, start));
}
