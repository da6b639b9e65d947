import type { Context, Formula, Sum, Variable } from '@smarketing/logic';
import type { World } from '../world/world.ts';
import type { Bounds } from './rules.ts';

/** What is known of a score in two versions of an agreement. */
export interface Likeness {
  /** It has the points that are asked for in the other version. */
  readonly other: Formula;
  /** When it may differ. */
  readonly unless: Formula;
  /** If it differs, it can only be less (-1) or more (1) than in the other. */
  readonly only: -1 | 0 | 1;
}

/** Scores that lie between two sums, in all versions of an agreement: alike ones are the same number. */
export interface Estimates {
  readonly atLeast: (bounds: Bounds<Sum>, points: number, like?: Likeness) => Formula;
}

export function createEstimates({ logic, definitions }: World): Estimates {
  const known = new Map<string, Map<number, Variable>>();
  return {
    atLeast: (bounds, points, like) => {
      const { low, high } = bounds;
      if (low === high) return logic.sumAtLeast(low, points);
      if (points <= low.least) return logic.true;
      if (points > high.most) return logic.false;
      const asked = known.get(keyOf(bounds)) ?? new Map<number, Variable>();
      known.set(keyOf(bounds), asked);
      const before = asked.get(points);
      if (before) return logic.is(before, [1]);
      const variable = logic.variable(`at least ${points}`, 2);
      const holds = logic.is(variable, [1]);
      const [surely, perhaps] = [logic.sumAtLeast(low, points), logic.sumAtLeast(high, points)];
      const order = [...asked].map(([other, known]) => {
        const is = logic.is(known, [1]);
        return other < points ? logic.implies(holds, is) : logic.implies(is, holds);
      });
      definitions.define([variable], {
        axioms: [
          logic.implies(surely, holds),
          logic.implies(holds, perhaps),
          ...order,
          ...(like ? likeAxioms(logic, holds, like) : []),
        ],
        tidy: [logic.implies(holds, surely), logic.implies(perhaps, holds)],
        rough: [],
      });
      asked.set(points, variable);
      return holds;
    },
  };
}

function keyOf({ low, high }: Bounds<Sum>): string {
  return `${low.id} ${high.id}`;
}

function likeAxioms(logic: Context, holds: Formula, { other, unless, only }: Likeness): Formula[] {
  const same = logic.not(logic.xor(holds, other));
  return [
    logic.or(unless, same),
    ...(only === -1 ? [logic.implies(holds, other)] : []),
    ...(only === 1 ? [logic.implies(other, holds)] : []),
  ];
}
