import type { Context, Formula } from '@smarketing/logic';
import type { Field } from '../../ir/types.ts';
import type { Test } from '../world/asked.ts';
import { atomOf, type FieldModel, notAsked } from './model.ts';

/** A set of options: whether there is one, and of each option that is asked about whether it is in it. */
export function choicesModel(logic: Context, field: Field, tests: readonly Test[]): FieldModel {
  const used = new Set(tests.flatMap((test) => (test.kind === 'includes' ? test.options : [])));
  const known = logic.variable(field.id, field.required ? 1 : 2);
  const present = field.required ? logic.true : logic.is(known, [1]);
  const options = new Map([...used].map((option) => [option, logic.variable(`${field.id} ${option}`, 2)]));
  const has = (option: string): Formula => {
    const variable = options.get(option);
    return variable ? logic.is(variable, [1]) : logic.false;
  };
  return {
    present,
    holds: (test) => {
      if (test.kind === 'present') return present;
      if (test.kind !== 'includes') return notAsked(test);
      const each = test.options.map(has);
      return logic.and(present, test.mode === 'all' ? logic.and(...each) : logic.or(...each));
    },
    axioms: [...used].map((option) => logic.implies(has(option), present)),
    value: (model) => {
      if (!field.required && atomOf(model, known) === 0) return null;
      return [...options].flatMap(([option, variable]) => (atomOf(model, variable) === 1 ? [option] : []));
    },
    variables: [known, ...options.values()],
  };
}
