import type { Agreement, Condition, EventType, Field } from '../../../ir/types.ts';
import type { SubjectTest } from '../condition.ts';
import { conditionsOf, type Model, modelOf, parts } from '../model.ts';
import { eventsOf as clockEvents, leadPromises } from '../promise-code.ts';
import { eventsOf, planTallies, type TallyPlan } from '../tallies.ts';
import { bitsAWord } from './bits.ts';

export type TextTest = Extract<SubjectTest, { kind: 'text' }>;

/** How the values of a field or property stand in columns. */
export interface Column {
  readonly field: Field;
  /** Codes count options from 1; flags are 1 for false and 2 for true; bits are a set, or what a text passes. */
  readonly kind: 'codes' | 'flags' | 'numbers' | 'bits';
  /** Of a text: the tests whose outcomes are kept, a bit each. */
  readonly tests: readonly TextTest[];
  /** How many numbers one value takes. */
  readonly words: number;
  /** Numbers are scaled where quotients could no longer be told apart. */
  readonly scaled: boolean;
}

/** A property of an event type, and the first of the slots in which it stands. */
export interface PropertyColumn extends Column {
  readonly slot: number;
}

/** Which columns a batch works on: those that rules ask for. */
export interface Layout {
  readonly model: Model;
  readonly plan: TallyPlan;
  readonly fields: readonly Column[];
  /** The types of events that rules ask for, in the order of the vocabulary. */
  readonly groups: readonly EventType[];
  readonly properties: ReadonlyMap<string, readonly PropertyColumn[]>;
  /** How many numbers the most demanding event has. */
  readonly slots: number;
  /** Text fields with the names of owners. */
  readonly owners: readonly string[];
  /** A promise goes by the calendar of whoever holds the lead. */
  readonly byOwner: boolean;
  /** Types of events with a property `owner`, which can name whose calendar counts. */
  readonly naming: readonly EventType[];
}

export function layoutOf(agreement: Agreement): Layout {
  const model = modelOf(agreement);
  const tests = allTests(agreement);
  const properties = new Map(
    agreement.events.map((type) => [type.id, propertyColumns(type, tests.get(type.id) ?? [])]),
  );
  const widths = [...properties.values()].map((columns) =>
    columns.reduce((sum, { words }) => sum + words, 0),
  );
  const promises = leadPromises(agreement);
  const byOwner = promises.some(({ calendar }) => calendar === 'owner');
  const plan = planTallies(agreement);
  const asked = new Set([
    ...plan.tallies.flatMap((tally) => Object.values(eventsOf(tally)).flat()),
    ...agreement.transitions.flatMap(({ on }) => on),
    ...promises.flatMap(clockEvents),
  ]);
  return {
    model,
    plan,
    groups: agreement.events.filter(({ id, enters }) => enters !== null || asked.has(id)),
    fields: columnsOf(agreement.fields, 'field', [...tests.values()].flat()),
    properties,
    slots: Math.max(0, ...widths),
    owners: ownerFields(agreement),
    byOwner,
    naming: byOwner ? agreement.events.filter(namesOwner) : [],
  };
}

/** The tests of one value, by the type of event that they look into; those about the lead under the empty name. */
function allTests(agreement: Agreement): ReadonlyMap<string, readonly SubjectTest[]> {
  const all = new Map<string, SubjectTest[]>();
  const add = (condition: Condition | null, types: readonly string[]): void => {
    for (const part of condition === null ? [] : parts(condition)) {
      if (part.kind === 'event' || part.kind === 'event_age') add(part.where, part.events);
      if (!('subject' in part)) continue;
      for (const type of types) all.set(type, [...(all.get(type) ?? []), part]);
    }
  };
  for (const condition of conditionsOf(agreement)) add(condition, ['']);
  for (const { on, where } of agreement.transitions) add(where, on);
  for (const { rules } of agreement.scores) {
    for (const rule of rules) if (rule.kind === 'event_rule') add(rule.where, rule.on);
  }
  return all;
}

function propertyColumns(type: EventType, tests: readonly SubjectTest[]): readonly PropertyColumn[] {
  let slot = 0;
  return columnsOf(type.properties, 'property', tests).map((column) => {
    slot += column.words;
    return { ...column, slot: slot - column.words };
  });
}

function columnsOf(
  fields: readonly Field[],
  kind: 'field' | 'property',
  tests: readonly SubjectTest[],
): readonly Column[] {
  return fields.flatMap((field) => {
    const own = tests.filter(({ subject }) => subject.kind === kind && subject.id === field.id);
    return own.length === 0 ? [] : [columnOf(field, own)];
  });
}

function columnOf(field: Field, tests: readonly SubjectTest[]): Column {
  const texts = new Map(
    tests.flatMap((test) => (test.kind === 'text' ? [[textKey(test), test] as const] : [])),
  );
  const bits = field.type === 'text' ? texts.size : field.options.length;
  const size = Math.max(Math.abs(field.min ?? 0), Math.abs(field.max ?? 0));
  const kind = kindOf(field);
  return {
    field,
    kind,
    tests: [...texts.values()],
    words: kind === 'bits' ? Math.max(1, Math.ceil(bits / bitsAWord)) : 1,
    scaled: field.decimals > 0 && size >= 1e15,
  };
}

function kindOf({ type }: Field): Column['kind'] {
  switch (type) {
    case 'choice':
      return 'codes';
    case 'flag':
      return 'flags';
    case 'choices':
    case 'text':
      return 'bits';
    default:
      return 'numbers';
  }
}

/** Tests of a text that come out alike have one bit. */
export function textKey({ op, values }: TextTest): string {
  return JSON.stringify([op, values]);
}

function ownerFields({ routing }: Agreement): readonly string[] {
  const targets = [...(routing?.rows ?? []).map(({ to }) => to), routing?.otherwise ?? null];
  return [...new Set(targets.flatMap((to) => (to?.kind === 'owner' ? [to.field] : [])))];
}

function namesOwner({ properties }: EventType): boolean {
  return properties.some(({ id, type }) => id === 'owner' && (type === 'text' || type === 'choice'));
}
