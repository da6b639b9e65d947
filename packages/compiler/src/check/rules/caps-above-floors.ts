import { report } from '../../diagnostics/diagnostic.ts';
import type { CheckRule } from '../rule.ts';

/** A cap is not below its floor. (That both limit something is for the prover.) */
export const capsAboveFloors: CheckRule = {
  reads: ['scoring'],
  *find({ scores }) {
    for (const score of scores)
      for (const { cap, floor, span } of [...score.rules, ...score.groups, score])
        if (cap !== null && floor !== null && cap < floor) {
          const natural = (value: number): number => value / 10 ** score.decimals;
          yield report('cap-below-floor', span, { cap: natural(cap), floor: natural(floor) });
        }
  },
};
