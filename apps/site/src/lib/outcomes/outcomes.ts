import type { Agreement } from '@smarketing/compiler/ir';
import { books } from '../agreements.ts';
import { canBeSimulated, type Outcomes } from './types.ts';

const made = import.meta.glob<Outcomes>('../../../generated/outcomes/*.json', {
  eager: true,
  import: 'default',
});

/**
 * What was simulated of an agreement before the build; `null` where its forecast does not say that leads come, and of versions
 * that are no longer in force.
 */
export function outcomesOf(agreement: Agreement): Outcomes | null {
  if (!canBeSimulated(agreement) || !books.some((book) => book.agreement === agreement)) return null;
  const outcomes = made[`../../../generated/outcomes/${agreement.name}.json`];
  if (outcomes?.results.agreement.hash !== agreement.hash)
    throw new Error(
      `${agreement.name} was not simulated. Run "npm run simulate" in the site's folder first.`,
    );
  return outcomes;
}
