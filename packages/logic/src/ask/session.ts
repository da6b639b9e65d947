import type { Context } from '../formula/context.ts';
import { supportOf } from '../formula/parts.ts';
import type { Formula, Sum, Variable } from '../formula/types.ts';
import type { Sat } from '../sat/sat.ts';
import { createSolver } from '../sat/solver.ts';
import type { Boxes, Count, Optimum, Proof, Satisfiable, Witness } from './answers.ts';
import { boxes } from './boxes.ts';
import { countInBoxes, countOneByOne } from './count.ts';
import { Engine } from './engine.ts';
import { optimum } from './optimum.ts';
import { satisfiable, valid } from './proof.ts';
import { witness } from './witness.ts';

export interface SessionOptions {
  /** What always holds. */
  readonly axioms?: readonly Formula[];
  /** How many conflicts a question may cost before its answer is `unknown`. */
  readonly conflicts?: number;
  /** How many clauses all questions together may take, likewise. Where one takes more, those after it may take fewer. */
  readonly clauses?: number;
  /** Another SAT solver than ours. */
  readonly solver?: () => Sat;
}

/**
 * Questions about formulas of one context, under axioms. What one question built and taught helps the next, so
 * put all of them to one session.
 */
export interface Session {
  /** Does it hold in some model? */
  satisfiable(formula: Formula): Satisfiable;
  /** Does it hold in all models? */
  valid(formula: Formula): Proof;
  /** Does the second hold wherever the first does? */
  implied(one: Formula, other: Formula): Proof;
  /** Do they hold in the same models? */
  equivalent(one: Formula, other: Formula): Proof;
  /** The least that a sum can be, where a condition holds. */
  minimum(sum: Sum, when?: Formula): Optimum;
  /** The most that a sum can be, where a condition holds. */
  maximum(sum: Sum, when?: Formula): Optimum;
  /** A model with as many variables as possible at atom 0, and what in it makes the formula hold. */
  witness(formula: Formula): Witness;
  /** Few boxes that together are the formula, if `most` are enough. Where axioms do not hold they may be either. */
  boxes(formula: Formula, options?: { readonly most?: number }): Boxes;
  /** Boxes of the models in which exactly one of the two holds. */
  difference(one: Formula, other: Formula, options?: { readonly most?: number }): Boxes;
  /**
   * How many combinations of atoms of some variables (those of the formula, unless said) its models have.
   * Stops after `most` steps, each of which is a box, or one combination if others matter too.
   */
  count(formula: Formula, options?: { readonly over?: readonly Variable[]; readonly most?: number }): Count;
}

/**
 * Begins to ask.
 *
 * ```ts
 * const session = createSession(logic, { axioms: [logic.implies(demo, visited)] });
 * session.implied(hot, demo); // { verdict: 'counterexample', model }
 * session.maximum(score, logic.not(demo)); // { verdict: 'found', points: 45, model }
 * ```
 */
export function createSession(context: Context, options: SessionOptions = {}): Session {
  const { axioms = [], conflicts = 100_000, clauses = 5_000_000, solver = createSolver } = options;
  const engine = (held: readonly Formula[], apart: boolean): (() => Engine) =>
    lazy(() => new Engine(context, { axioms: held, conflicts, clauses, solver, apart }));
  const joined = engine(axioms, false);
  const apart = engine(axioms, true);
  const bare = engine([], false);
  /** Questions about boxes ask about each range by itself. */
  const forBoxes = (formula: Formula): Engine =>
    supportOf([formula]).ranges.length > 0 ? apart() : joined();

  const session: Session = {
    satisfiable: (formula) => satisfiable(joined(), formula),
    valid: (formula) => valid(joined(), formula),
    implied: (one, other) => valid(joined(), context.implies(one, other)),
    equivalent: (one, other) => valid(joined(), context.not(context.xor(one, other))),
    minimum: (sum, when = context.true) => optimum(joined(), 'least', sum, when),
    maximum: (sum, when = context.true) => optimum(joined(), 'most', sum, when),
    witness: (formula) => witness(forBoxes(formula), formula),
    boxes: (formula, { most = 64 } = {}) => boxes(forBoxes(formula), formula, most),
    difference: (one, other, limits) => session.boxes(context.xor(one, other), limits),
    count: (formula, { over = supportOf([formula]).variables, most = 4096 } = {}) => {
      const { inside, across } = divide(axioms, over);
      const isInside = divide([formula], over).inside.length === 1;
      if (!isInside || across) return countOneByOne(joined(), formula, over, most);
      const exists = satisfiable(joined(), formula);
      if (exists.verdict === 'unsatisfiable') return { verdict: 'counted', classes: 0n };
      if (exists.verdict === 'unknown') return exists;
      return countInBoxes(bare(), context.and(formula, ...inside), over, most);
    },
  };
  return session;
}

/** The formulas that speak only of some variables, and whether one speaks of these and of something else. */
function divide(
  formulas: readonly Formula[],
  over: readonly Variable[],
): { inside: Formula[]; across: boolean } {
  const known = new Set(over);
  const inside: Formula[] = [];
  let across = false;
  for (const formula of formulas) {
    const { variables, ranges } = supportOf([formula]);
    const isInside = ranges.length === 0 && variables.every((variable) => known.has(variable));
    if (isInside) inside.push(formula);
    else if (variables.some((variable) => known.has(variable))) across = true;
  }
  return { inside, across };
}

function lazy<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
