import type { PointsTerm, Sum, Term, Variable } from './types.ts';

/** The points that one variable decides by itself: so many for each of its atoms. */
export interface Share {
  readonly variable: Variable;
  readonly points: readonly number[];
}

/** Puts terms together that test one and the same variable; the rest stays as it is. */
export function sharesOf(terms: readonly PointsTerm[]): {
  shares: readonly Share[];
  rest: readonly PointsTerm[];
} {
  const points = new Map<Variable, number[]>();
  const rest: PointsTerm[] = [];
  for (const term of terms) {
    if (term.when.kind !== 'is') {
      rest.push(term);
      continue;
    }
    const { variable, atoms } = term.when;
    const share = points.get(variable) ?? Array.from({ length: variable.atoms }, () => 0);
    for (const atom of atoms) share[atom] = (share[atom] ?? 0) + term.points;
    points.set(variable, share);
  }
  return { shares: [...points].map(([variable, share]) => ({ variable, points: share })), rest };
}

/** Bounds of a sum of terms before it is cut off. */
export function boundsOf(terms: readonly Term[]): readonly [least: number, most: number] {
  const { shares, rest } = sharesOf(terms.filter((term) => term.kind === 'points'));
  let [least, most] = [0, 0];
  const add = (low: number, high: number): void => {
    least += low;
    most += high;
  };
  for (const { points } of shares) add(Math.min(...points), Math.max(...points));
  for (const term of [...rest, ...terms.filter(({ kind }) => kind !== 'points')]) {
    const [low, high] = boundsOfTerm(term);
    const always = term.when.kind === 'constant';
    add(always ? low : Math.min(0, low), always ? high : Math.max(0, high));
  }
  return [least, most];
}

function boundsOfTerm(term: Term): readonly [low: number, high: number] {
  switch (term.kind) {
    case 'points':
      return [term.points, term.points];
    case 'range':
      return scaled(term.range.from, term.range.to, term.times);
    case 'sum':
      return scaled(term.sum.least, term.sum.most, term.times);
  }
}

function scaled(low: number, high: number, times: number): readonly [low: number, high: number] {
  return times > 0 ? [low * times, high * times] : [high * times, low * times];
}

/** A value cut off as its sum says: at the cap, then at the floor. */
export function clamp({ cap, floor }: Pick<Sum, 'cap' | 'floor'>, points: number): number {
  return Math.max(floor, Math.min(cap, points));
}
