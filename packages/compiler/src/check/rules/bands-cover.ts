import { report } from '../../diagnostics/diagnostic.ts';
import { gaps, overlaps } from '../../ir/intervals.ts';
import { scoreRanges } from '../range.ts';
import type { CheckRule } from '../rule.ts';

/** The bands of a score hold every value that it can have, once. */
export const bandsCover: CheckRule = {
  reads: ['scoring'],
  *find({ scores }) {
    const ranges = scoreRanges(scores);
    for (const { id, bands, decimals, span } of scores) {
      if (bands.length === 0) continue;
      const natural = (value: number): number => value / 10 ** decimals;
      const found = overlaps(bands);
      for (const { value, first, second } of found) {
        const place = bands.find((band) => band.id === second)?.span ?? span;
        yield report('bands-overlap', place, { value: natural(value), first, second });
      }
      const { low, high } = ranges.get(id) ?? { low: -Infinity, high: Infinity };
      for (const value of gaps(bands, low, high))
        yield report('bands-gap', bands[0]?.span ?? span, { value: natural(value), subject: id });
    }
  },
};
