import { both } from '../encode/gates.ts';
import { supportOf } from '../formula/parts.ts';
import type { Formula, Variable } from '../formula/types.ts';
import type { Count } from './answers.ts';
import type { Engine } from './engine.ts';
import { boxOf, generalize, type Limit } from './generalize.ts';

/**
 * Counts the models of a formula in an engine without axioms, by putting them into boxes that do not
 * overlap, at most so many. The formula speaks of no ranges and no other variables.
 */
export function countInBoxes(
  engine: Engine,
  formula: Formula,
  variables: readonly Variable[],
  most: number,
): Count {
  return engine.ask([formula], (): Count => {
    const { gates } = engine.encoder;
    const holds = engine.encoder.literal(formula, both);
    const support = supportOf([formula]);
    const taken: number[] = [];
    let classes = 0n;
    while (engine.solve([holds, ...taken.map((box) => -box)])) {
      if (taken.length === most) return { verdict: 'more-than', classes };
      const outside = gates.or([-holds, ...taken]);
      const limits = generalize(engine, support, engine.read(), outside);
      taken.push(gates.and(limits.map(({ literal }) => literal)));
      classes += sizeOf(limits, variables);
    }
    return { verdict: 'counted', classes };
  });
}

function sizeOf(limits: readonly Limit[], variables: readonly Variable[]): bigint {
  const { atoms } = boxOf(limits);
  return variables.reduce(
    (size, variable) => size * BigInt(atoms.get(variable)?.length ?? variable.atoms),
    1n,
  );
}

/** Counts one by one the combinations of atoms of these variables with which a formula can hold. */
export function countOneByOne(
  engine: Engine,
  formula: Formula,
  variables: readonly Variable[],
  most: number,
): Count {
  return engine.ask([formula], (): Count => {
    const { encoder } = engine;
    const { gates } = encoder;
    const holds = encoder.literal(formula);
    const fresh = gates.fresh();
    const watched = variables.map((variable) => encoder.variables.atom(variable, 0));
    let classes = 0n;
    while (engine.solve([holds, fresh], watched)) {
      if (classes === BigInt(most)) return { verdict: 'more-than', classes };
      const { atoms } = engine.read();
      const literals = variables.map((variable) =>
        encoder.variables.atom(variable, atoms.get(variable) ?? 0),
      );
      gates.add([-fresh, ...literals.map((literal) => -literal)]);
      classes += 1n;
    }
    gates.add([-fresh]);
    return { verdict: 'counted', classes };
  });
}
