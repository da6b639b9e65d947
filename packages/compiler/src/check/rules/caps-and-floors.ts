import { type Diagnostic, report } from '../../diagnostics/diagnostic.ts';
import type { Score, SourceSpan } from '../../ir/types.ts';
import { groupPoints, type Range, rulePoints, scorePoints, scoreRanges } from '../range.ts';
import type { CheckRule } from '../rule.ts';

interface Clamped {
  readonly cap: number | null;
  readonly floor: number | null;
  readonly span: SourceSpan;
}

/** A cap is not below its floor, and limits something. */
export const capsAndFloors: CheckRule = {
  reads: ['scoring'],
  *find({ scores }) {
    const ranges = scoreRanges(scores);
    const decimals = (id: string): number => scores.find((score) => score.id === id)?.decimals ?? 0;
    for (const score of scores) {
      for (const rule of score.rules) yield* look(score, rule, rulePoints(rule));
      for (const group of score.groups)
        if (score.rules.some((rule) => rule.group === group.id))
          yield* look(score, group, groupPoints(score, group.id));
      yield* look(score, score, scorePoints(score, ranges, decimals));
    }
  },
};

function* look({ decimals }: Score, { cap, floor, span }: Clamped, { high }: Range): Generator<Diagnostic> {
  const natural = (value: number): number => value / 10 ** decimals;
  if (cap !== null && floor !== null && cap < floor)
    yield report('cap-below-floor', span, { cap: natural(cap), floor: natural(floor) });
  else if (cap !== null && high < cap)
    yield report('cap-never-reached', span, { cap: natural(cap), max: natural(high) });
}
