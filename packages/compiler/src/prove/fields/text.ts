import type { Context, Formula, Model } from '@smarketing/logic';
import { there } from '../../found.ts';
import type { Field } from '../../ir/types.ts';
import type { Test } from '../world/asked.ts';
import { atomOf, type FieldModel, notAsked } from './model.ts';
import { exclude, implies, keyOf, type Needle, needlesOf, textWith } from './text-tests.ts';

/** A text: whether there is one, and which of the tests' texts are in it, with what these imply and exclude. */
export function textModel(logic: Context, field: Field, tests: readonly Test[]): FieldModel {
  const needles = needlesOf(tests);
  const known = logic.variable(field.id, field.required ? 1 : 2);
  const present = field.required ? logic.true : logic.is(known, [1]);
  const variables = new Map(
    needles.map((needle) => [keyOf(needle), logic.variable(`${field.id} ${keyOf(needle)}`, 2)]),
  );
  const is = (needle: Needle): Formula => {
    const variable = variables.get(keyOf(needle));
    return variable ? logic.is(variable, [1]) : logic.false;
  };
  const inModel = (model: Model): Needle[] =>
    needles.filter((needle) => {
      const variable = variables.get(keyOf(needle));
      return variable !== undefined && atomOf(model, variable) === 1;
    });
  return {
    present,
    holds: (test) => {
      if (test.kind === 'present') return present;
      if (test.kind !== 'text') return notAsked(test);
      return logic.and(present, logic.or(...test.values.map((value) => is({ op: test.op, value }))));
    },
    axioms: [
      ...needles.map((needle) => logic.implies(is(needle), present)),
      ...pairs(needles).flatMap(([one, other]) => relations(logic, is, one, other)),
    ],
    value: (model) => {
      if (!field.required && atomOf(model, known) === 0) return null;
      const longest = there(field.max_length, 'length');
      return textWith(inModel(model), needles, longest) ?? '';
    },
    variables: [known, ...variables.values()],
  };
}

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other): [Item, Item] => [one, other]));
}

function relations(logic: Context, is: (needle: Needle) => Formula, one: Needle, other: Needle): Formula[] {
  if (exclude(one, other)) return [logic.not(logic.and(is(one), is(other)))];
  return [
    ...(implies(one, other) ? [logic.implies(is(one), is(other))] : []),
    ...(implies(other, one) ? [logic.implies(is(other), is(one))] : []),
  ];
}
