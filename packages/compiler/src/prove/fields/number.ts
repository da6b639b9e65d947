import type { Context } from '@smarketing/logic';
import { natural } from '../../ir/decimal.ts';
import { ends } from '../../ir/intervals.ts';
import type { Field } from '../../ir/types.ts';
import type { Test } from '../world/asked.ts';
import { cuts, within } from './intervals.ts';
import { atomOf, type FieldModel, notAsked } from './model.ts';
import { readable } from './readable.ts';

/** A number: the intervals between the edges that tests ask about, as scaled integers. */
export function numberModel(logic: Context, field: Field, tests: readonly Test[]): FieldModel {
  const edges = tests.flatMap((test) => (test.kind === 'number' ? edgesOf(test) : []));
  const low = field.min ?? -Number.MAX_SAFE_INTEGER;
  const high = field.max ?? Number.MAX_SAFE_INTEGER;
  const intervals = cuts(edges, low, high);
  const missing = field.required ? 0 : 1;
  const variable = logic.variable(field.id, intervals.length + missing);
  const present = logic.is(
    variable,
    intervals.map((_, at) => at + missing),
  );
  return {
    present,
    holds: (test) => {
      if (test.kind === 'present') return present;
      if (test.kind !== 'number') return notAsked(test);
      return logic.is(
        variable,
        within(intervals, ends(test)).map((at) => at + missing),
      );
    },
    axioms: [],
    value: (model) => {
      const interval = intervals[atomOf(model, variable) - missing];
      return interval ? natural(readable(interval), field.decimals) : null;
    },
    variables: [variable],
  };
}

/** The first integers of the stretches that a test tells apart. */
export function edgesOf(test: Extract<Test, { readonly kind: 'number' | 'age' }>): number[] {
  const [low, high] = ends(test);
  return [low, high + 1].filter(Number.isFinite);
}
