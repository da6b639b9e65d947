import { report } from '../../diagnostics/diagnostic.ts';
import { overlaps } from '../../ir/intervals.ts';
import type { CheckRule } from '../rule.ts';

/** No value of a score lies in two bands. (That none lies in no band is for the prover.) */
export const bandsOverlap: CheckRule = {
  reads: ['scoring'],
  *find({ scores }) {
    for (const { bands, decimals, span } of scores)
      for (const { value, first, second } of overlaps(bands)) {
        const place = bands.find((band) => band.id === second)?.span ?? span;
        yield report('bands-overlap', place, { value: value / 10 ** decimals, first, second });
      }
  },
};
