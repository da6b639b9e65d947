import type { Sum } from '@smarketing/logic';
import type { Score } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import type { Bounds } from '../decide/rules.ts';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What scores can be, scaled as they are. */
export interface Ranges {
  readonly of: (score: string) => Range;
  /** Before the score's own cap and floor. */
  readonly unclamped: (score: Score) => Range;
}

const known = new WeakMap<Asker, Ranges>();

/** The ranges of an agreement's scores, each looked for once. */
export function rangesOf(asker: Asker): Ranges {
  const before = known.get(asker);
  if (before) return before;
  const found = new Map<string, Range>();
  const ranges: Ranges = {
    of: (id) => {
      const range = found.get(id) ?? rangeOf(asker, asker.judge.score(id).bounds(), id);
      found.set(id, range);
      return range;
    },
    unclamped: ({ id }) => rangeOf(asker, asker.judge.score(id).unclamped()),
  };
  known.set(asker, ranges);
  return ranges;
}

/** A known lead whose score is at the bound that its rules add up to shows that it is reached. */
export function rangeOf(asker: Asker, { low, high }: Bounds<Sum>, score?: string): Range {
  const isKnown = (points: number): boolean =>
    score !== undefined && asker.knows(({ recorded }) => recorded.scores[score]?.points === points);
  return {
    low: isKnown(low.least) ? low.least : asker.extreme('least', low),
    high: isKnown(high.most) ? high.most : asker.extreme('most', high),
  };
}
