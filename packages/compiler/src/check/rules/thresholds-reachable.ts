import { report } from '../../diagnostics/diagnostic.ts';
import { conditionsOf } from '../../ir/conditions-of.ts';
import { ends } from '../../ir/intervals.ts';
import { parts } from '../../ir/visit.ts';
import { type Range, scoreRanges } from '../range.ts';
import type { CheckRule } from '../rule.ts';

/** A score that is compared with a number can lie on both sides of it. */
export const thresholdsReachable: CheckRule = {
  reads: ['scoring'],
  *find(draft) {
    const ranges = scoreRanges(draft.scores);
    for (const { condition, span } of conditionsOf(draft))
      for (const part of parts(condition)) {
        if (part.kind !== 'number' || part.subject.kind !== 'score') continue;
        const { id } = part.subject;
        const natural = (value: number): number => value / 10 ** part.decimals;
        const range = ranges.get(id) ?? { low: -Infinity, high: Infinity };
        for (const [code, threshold, bound] of misses(ends(part), range))
          yield code === 'threshold-too-high'
            ? report(code, span, { score: id, threshold: natural(threshold), max: natural(bound) })
            : report(code, span, { score: id, threshold: natural(threshold), min: natural(bound) });
      }
  },
};

type Miss = readonly ['threshold-too-high' | 'threshold-too-low', threshold: number, bound: number];

/** `low` and `high` are the first and last value that pass; a side that is open asks nothing. */
function misses([low, high]: readonly [number, number], range: Range): Miss[] {
  const found: Miss[] = [];
  if (low > range.high) found.push(['threshold-too-high', low, range.high]);
  else if (Number.isFinite(low) && low <= range.low && high === Infinity)
    found.push(['threshold-too-low', low, range.low]);
  if (high < range.low) found.push(['threshold-too-low', high + 1, range.low]);
  else if (Number.isFinite(high) && high >= range.high && low === -Infinity)
    found.push(['threshold-too-high', high + 1, range.high]);
  return found;
}
