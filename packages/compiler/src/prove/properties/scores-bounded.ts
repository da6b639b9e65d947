import { report } from '../../diagnostics/diagnostic.ts';
import { natural } from '../../ir/decimal.ts';
import { gaps } from '../../ir/intervals.ts';
import type { Score, SourceSpan } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';
import type { Property } from '../report.ts';
import { type Range, rangeOf, rangesOf } from './ranges.ts';

/** What each score can be at least and at most; caps and floors limit something; bands hold every value. */
export const scoresBounded: PropertyRule = function* (asker) {
  const ranges = rangesOf(asker);
  for (const score of asker.world.agreement.scores) {
    const { id, decimals, span } = score;
    const { low, high } = ranges.of(id);
    const says = `${id} lies between ${natural(low, decimals)} and ${natural(high, decimals)}.`;
    yield {
      topic: 'scores',
      says,
      about: id,
      span,
      verdict: 'proved',
      witness: null,
      reason: null,
      finding: null,
    };
    yield* limits(asker, score);
    yield* bands(asker, score, ranges.of(id));
  }
};

interface Limited {
  readonly id: string;
  readonly cap: number | null;
  readonly floor: number | null;
  readonly span: SourceSpan;
}

function* limits(asker: Asker, score: Score): Generator<Property> {
  const { rules, groups, decimals } = score;
  const look = (what: 'rule' | 'group' | 'score', of: Limited, range: () => Range) =>
    limited(asker, { what, of, decimals, range });
  for (const rule of rules) yield* look('rule', rule, () => asker.judge.pointsOf(rule));
  for (const group of groups) {
    if (!rules.some((rule) => rule.group === group.id)) continue;
    yield* look('group', group, () => rangeOf(asker, asker.judge.groupOf(score, group.id)));
  }
  yield* look('score', score, () => rangesOf(asker).unclamped(score));
}

interface Looked {
  readonly what: 'rule' | 'group' | 'score';
  readonly of: Limited;
  readonly decimals: number;
  readonly range: () => Range;
}

/** A known lead whose ledger has a line of the cap or floor shows that it limits something. */
function* limited(asker: Asker, { what, of, decimals, range }: Looked): Generator<Property> {
  const { id, cap, floor, span } = of;
  const shown = (value: number): number => natural(value, decimals);
  const stated = { topic: 'scores', about: id, span, witness: null, reason: null } as const;
  const isKnown = (kind: string): boolean =>
    asker.knows(({ decision }) =>
      Object.values(decision.ledger).some((lines) =>
        lines.some((line) => line.kind === kind && line.id === id),
      ),
    );
  if (cap !== null) {
    const says = `The cap of ${id} is reached.`;
    const max = isKnown(`${what}_cap`) ? cap : range().high;
    yield max >= cap
      ? { ...stated, says, verdict: 'proved', finding: null }
      : {
          ...stated,
          says,
          verdict: 'refuted',
          finding: report('cap-never-reached', span, { cap: shown(cap), max: shown(max) }),
        };
  }
  if (floor !== null) {
    const says = `The floor of ${id} is reached.`;
    const min = isKnown(`${what}_floor`) ? floor : range().low;
    yield min <= floor
      ? { ...stated, says, verdict: 'proved', finding: null }
      : {
          ...stated,
          says,
          verdict: 'refuted',
          finding: report('floor-never-reached', span, { floor: shown(floor), min: shown(min) }),
        };
  }
}

function* bands(
  asker: Asker,
  { id, bands: all, decimals, span }: Score,
  { low, high }: Range,
): Generator<Property> {
  for (const value of gaps(all, low, high)) {
    if (all.length === 0) return;
    const place = all[0]?.span ?? span;
    const shown = natural(value, decimals);
    const says = `No lead has exactly ${shown} in ${id}, which is in no band.`;
    yield never(
      asker,
      { topic: 'leaks', says, about: id, span: place },
      {
        question: {
          formula: asker.world.logic.and(asker.judge.between(id, value, value)),
          holds: ({ decision }) => decision.scores[id] === shown,
        },
        tell: ({ says: lead }) => report('bands-gap', place, { value: shown, subject: id, lead }),
      },
    );
  }
}
