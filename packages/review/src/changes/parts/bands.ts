import type { Band, Score } from '@smarketing/compiler/ir';
import { band, bandTitle } from '@smarketing/compiler/words';
import type { Found } from '../change.ts';
import { findItemChanges, type Kind, type Pair, type Sides } from '../items.ts';

/** Where a band begins; the last one has no beginning. */
const startOf = ({ min }: Band): number => (min === null ? -Infinity : min.value + (min.inclusive ? 0 : 0.5));
const endOf = ({ max }: Band): number => (max === null ? Infinity : max.value - (max.inclusive ? 0 : 0.5));

function bandsOf({ title, decimals }: Score): Kind<Band> {
  const name = (one: Band): string => `The band “${bandTitle(one)}” of the score “${title}”`;
  const words = ({ min, max }: Band): string => band(min, max, decimals);
  return {
    part: 'band',
    name,
    added: () => ({ level: 'notable', harderFor: 'both' }),
    removed: () => ({ level: 'breaking', harderFor: 'both' }),
    aspects: [
      {
        of: ({ min, max }) => [min, max],
        tell: ({ before, after }) => {
          const [was, is] = [words(before), words(after)];
          const says = `${name(after)} is ${is}; before: ${was}.`;
          if (startOf(after) === startOf(before)) {
            const isMore = endOf(after) > endOf(before);
            return {
              verb: isMore ? 'widened' : 'narrowed',
              says,
              was,
              is,
              level: 'notable',
              harderFor: isMore ? 'marketing' : 'sales',
            };
          }
          const isLower = startOf(after) < startOf(before);
          return {
            verb: isLower ? 'lowered' : 'raised',
            says,
            was,
            is,
            level: 'notable',
            harderFor: isLower ? 'sales' : 'marketing',
          };
        },
      },
    ],
  };
}

/** Changes of thresholds: a lower one lets more leads through to sales, a higher one asks more of marketing. */
export function findBandChanges(sides: Sides, { before, after }: Pair<Score>): readonly Found[] {
  const found = findItemChanges(sides, { before: before.bands, after: after.bands }, bandsOf(after));
  const begins = found.filter(({ verb }) => verb === 'raised' || verb === 'lowered');
  return begins.length > 0 ? found.filter(({ verb }) => verb !== 'widened' && verb !== 'narrowed') : found;
}
