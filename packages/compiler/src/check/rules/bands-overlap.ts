import { report } from '../../diagnostics/diagnostic.ts';
import { foundIn } from '../../found.ts';
import { overlaps } from '../../ir/intervals.ts';
import type { CheckRule } from '../rule.ts';

/** No value of a score lies in two bands. (That none lies in no band is for the prover.) */
export const bandsOverlap: CheckRule = {
  reads: ['scoring'],
  *find({ scores }) {
    for (const { bands, decimals } of scores)
      for (const { value, first, second } of overlaps(bands)) {
        const { span } = foundIn(bands, second);
        yield report('bands-overlap', span, { value: value / 10 ** decimals, first, second });
      }
  },
};
