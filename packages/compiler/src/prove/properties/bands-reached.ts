import { report } from '../../diagnostics/diagnostic.ts';
import { natural } from '../../ir/decimal.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';
import { rangesOf } from './ranges.ts';

/** Some lead is in each band of a score. */
export const bandsReached: PropertyRule = function* (asker) {
  const ranges = rangesOf(asker);
  for (const { id, bands, decimals } of asker.world.agreement.scores) {
    for (const band of bands) {
      const says = `Some lead has ${id} in the band ${band.id}.`;
      yield some(
        asker,
        { topic: 'reach', says, about: id, span: band.span },
        {
          question: {
            formula: asker.judge.band(id, band),
            holds: ({ decision }) => decision.bands[id] === band.id,
          },
          tell: () => {
            const { low, high } = ranges.of(id);
            const [min, max] = [natural(low, decimals), natural(high, decimals)];
            return report('band-unreachable', band.span, { score: id, band: band.id, min, max });
          },
        },
      );
    }
  }
};
