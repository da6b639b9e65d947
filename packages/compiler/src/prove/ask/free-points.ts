import type { ScoreResult } from '../../ir/context.ts';
import type { Score } from '../../ir/types.ts';
import type { Case } from './replay.ts';

/** Asked again and again of the same leads. */
const free = new WeakMap<ScoreResult, number>();

/** The points of a score before its own cap and floor. */
export function freePoints(score: Score, { recorded }: Case): number {
  const result = recorded.scores[score.id];
  if (!result) return 0;
  const known = free.get(result);
  if (known !== undefined) return known;
  const cut = result.lines.filter(({ kind }) => kind === 'score_cap' || kind === 'score_floor');
  const points = result.points - cut.reduce((sum, line) => sum + line.points, 0);
  free.set(result, points);
  return points;
}
