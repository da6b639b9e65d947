import { boundsOf } from '../formula/bounds.ts';
import type { Sum, SumTerm, Term } from '../formula/types.ts';

/**
 * How a sum differs from one that is already there. Questions about two versions of an agreement are
 * about pairs of such sums, and are easy only if the solver sees that little changed.
 */
export interface Difference {
  readonly base: Sum;
  readonly added: readonly Term[];
  readonly removed: readonly Term[];
  /** Sums in sums that differ likewise, and nothing else. */
  readonly changed: readonly Change[];
  /** Bounds of by how much this sum is more than the base, before both are cut off. */
  readonly least: number;
  readonly most: number;
}

export interface Change {
  readonly before: SumTerm;
  readonly after: SumTerm;
  readonly least: number;
  readonly most: number;
}

/** Finds for each sum the base that it has most in common with. */
export interface Kinship {
  /** To be called for each sum in the order in which they were made. */
  add(sum: Sum): Difference | undefined;
  readonly of: (sum: Sum) => Difference | undefined;
}

export function createKinship(): Kinship {
  const basesOf = new Map<string, Sum[]>();
  const differences = new Map<Sum, Difference>();
  const closest = (sum: Sum): Sum | undefined => {
    const common = new Map<Sum, number>();
    for (const term of sum.terms) {
      for (const base of basesOf.get(keyOf(term)) ?? []) common.set(base, (common.get(base) ?? 0) + 1);
    }
    const [best] = [...common].toSorted(([one, a], [other, b]) => b - a || one.id - other.id);
    return best?.[0];
  };
  const add = (sum: Sum): Difference | undefined => {
    const base = closest(sum);
    const difference = base && compare(base, sum, differences);
    if (difference && isSmall(difference, sum)) differences.set(sum, difference);
    else for (const term of sum.terms) basesOf.set(keyOf(term), [...(basesOf.get(keyOf(term)) ?? []), sum]);
    return differences.get(sum);
  };
  return { add, of: (sum) => differences.get(sum) };
}

function keyOf(term: Term): string {
  switch (term.kind) {
    case 'points':
      return `p${term.when.id}*${term.points}`;
    case 'range':
      return `r${term.range.id}:${term.when.id}*${term.times}`;
    case 'sum':
      return `s${term.sum.id}:${term.when.id}*${term.times}`;
  }
}

function compare(base: Sum, sum: Sum, known: ReadonlyMap<Sum, Difference>): Difference {
  const [before, after] = [new Set(base.terms.map(keyOf)), new Set(sum.terms.map(keyOf))];
  const added = sum.terms.filter((term) => !before.has(keyOf(term)));
  const removed = base.terms.filter((term) => !after.has(keyOf(term)));
  const changed: Change[] = [];
  for (const term of added) {
    if (term.kind !== 'sum') continue;
    const change = changeOf(term, removed, known.get(term.sum));
    if (change && !changed.some((other) => other.before === change.before)) changed.push(change);
  }
  const rest = {
    added: added.filter((term) => !changed.some((change) => change.after === term)),
    removed: removed.filter((term) => !changed.some((change) => change.before === term)),
  };
  const [more, less] = [boundsOf(rest.added), boundsOf(rest.removed)];
  return {
    base,
    ...rest,
    changed,
    least: changed.reduce((all, { least }) => all + least, more[0] - less[1]),
    most: changed.reduce((all, { most }) => all + most, more[1] - less[0]),
  };
}

/** Cutting two sums off in the same way does not move them apart. */
function changeOf(
  after: SumTerm,
  removed: readonly Term[],
  difference: Difference | undefined,
): Change | undefined {
  if (!difference) return undefined;
  const { base } = difference;
  const before = removed.find((term) => term.kind === 'sum' && term.sum === base);
  const isLike = before?.kind === 'sum' && before.when === after.when && before.times === after.times;
  if (!isLike || base.cap !== after.sum.cap || base.floor !== after.sum.floor) return undefined;
  const ends = [difference.least, difference.most].map((end) => end * after.times);
  return { before, after, least: Math.min(0, ...ends), most: Math.max(0, ...ends) };
}

/** What moves a sum by more than it can be in all is not a small difference, however few terms it has. */
function isSmall({ added, removed, changed, least, most }: Difference, sum: Sum): boolean {
  const isFew = 2 * (added.length + removed.length + changed.length) <= sum.terms.length;
  return isFew && most - least <= sum.most - sum.least;
}
