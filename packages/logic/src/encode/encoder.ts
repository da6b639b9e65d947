import type { And, Formula, Range } from '../formula/types.ts';
import type { Sat } from '../sat/sat.ts';
import {
  backwards,
  both,
  createGates,
  flipped,
  forwards,
  type Gates,
  type Sides,
  type Told,
} from './gates.ts';
import { type Chosen, createNodes, type Test } from './nodes.ts';
import { createSums } from './sums.ts';
import { createThresholds } from './thresholds.ts';
import type { Universe } from './universe.ts';
import { createVariables, type Variables } from './variables.ts';

/** Formulas as literals of a SAT solver, each encoded when it is first asked for. */
export interface Encoder {
  readonly gates: Gates;
  readonly variables: Variables;
  /** The sums that the solver chooses freely within bounds. */
  readonly chosen: readonly Chosen[];
  /** A literal that makes the formula true, and if `sides` says so is true wherever the formula is. */
  literal(formula: Formula, sides?: Sides): number;
  /** "The range is at least so much"; only if the ranges are kept apart. */
  rangeAtLeast(range: Range, points: number): number;
}

export function createEncoder(
  sat: Sat,
  universe: Universe,
  options: { readonly apart: boolean; readonly clauses: number },
): Encoder {
  const gates = createGates(sat, options.clauses);
  const variables = createVariables(gates);
  const sums = createSums({ nodes: createNodes(), universe, apart: options.apart });
  const ands = new Map<And, Told>();

  const literal = (test: Test, sides: Sides): number => {
    switch (test.kind) {
      case 'constant':
        return test.value ? gates.yes : -gates.yes;
      case 'is':
      case 'one-of':
        return variables.oneOf(test.variable, test.atoms);
      case 'not':
        return -literal(test.of, flipped(sides));
      case 'and':
        return conjunction(test, sides);
      case 'sum-at-least':
        return thresholds.atLeast(sums.node(test.sum), test.points, sides);
    }
  };
  const thresholds = createThresholds(gates, literal);
  const conjunction = (formula: And, sides: Sides): number => {
    const told = ands.get(formula) ?? { literal: gates.fresh(), sides: 0 };
    ands.set(formula, told);
    return gates.tell(told, sides, (missing) => {
      const parts = formula.of.map((part) => literal(part, missing));
      const all = told.literal;
      gates.define(all, [
        ...(missing & forwards ? parts.map((part) => [-all, part]) : []),
        ...(missing & backwards ? [[all, ...parts.map((part) => -part)]] : []),
      ]);
    });
  };
  const settled = (made: number): number => {
    gates.settle();
    return made;
  };
  return {
    gates,
    variables,
    chosen: sums.chosen,
    literal: (formula, sides = forwards) => settled(literal(formula, sides)),
    rangeAtLeast: (range: Range, points: number) =>
      settled(thresholds.atLeast(sums.range(range), points, both)),
  };
}
