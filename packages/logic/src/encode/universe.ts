import { isSum, partsOf } from '../formula/parts.ts';
import type { Formula, Range, RangeTerm, Sum, Term } from '../formula/types.ts';
import { createKinship, type Difference } from './kinship.ts';

/**
 * Which ranges stand in which sums, of all formulas that an encoding was told of. A range that only one
 * sum contains needs no integer of its own, and ranges that always stand together need but one.
 */
export interface Universe {
  /** Takes in more formulas and sums. False if a range now stands where the encoding did not expect it. */
  extend(roots: readonly (Formula | Sum)[]): boolean;
  /** Is this the only place of the range? */
  isPrivate(term: RangeTerm): boolean;
  /** Tells apart sets of sums that the range stands in, always in the same way; `undefined` if the ways differ. */
  company(term: RangeTerm): string | undefined;
  /** How the sum differs from another one that is encoded, if that is little. */
  difference(sum: Sum): Difference | undefined;
}

interface Place {
  readonly sum: Sum;
  readonly term: RangeTerm;
}

export function createUniverse(): Universe {
  const known = new Set<Formula | Sum>();
  const kinship = createKinship();
  const places = new Map<Range, Place[]>();
  const placesOf = ({ range }: RangeTerm): readonly Place[] => places.get(range) ?? [];
  return {
    extend: (roots) => {
      const before = new Set(places.keys());
      let expected = true;
      for (const node of partsOf(roots, known)) {
        known.add(node);
        if (!isSum(node)) continue;
        // What a sum has in common with its base is encoded there.
        const difference = kinship.add(node);
        const terms = difference ? [...difference.added, ...difference.removed] : node.terms;
        for (const { sum, term } of rangesOf(node, terms)) {
          if (before.has(term.range)) expected = false;
          places.set(term.range, [...(places.get(term.range) ?? []), { sum, term }]);
        }
      }
      return expected;
    },
    isPrivate: (term) => placesOf(term).length === 1,
    company: (term) => {
      const all = placesOf(term);
      const alike = all.every(({ term: other }) => other.when === term.when && other.times === term.times);
      return alike ? all.map(({ sum }) => sum.id).join() : undefined;
    },
    difference: kinship.of,
  };
}

function rangesOf(sum: Sum, terms: readonly Term[]): Place[] {
  return terms.filter((term) => term.kind === 'range').map((term) => ({ sum, term }));
}
