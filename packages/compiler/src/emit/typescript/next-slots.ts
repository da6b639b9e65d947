import { foundIn } from '../../found.ts';
import { eventFor } from '../../ir/leads/draft.ts';
import { type Test, testsOf } from '../../ir/leads/tests.ts';
import { otherValue, subjectOf, valueFor } from '../../ir/leads/values.ts';
import { readEvents } from '../../ir/read-events.ts';
import { readValue } from '../../ir/read-value.ts';
import type {
  Agreement,
  Condition,
  EventType,
  Field,
  FieldValue,
  Score,
  Transition,
} from '../../ir/types.ts';
import { parts } from '../../ir/visit.ts';

/** A field that may change, with the values that make a difference: of numbers, where each piece between two bounds begins. */
export interface FieldSlot {
  readonly field: Field;
  readonly values: readonly (string | number | boolean)[];
  /** Options that nobody names: what one of them does, all do. */
  readonly others: readonly string[];
}

/** An event that may happen, with these properties, of which those that somebody asks about take each of their values. */
export interface EventSlot {
  readonly type: EventType;
  readonly plain: Readonly<Record<string, FieldValue>>;
  readonly values: Readonly<Record<string, readonly FieldValue[]>>;
  /** Nobody tells other values apart than these. */
  readonly isWhole: boolean;
}

export interface Slots {
  readonly fields: readonly FieldSlot[];
  readonly events: readonly EventSlot[];
}

type Where = Condition | null;

interface Asked {
  readonly fields: Map<string, Condition[]>;
  readonly events: Map<string, Where[]>;
}

/** What of a lead can bring it further in the funnel: all that the ways to its stages ask about, by themselves or through scores. */
export function slotsOf(agreement: Agreement): Slots {
  const exits = new Set(agreement.stages.filter(({ exit }) => exit).map(({ id }) => id));
  const asked = askedBy(agreement, ({ to }) => !exits.has(to));
  // What leads to an exit brings nobody further, but may tell values apart that are alike to all others.
  const { fields, events } = askedBy(agreement, () => true);
  return {
    fields: agreement.fields.flatMap((field) =>
      fieldSlot(field, asked.fields.get(field.id) ?? [], fields.get(field.id) ?? []),
    ),
    events: agreement.events
      .filter(({ id, enters }) => enters === null && asked.events.has(id))
      .map((type) => eventSlot(agreement, type, events.get(type.id) ?? [])),
  };
}

function askedBy(agreement: Agreement, isMeant: (transition: Transition) => boolean): Asked {
  const { personas, grades, transitions } = agreement;
  const asked: Asked = { fields: new Map(), events: new Map() };
  const seen = new Set<string>();
  const once = (key: string, visit: () => void): void => {
    if (seen.has(key)) return;
    seen.add(key);
    visit();
  };
  const ask = (when: Where): void => {
    for (const part of when === null ? [] : parts(when)) {
      if (part.kind === 'event' || part.kind === 'event_age')
        for (const event of part.events) add(asked.events, event, part.where);
      if (!('subject' in part)) continue;
      const { subject } = part;
      if (subject.kind === 'field') add(asked.fields, subject.id, part);
      if (subject.kind === 'score') askScore(subject.id);
      if (subject.kind === 'persona') once('persona', () => personas.forEach((persona) => ask(persona.when)));
      if (subject.kind === 'grade') once('grade', () => grades?.rows.forEach((row) => ask(row.when)));
    }
  };
  const askScore = (id: string): void => once(`score ${id}`, () => askAll(foundIn(agreement.scores, id)));
  const askAll = ({ when, sum, groups, rules }: Score): void => {
    sum.forEach(askScore);
    for (const holder of [{ when }, ...groups, ...rules]) ask(holder.when);
    for (const rule of rules) {
      if (rule.kind !== 'event_rule') continue;
      for (const event of rule.on) add(asked.events, event, rule.where);
    }
  };
  for (const transition of transitions) {
    const { by, on, when, where } = transition;
    if (by === 'time' || !isMeant(transition)) continue;
    ask(when);
    for (const event of on) add(asked.events, event, where);
  }
  return asked;
}

function add<Item>(map: Map<string, Item[]>, id: string, item: Item): void {
  map.set(id, [...(map.get(id) ?? []), item]);
}

/** Nobody is told to have another text, or another age: there is no end of them. */
function fieldSlot(field: Field, onTheWay: readonly Condition[], tests: readonly Condition[]): FieldSlot[] {
  const named = new Set(tests.flatMap(optionsOf));
  const ids = field.options.map(({ id }) => id);
  const slot = (values: FieldSlot['values'], others: FieldSlot['others'] = []): FieldSlot[] =>
    values.length === 0 ? [] : [{ field, values, others }];
  switch (field.type) {
    case 'choice':
    case 'choices':
      if (onTheWay.flatMap(optionsOf).length === 0) return [];
      return slot(
        ids.filter((id) => named.has(id)),
        field.type === 'choice' ? ids.filter((id) => !named.has(id)) : [],
      );
    case 'flag':
      return slot(onTheWay.some(({ kind }) => kind === 'flag') ? [true, false] : []);
    case 'text':
      return [];
    default:
      return slot(onTheWay.some(({ kind }) => kind === 'number') ? beginnings(field, tests) : []);
  }
}

function optionsOf(test: Condition): readonly string[] {
  return test.kind === 'choice' || test.kind === 'includes' ? test.options : [];
}

/** Where the pieces begin in which all numbers are alike; none where somebody asks for an age, which no number keeps. */
function beginnings({ type, decimals, min, max }: Field, tests: readonly Condition[]): readonly number[] {
  if (tests.some(({ kind }) => kind === 'age')) return [];
  const step = type === 'date' ? 86_400_000 : 1;
  const bounds = tests.flatMap((test) => {
    if (test.kind !== 'number') return [];
    return [
      ...(test.min ? [test.min.inclusive ? test.min.value : test.min.value + step] : []),
      ...(test.max ? [test.max.inclusive ? test.max.value + step : test.max.value] : []),
    ];
  });
  if (bounds.length === 0) return [];
  const lowest = min ?? Math.min(...bounds) - step;
  const inside = bounds.filter((bound) => bound > lowest && bound <= (max ?? Infinity));
  const scaled = [...new Set([lowest, ...inside])].toSorted((a, b) => a - b);
  return scaled.map((value) => value / 10 ** decimals);
}

/** So many events with different properties are tried at most. */
const mostVariants = 32;

function eventSlot(agreement: Agreement, type: EventType, wheres: readonly Where[]): EventSlot {
  const asOf = Date.parse(`${agreement.effective_from}T12:00:00Z`);
  const tests = wheres.flatMap((where) => (where === null ? [] : testsOf(where)));
  const [event] = readEvents(agreement, [eventFor({ agreement, asOf }, type.id, asOf)], []);
  const asked = type.properties.flatMap((field) => {
    const about = tests.filter((test) => idOf(test) === field.id);
    return about.length === 0 ? [] : [{ id: field.id, ...propertyValues(field, about, asOf) }];
  });
  const shortened = shorter(asked.map(({ tried }) => tried));
  const values = asked.map(({ id }, index) => [id, shortened[index] ?? []] as const);
  return {
    type,
    plain: { ...event?.properties, ...Object.fromEntries(values.map(([id, all]) => [id, all[0] ?? null])) },
    values: Object.fromEntries(values),
    isWhole: asked.every(({ tried, isWhole }, index) => isWhole && tried.length === shortened[index]?.length),
  };
}

/** The lists without the last of the longest, until there are not too many ways to take one of each. */
function shorter<Item>(lists: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  const count = lists.reduce((product, { length }) => product * length, 1);
  if (count <= mostVariants) return lists;
  const longest = Math.max(...lists.map(({ length }) => length));
  const at = lists.findIndex(({ length }) => length === longest);
  return shorter(lists.with(at, (lists[at] ?? []).slice(0, -1)));
}

/** The values of a property that somebody may tell apart; whole if that is all that anybody does. */
function propertyValues(
  field: Field,
  tests: readonly Test[],
  asOf: number,
): { readonly tried: readonly FieldValue[]; readonly isWhole: boolean } {
  const missing = field.required ? [] : [null];
  const ids = field.options.map(({ id }) => id);
  const isNumber = tests.every(({ kind }) => kind === 'number' || kind === 'present');
  if (field.type === 'choice') return { tried: [...ids, ...missing], isWhole: true };
  if (field.type === 'flag') return { tried: [true, false, ...missing], isWhole: true };
  const pieces = isNumber ? beginnings(field, tests) : [];
  if (pieces.length > 0) return { tried: [...pieces, ...missing], isWhole: true };
  const different = new Set(tests.map((test) => JSON.stringify(test))).size;
  const inputs = [...tests.map((test) => valueFor(field, test, true, asOf)), otherValue(field, tests, asOf)];
  const tried = inputs.flatMap((input) => {
    const reading = readValue(field, input);
    return 'value' in reading && reading.value !== null ? [reading.value] : [];
  });
  return { tried: distinct([...tried, ...missing]), isWhole: different === 1 && tests[0]?.kind !== 'age' };
}

function idOf(test: Test): string | null {
  const subject = subjectOf(test);
  return subject?.kind === 'property' ? subject.id : null;
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  const keys = items.map((item) => JSON.stringify(item));
  return items.filter((_, index) => keys.indexOf(keys[index] as string) === index);
}
