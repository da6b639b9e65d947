import { under } from '../formula/evaluate.ts';
import { supportOf } from '../formula/parts.ts';
import type { Formula, Model } from '../formula/types.ts';
import type { Witness } from './answers.ts';
import type { Engine } from './engine.ts';
import { boxOf, generalize } from './generalize.ts';

/** The simplest model, and what is left of it when all is given up that the formula does not need. */
export function witness(engine: Engine, formula: Formula): Witness {
  return engine.ask([formula], (): Witness => {
    const model = simplest(engine, formula);
    if (!model) return { verdict: 'unsatisfiable' };
    const outside = engine.encoder.literal(engine.context.not(formula));
    return {
      verdict: 'satisfiable',
      model,
      matters: boxOf(generalize(engine, supportOf([formula]), model, outside)),
    };
  });
}

/** A model that no other surpasses in how many variables are at atom 0. */
function simplest(engine: Engine, formula: Formula): Model | undefined {
  const { context } = engine;
  const { variables } = supportOf([formula, ...engine.axioms]);
  const preferred = context.sum(
    variables.map((variable) => ({ when: context.is(variable, [0]), points: 1 })),
  );
  let model = engine.model(formula);
  for (let better = model; better;) {
    model = better;
    better = engine.model(formula, context.sumAtLeast(preferred, under(better).points(preferred) + 1));
  }
  return model;
}
