import type { Agreement, Rule, Score } from '../../ir/types.ts';
import { edgesOf } from '../world/edges.ts';

/** Where a score has to lie so that a rule's points take it over an edge. Both ends included. */
export interface Window {
  readonly score: Score;
  readonly low: number;
  readonly high: number;
}

/** The windows of all scores that a rule gives points to, its own score's first. */
export function windowsOf(agreement: Agreement, score: Score, rule: Rule): readonly Window[] {
  const edges = edgesOf(agreement);
  return fedBy(agreement, score).flatMap((fed) => {
    const points = rule.points * 10 ** (fed.decimals - score.decimals);
    return (edges.get(fed.id) ?? []).map((edge): Window =>
      points > 0
        ? { score: fed, low: edge, high: edge + points - 1 }
        : { score: fed, low: edge + points, high: edge - 1 },
    );
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
