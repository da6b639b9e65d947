import type { Context } from '@smarketing/logic';
import type { Field } from '../../ir/types.ts';
import type { Test } from '../world/asked.ts';
import { atomOf, type FieldModel, notAsked } from './model.ts';

type Value = string | boolean | null;

/** A choice or a flag: one atom for all values that the same tests take. */
export function choiceModel(logic: Context, field: Field, tests: readonly Test[]): FieldModel {
  const values = valuesOf(field);
  const atoms = [...Map.groupBy(values, (value) => signature(value, tests)).values()];
  const variable = logic.variable(field.id, atoms.length);
  const atomsWith = (takes: (value: Value) => boolean): number[] =>
    atoms.flatMap(([value = null], atom) => (takes(value) ? [atom] : []));
  return {
    present: logic.is(
      variable,
      atomsWith((value) => value !== null),
    ),
    holds: (test) =>
      logic.is(
        variable,
        atomsWith((value) => takes(test, value)),
      ),
    axioms: [],
    value: (model) => atoms[atomOf(model, variable)]?.[0] ?? null,
    variables: [variable],
  };
}

/** What can be missing is missing by preference. */
function valuesOf({ type, options, required }: Field): Value[] {
  const named = type === 'flag' ? [false, true] : options.map(({ id }) => id);
  return required ? named : [null, ...named];
}

function signature(value: Value, tests: readonly Test[]): string {
  return [value === null, ...tests.map((test) => takes(test, value))].map(Number).join('');
}

function takes(test: Test, value: Value): boolean {
  switch (test.kind) {
    case 'present':
      return value !== null;
    case 'choice':
      return typeof value === 'string' && test.options.includes(value);
    case 'flag':
      return value === test.is;
    default:
      return notAsked(test);
  }
}
