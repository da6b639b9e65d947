import type { Formula } from '../formula/types.ts';
import type { Proof, Satisfiable } from './answers.ts';
import type { Engine } from './engine.ts';

export function satisfiable(engine: Engine, formula: Formula): Satisfiable {
  return engine.ask([formula], (): Satisfiable => {
    const model = engine.model(formula);
    return model ? { verdict: 'satisfiable', model } : { verdict: 'unsatisfiable' };
  });
}

/** A formula is valid if its negation has no model. */
export function valid(engine: Engine, formula: Formula): Proof {
  const answer = satisfiable(engine, engine.context.not(formula));
  switch (answer.verdict) {
    case 'satisfiable':
      return { verdict: 'counterexample', model: answer.model };
    case 'unsatisfiable':
      return { verdict: 'proved' };
    case 'unknown':
      return answer;
  }
}
