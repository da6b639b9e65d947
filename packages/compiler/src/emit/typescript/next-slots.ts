import { foundIn } from '../../found.ts';
import { eventFor } from '../../ir/leads/draft.ts';
import { readEvents } from '../../ir/read-events.ts';
import type { Agreement, Condition, EventType, Field, FieldValue, Score } from '../../ir/types.ts';
import { parts } from '../../ir/visit.ts';

/** A field that may change, with the values that make a difference: of numbers, where each piece between two bounds begins. */
export interface FieldSlot {
  readonly field: Field;
  readonly values: readonly (string | number | boolean)[];
}

/** An event that may happen, with each of these properties; `asked` are those that somebody asks about. */
export interface EventSlot {
  readonly type: EventType;
  readonly asked: readonly string[];
  readonly variants: readonly Readonly<Record<string, FieldValue>>[];
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
  const asked = askedOnTheWay(agreement);
  const fields = agreement.fields.flatMap((field) => {
    const values = valuesOf(field, asked.fields.get(field.id) ?? []);
    return values.length === 0 ? [] : [{ field, values }];
  });
  const events = agreement.events
    .filter(({ enters }) => enters === null)
    .flatMap((type) => eventSlot(agreement, type, asked.events.get(type.id) ?? []));
  return { fields, events };
}

function askedOnTheWay(agreement: Agreement): Asked {
  const { personas, grades, stages, transitions } = agreement;
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
  const exits = new Set(stages.filter(({ exit }) => exit).map(({ id }) => id));
  for (const { by, on, to, when, where } of transitions) {
    if (by === 'time' || exits.has(to)) continue;
    ask(when);
    for (const event of on) add(asked.events, event, where);
  }
  return asked;
}

function add<Item>(map: Map<string, Item[]>, id: string, item: Item): void {
  map.set(id, [...(map.get(id) ?? []), item]);
}

/** Nobody is told to have another text, or another age: there is no end of them. */
function valuesOf(field: Field, tests: readonly Condition[]): FieldSlot['values'] {
  const named = tests.flatMap((test) =>
    test.kind === 'choice' || test.kind === 'includes' ? test.options : [],
  );
  switch (field.type) {
    case 'choice':
    case 'choices':
      return field.options.map(({ id }) => id).filter((id) => named.includes(id));
    case 'flag':
      return tests.some(({ kind }) => kind === 'flag') ? [true, false] : [];
    case 'text':
      return [];
    default:
      return beginnings(field, tests);
  }
}

function beginnings({ type, decimals, min, max }: Field, tests: readonly Condition[]): readonly number[] {
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

/** With properties for each thing that is asked of them, and with such of which nothing holds. */
function eventSlot(agreement: Agreement, type: EventType, wheres: readonly Where[]): readonly EventSlot[] {
  if (wheres.length === 0) return [];
  const asOf = Date.parse(`${agreement.effective_from}T12:00:00Z`);
  const tests = wheres.filter((where) => where !== null);
  const none: Where = tests.length === 0 ? null : { kind: 'not', of: { kind: 'any', of: tests } };
  const variants = [...tests, none].flatMap((where) => {
    const [event] = readEvents(agreement, [eventFor({ agreement, asOf }, type.id, asOf, where)], []);
    return event === undefined ? [] : [event.properties];
  });
  const keys = variants.map((properties) => JSON.stringify(properties));
  const asked = tests
    .flatMap((where) => [...parts(where)])
    .flatMap((part) => ('subject' in part && part.subject.kind === 'property' ? [part.subject.id] : []));
  return [
    {
      type,
      asked: [...new Set(asked)],
      variants: variants.filter((_, index) => keys.indexOf(keys[index] as string) === index),
    },
  ];
}
