import { report } from '../../diagnostics/diagnostic.ts';
import { natural } from '../../ir/decimal.ts';
import { ends } from '../../ir/intervals.ts';
import { placeOf } from '../../ir/places.ts';
import type { Condition, SourceSpan } from '../../ir/types.ts';
import { parts } from '../../ir/visit.ts';
import type { Asker } from '../ask/asker.ts';
import type { PropertyRule } from '../property.ts';
import type { Property } from '../report.ts';
import { ownedConditions } from './owners.ts';
import { rangesOf } from './ranges.ts';

type ScoreTest = Extract<Condition, { kind: 'number' }>;

/** A score that is compared with a number can lie on both sides of it. */
export const thresholdsMet: PropertyRule = function* (asker) {
  for (const { id, when, span } of ownedConditions(asker)) {
    for (const part of parts(when)) {
      if (part.kind === 'number' && part.subject.kind === 'score') {
        yield* sides(asker, part, part.subject.id, { about: id, span: placeOf(part) ?? span });
      }
    }
  }
};

function* sides(
  asker: Asker,
  test: ScoreTest,
  score: string,
  stated: { readonly about: string; readonly span: SourceSpan },
): Generator<Property> {
  const [low, high] = ends(test);
  const range = rangesOf(asker).of(score);
  const shown = (value: number): number => natural(value, test.decimals);
  for (const edge of [low, high + 1].filter(Number.isFinite)) {
    const isLower = edge === low;
    const tooHigh = edge > range.high && (isLower || low === -Infinity);
    const tooLow = edge <= range.low && (!isLower || high === Infinity);
    const isCrossed = range.low < edge && edge <= range.high;
    if (!isCrossed && !tooHigh && !tooLow) continue;
    const threshold = shown(edge);
    const { span } = stated;
    yield {
      ...stated,
      topic: 'scores',
      says: `${score} lies on both sides of ${threshold}.`,
      verdict: tooHigh || tooLow ? 'refuted' : 'proved',
      witness: null,
      reason: null,
      finding: tooHigh
        ? tellTooHigh(asker, score, { threshold, edge, span, max: shown(range.high) })
        : tooLow
          ? report('threshold-too-low', span, { score, threshold, min: shown(range.low) })
          : null,
    };
  }
}

/** Is it the cap that stops it? */
function tellTooHigh(
  asker: Asker,
  score: string,
  found: {
    readonly threshold: number;
    readonly edge: number;
    readonly span: SourceSpan;
    readonly max: number;
  },
) {
  const of = asker.judge.score(score).of;
  const { threshold, edge, span, max } = found;
  const free = rangesOf(asker).unclamped(of).high;
  if (of.cap === null || free < edge) return report('threshold-too-high', span, { score, threshold, max });
  const cap = natural(of.cap, of.decimals);
  return report('cap-blocks-threshold', span, { score, threshold, max: natural(free, of.decimals), cap });
}
