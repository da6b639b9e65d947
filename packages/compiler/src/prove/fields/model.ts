import type { Formula, Model, Variable } from '@smarketing/logic';
import type { Test } from '../world/asked.ts';

/** How the values of a field fall into classes that no test of the agreement tells apart. */
export interface FieldModel {
  readonly present: Formula;
  /** When a test of the field holds. */
  readonly holds: (test: Test) => Formula;
  readonly axioms: readonly Formula[];
  /** A readable value of the class that a model has, as a lead says it; `null` is missing. */
  readonly value: (model: Model, asOf: number) => unknown;
  /** What tells its classes apart. */
  readonly variables: readonly Variable[];
}

export function atomOf(model: Model, variable: Variable): number {
  return model.atoms.get(variable) ?? 0;
}

export function notAsked(test: Test): never {
  throw new Error(`A field of this type has no test of the kind ${test.kind}`);
}
