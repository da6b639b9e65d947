import { under } from '../formula/evaluate.ts';
import type { Formula, Sum } from '../formula/types.ts';
import type { Optimum } from './answers.ts';
import type { Engine } from './engine.ts';

export type Direction = 'least' | 'most';

/** The least or greatest value of a sum, by halving between that of a model and the bound of the sum. */
export function optimum(engine: Engine, direction: Direction, sum: Sum, when: Formula): Optimum {
  return engine.ask([sum, when], (): Optimum => {
    let model = engine.model(when);
    if (!model) return { verdict: 'unsatisfiable' };
    let points = under(model).points(sum);
    let bound = sum[direction];
    while (points !== bound) {
      const middle = points + awayFromZero((bound - points) / 2);
      const better = engine.model(when, atLeastAsGood(engine, direction, sum, middle));
      if (better) {
        model = better;
        points = under(better).points(sum);
      } else bound = direction === 'most' ? middle - 1 : middle + 1;
    }
    return { verdict: 'found', points, model };
  });
}

function awayFromZero(value: number): number {
  return value > 0 ? Math.ceil(value) : Math.floor(value);
}

function atLeastAsGood({ context }: Engine, direction: Direction, sum: Sum, points: number): Formula {
  if (direction === 'most') return context.sumAtLeast(sum, points);
  return context.not(context.sumAtLeast(sum, points + 1));
}
