import type { Model } from '@smarketing/logic';
import type { LeadInput } from '../../ir/types.ts';
import type { Given } from '../decide/rules.ts';
import { atomOf } from '../fields/model.ts';
import type { World } from '../world/world.ts';
import { paces } from './ages.ts';
import { type History, historyOf, type Manner } from './history.ts';

/** A lead and a moment. */
export interface Concrete {
  readonly input: LeadInput;
  readonly asOf: number;
}

const plain: readonly Manner[] = [
  ...paces.map((pace) => ({ pace, part: 0, more: 0 })),
  ...paces.slice(2).flatMap((pace) => [1, 2].map((more) => ({ pace, part: 0, more }))),
];
/** Where a rule gives other points than some fresh events do: many of them, fewer, or as old as they come. */
const open: readonly Manner[] = [
  ...paces.slice(0, 1).flatMap((pace) => [1, 1 / 2, 1 / 4, 1 / 8].map((part) => ({ pace, part, more: 0 }))),
  ...plain,
];

/**
 * Leads such as a model says, as far as that is known: with events as young as can be, then older. None if no history is
 * found that is so.
 */
export function* concretes(world: World, given: readonly Given[], model: Model): Generator<Concrete> {
  const asOf = world.asOf.at(model);
  const values = [...world.fields].flatMap(([id, field]) => {
    const value = field.value(model, asOf);
    return value === null ? [] : [[id, value] as const];
  });
  const made = new Set<string>();
  const isOpen = given.some(({ menu, variable }) => atomOf(model, variable) === menu.length);
  for (const manner of isOpen ? open : plain) {
    const history = historyOf(world, { given, model, ...manner });
    const key = JSON.stringify(history);
    if (!history || made.has(key)) continue;
    made.add(key);
    yield { input: inputOf(values, asOf, history), asOf };
  }
}

function inputOf(
  values: readonly (readonly [string, unknown])[],
  asOf: number,
  { created, events }: History,
): LeadInput {
  return {
    id: 'example',
    created_at: new Date(asOf - created).toISOString(),
    ...Object.fromEntries(values),
    events,
  };
}
