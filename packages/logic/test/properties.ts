import { expect } from 'vitest';
import {
  type Box,
  type Boxes,
  createSession,
  type Formula,
  type Model,
  type Optimum,
  type Reading,
  type Satisfiable,
  type Sat,
  type Session,
  type Sum,
  supportOf,
  under,
} from '../src/index.ts';
import { modelsOf } from './brute-force.ts';
import type { Problem } from './problems.ts';

/** What must be so for every problem; `solver` is ours, unless said. */
export type Property = (problem: Problem, solver?: () => Sat) => void;

function sessionOf({ context, axioms }: Problem, solver?: () => Sat): Session {
  return createSession(context, { axioms, ...(solver && { solver }) });
}

function everywhere(formulas: readonly Formula[]): (model: Model) => boolean {
  return (model) => {
    const { holds } = under(model);
    return formulas.every((formula) => holds(formula));
  };
}

function isIn({ atoms, points }: Box, model: Model): boolean {
  return (
    [...atoms].every(([variable, allowed]) => allowed.includes(model.atoms.get(variable)!)) &&
    [...points].every(([range, { from, to }]) => {
      const value = model.points.get(range)!;
      return from <= value && value <= to;
    })
  );
}

/** All models that the axioms allow, to be read. */
interface World {
  readonly axioms: readonly Formula[];
  readonly readings: readonly Reading[];
}

function worldOf({ context, axioms }: Problem): World {
  return { axioms, readings: modelsOf(context, axioms).map(under) };
}

/** The answer names a model of the formula exactly if it has one. */
function expectModel(answer: Satisfiable, { axioms, readings }: World, formula: Formula): void {
  const some = readings.some(({ holds }) => holds(formula));
  expect(answer.verdict).toBe(some ? 'satisfiable' : 'unsatisfiable');
  if (answer.verdict === 'satisfiable') expect(everywhere([...axioms, formula])(answer.model)).toBe(true);
}

/** Satisfiable, valid, implied and equivalent. */
export const verdicts: Property = (problem, solver) => {
  const { context, axioms, formulas } = problem;
  const [one, other] = formulas;
  const session = sessionOf(problem, solver);
  const world = worldOf(problem);
  for (const formula of [one, other, context.not(one), context.and(one, other), context.xor(one, other)]) {
    expectModel(session.satisfiable(formula), world, formula);
  }
  const proved = (claim: (one: boolean, other: boolean) => boolean): string =>
    world.readings.every(({ holds }) => claim(holds(one), holds(other))) ? 'proved' : 'counterexample';
  expect(session.valid(one).verdict).toBe(proved((first) => first));
  expect(session.implied(one, other).verdict).toBe(proved((first, second) => !first || second));
  const same = session.equivalent(one, other);
  expect(same.verdict).toBe(proved((first, second) => first === second));
  if (same.verdict !== 'counterexample') return;
  expect(everywhere([...axioms, context.xor(one, other)])(same.model)).toBe(true);
};

function expectOptimum(answer: Optimum, values: readonly number[], best: number): void {
  expect(answer.verdict).toBe(values.length === 0 ? 'unsatisfiable' : 'found');
  if (answer.verdict === 'found') expect(answer.points).toBe(best);
}

/** Minimum and maximum, each with a model that has it. */
export const bounds: Property = (problem, solver) => {
  const { context, axioms, sums } = problem;
  const [when] = problem.formulas;
  const session = sessionOf(problem, solver);
  const models = modelsOf(context, [...axioms, when]);
  const expectReached = (answer: Optimum, sum: Sum): void => {
    if (answer.verdict !== 'found') return;
    expect(under(answer.model).points(sum)).toBe(answer.points);
    expect(everywhere([...axioms, when])(answer.model)).toBe(true);
  };
  for (const sum of sums) {
    const values = models.map((model) => under(model).points(sum));
    const [least, most] = [session.minimum(sum, when), session.maximum(sum, when)];
    expectOptimum(least, values, Math.min(...values));
    expectOptimum(most, values, Math.max(...values));
    expectReached(least, sum);
    expectReached(most, sum);
  }
};

function expectCover(answer: Boxes, models: readonly Model[], holds: (model: Model) => boolean): void {
  expect(answer.verdict).toBe('covered');
  if (answer.verdict !== 'covered') return;
  for (const model of models) expect(answer.boxes.some((box) => isIn(box, model))).toBe(holds(model));
}

/** Boxes cover exactly the models. */
export const covers: Property = (problem, solver) => {
  const { context, axioms, formulas } = problem;
  const [one, other] = formulas;
  const session = sessionOf(problem, solver);
  const models = modelsOf(context, axioms);
  expectCover(session.boxes(one, { most: 10_000 }), models, (model) => under(model).holds(one));
  expectCover(session.difference(one, other, { most: 10_000 }), models, (model) => {
    const { holds } = under(model);
    return holds(one) !== holds(other);
  });
};

/** A witness prefers first atoms, and what matters in it is enough and not too much. */
export const witnesses: Property = (problem, solver) => {
  const { context, axioms } = problem;
  const [formula] = problem.formulas;
  const answer = sessionOf(problem, solver).witness(formula);
  expectModel(answer, worldOf(problem), formula);
  if (answer.verdict !== 'satisfiable') return;
  const all = modelsOf(context, axioms);
  const known = supportOf([formula, ...axioms]).variables;
  const preferred = ({ atoms }: Model): number =>
    known.filter((variable) => atoms.get(variable) === 0).length;
  expect(preferred(answer.model)).toBe(Math.max(...all.filter(everywhere([formula])).map(preferred)));
  const enough = (box: Box): boolean =>
    all.every((model) => !isIn(box, model) || under(model).holds(formula));
  expect(isIn(answer.matters, answer.model)).toBe(true);
  expect(enough(answer.matters)).toBe(true);
  for (const variable of answer.matters.atoms.keys()) {
    const atoms = new Map(answer.matters.atoms);
    atoms.delete(variable);
    expect(enough({ ...answer.matters, atoms })).toBe(false);
  }
};

/** Counts of what some variables can be. */
export const counts: Property = (problem, solver) => {
  const { context, axioms, formulas } = problem;
  const [formula, other] = formulas;
  const session = sessionOf(problem, solver);
  const models = modelsOf(context, [...axioms, formula]);
  for (const over of [supportOf([formula]).variables, supportOf([other]).variables, context.variables]) {
    const classes = new Set(models.map(({ atoms }) => over.map((variable) => atoms.get(variable)).join()));
    const answer = session.count(formula, { over, most: 10_000 });
    expect(answer).toEqual({ verdict: 'counted', classes: BigInt(classes.size) });
  }
};

/** Questions of one kind leave nothing behind that changes the answers of another. */
export const mixtures: Property = (problem, solver) => {
  const { context, formulas, sums } = problem;
  const [one, other] = formulas;
  const session = sessionOf(problem, solver);
  const ask = [
    () => session.boxes(one, { most: 3 }),
    () => session.count(other, { most: 3 }),
    () => session.witness(context.xor(one, other)),
    () => sums.map((sum) => session.minimum(sum, other)),
  ];
  const world = worldOf(problem);
  for (const question of ask) {
    question();
    for (const formula of [one, other, context.not(other)]) {
      expectModel(session.satisfiable(formula), world, formula);
    }
  }
};
