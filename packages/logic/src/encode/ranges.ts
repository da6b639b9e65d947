import type { RangeTerm } from '../formula/types.ts';
import type { Universe } from './universe.ts';

export interface RangeGroups {
  /** Ranges of one unit that stand in no other sum. */
  readonly own: readonly RangeTerm[];
  /** Ranges of one unit that always stand together, by a key of their company. */
  readonly blocks: ReadonlyMap<string, readonly RangeTerm[]>;
  /** Ranges that need an integer each. */
  readonly apart: readonly RangeTerm[];
}

/** Puts the ranges of one sum together, as far as one integer can stand for them. */
export function groupRanges(
  terms: readonly RangeTerm[],
  { universe, apart: keepApart }: { universe: Universe; apart: boolean },
): RangeGroups {
  if (keepApart) return { own: [], blocks: new Map(), apart: terms };
  const blocks = new Map<string, RangeTerm[]>();
  const apart: RangeTerm[] = [];
  for (const term of terms) {
    const company = universe.company(term);
    if (company === undefined || lowOf(term) % unitOfTerm(term) !== 0) {
      apart.push(term);
      continue;
    }
    const key = `${company}/${unitOfTerm(term)}`;
    blocks.set(key, [...(blocks.get(key) ?? []), term]);
  }
  const [finest] = [...blocks]
    .filter(([, [term]]) => term && universe.isPrivate(term))
    .toSorted(([, [one]], [, [other]]) => unitOfTerm(one as RangeTerm) - unitOfTerm(other as RangeTerm));
  if (finest) blocks.delete(finest[0]);
  return { own: finest?.[1] ?? [], blocks, apart };
}

/** By how much the term can change at least. */
export function unitOfTerm({ range, times }: RangeTerm): number {
  return range.step * Math.abs(times);
}

export function lowOf({ range, times }: RangeTerm): number {
  return times * (times > 0 ? range.from : range.to);
}

export function highOf({ range, times }: RangeTerm): number {
  return times * (times > 0 ? range.to : range.from);
}
