import { clamp } from './bounds.ts';
import { isSum, partsOf } from './parts.ts';
import type { Formula, Model, Range, Sum, Term, Variable } from './types.ts';

/**
 * Reads formulas and sums under a model, each once.
 *
 * ```ts
 * const { holds, points } = under(model);
 * holds(hot) && points(score); // 70
 * ```
 */
export interface Reading {
  readonly holds: (formula: Formula) => boolean;
  readonly points: (sum: Sum) => number;
  /** What some terms add up to. */
  readonly total: (terms: readonly Term[]) => number;
}

/** How formulas and sums read under a model. */
export function under({ atoms, points }: Model): Reading {
  const known = new Map<Formula | Sum, boolean | number>();
  const read = (root: Formula | Sum): boolean | number | undefined => {
    for (const node of partsOf([root], known)) {
      known.set(node, isSum(node) ? clamp(node, add(node.terms)) : truth(node));
    }
    return known.get(root);
  };
  const truth = (formula: Formula): boolean => {
    switch (formula.kind) {
      case 'constant':
        return formula.value;
      case 'is':
        return formula.atoms.includes(valueOf(atoms, formula.variable));
      case 'not':
        return known.get(formula.of) === false;
      case 'and':
        return formula.of.every((part) => known.get(part) === true);
      case 'sum-at-least':
        return Number(known.get(formula.sum)) >= formula.points;
    }
  };
  const add = (terms: readonly Term[]): number => terms.reduce((all, term) => all + pointsOf(term), 0);
  const pointsOf = (term: Term): number => {
    if (read(term.when) === false) return 0;
    if (term.kind === 'points') return term.points;
    return term.times * (term.kind === 'sum' ? Number(read(term.sum)) : valueOf(points, term.range));
  };
  return {
    holds: (formula) => read(formula) === true,
    points: (sum) => Number(read(sum)),
    total: add,
  };
}

function valueOf<Key extends Range | Variable>(values: ReadonlyMap<Key, number>, key: Key): number {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The model has no value for ${key.name}`);
  return value;
}
