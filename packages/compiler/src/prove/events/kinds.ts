import { there } from '../../found.ts';
import { holds } from '../../ir/conditions.ts';
import { natural } from '../../ir/decimal.ts';
import { ends } from '../../ir/intervals.ts';
import type { Condition, EventType, Field, FieldValue, LeadEvent } from '../../ir/types.ts';
import { cuts } from '../fields/intervals.ts';
import { edgesOf } from '../fields/number.ts';
import { readable } from '../fields/readable.ts';
import { keyOf, needlesOf, setsOf, textWith } from '../fields/text-tests.ts';
import { propertyTests, type Test } from '../world/asked.ts';

/** Events of one type of which the same conditions hold. */
export interface Kind {
  readonly properties: Readonly<Record<string, FieldValue>>;
  /** The conditions, as text, that hold of it. */
  readonly holds: ReadonlySet<string>;
}

/** More combinations of properties than this are not gone through. */
const most = 20_000;
/** More sets of texts than this are not told apart. */
const mostSets = 2_000;

export function keyOfWhere(where: Condition | null): string {
  return where === null ? '' : JSON.stringify(where);
}

/**
 * The kinds of an event that some conditions on its properties tell apart; the plainest one comes first. Where there are
 * too many combinations to go through, any of the conditions may hold with any others.
 */
export function kindsOf(type: EventType, wheres: readonly Condition[]): readonly Kind[] {
  const all = combinations(type, wheres.flatMap(propertyTests));
  if (all === undefined) return anyOf(wheres.map(keyOfWhere));
  const kinds = new Map<string, Kind>();
  for (const values of all) {
    const held = wheres.filter((where) => holdsOf(where, type, values)).map(keyOfWhere);
    const key = held.join('\n');
    if (kinds.has(key)) continue;
    const properties = Object.fromEntries(values.map(({ id, value }) => [id, value]));
    kinds.set(key, { properties, holds: new Set(held) });
  }
  return [...kinds.values()];
}

function anyOf(wheres: readonly string[]): Kind[] {
  const sets = wheres.reduce<string[][]>(
    (all, where) => [...all, ...all.map((set) => [...set, where])],
    [[]],
  );
  return sets.map((set) => ({ properties: {}, holds: new Set(set) }));
}

/** A value of a property. Of a text it is said which of the tests' texts are in it: it may be that no text is found that is so. */
interface Value {
  readonly id: string;
  readonly value: FieldValue;
  readonly needles: ReadonlySet<string> | null;
}

function holdsOf(where: Condition, type: EventType, values: readonly Value[]): boolean {
  switch (where.kind) {
    case 'all':
      return where.of.every((part) => holdsOf(part, type, values));
    case 'any':
      return where.of.some((part) => holdsOf(part, type, values));
    case 'not':
      return !holdsOf(where.of, type, values);
    case 'some':
      return where.of.filter((part) => holdsOf(part, type, values)).length >= where.at_least;
    case 'text': {
      const { subject, op } = where;
      const needles = values.find(({ id }) => subject.kind === 'property' && subject.id === id)?.needles;
      return where.values.some((value) => needles?.has(keyOf({ op, value })) === true);
    }
    default:
      return holdsOfEvent(where, type, values);
  }
}

function holdsOfEvent(where: Condition, type: EventType, values: readonly Value[]): boolean {
  const properties = Object.fromEntries(values.map(({ id, value }) => [id, value]));
  const event: LeadEvent = { id: null, event: type.id, at: 0, properties };
  const lead = { id: '', created_at: 0, fields: {}, events: [] };
  const nothing = { scores: {}, persona: null, grade: null, outcome: null };
  return holds(where, { asOf: 0, lead, stage: '', event, ...nothing });
}

function combinations(type: EventType, tests: readonly Test[]): readonly (readonly Value[])[] | undefined {
  let all: readonly (readonly Value[])[] = [[]];
  for (const property of type.properties) {
    const asked = tests.filter(({ subject }) => subject.kind === 'property' && subject.id === property.id);
    const values = valuesOf(property, asked);
    if (values === undefined || all.length * values.length > most) return undefined;
    all = all.flatMap((before) => values.map((value) => [...before, value]));
  }
  return all;
}

/** A value for each class of values that the tests tell apart; missing first. */
function valuesOf(field: Field, tests: readonly Test[]): readonly Value[] | undefined {
  const missing: Value[] = field.required ? [] : [{ id: field.id, value: null, needles: null }];
  if (tests.length === 0 && missing.length > 0) return missing;
  const values = field.type === 'text' ? textsOf(field, tests) : plainValues(field, tests);
  if (tests.length === 0) return values?.slice(0, 1);
  return values && [...missing, ...values];
}

function plainValues(field: Field, tests: readonly Test[]): Value[] | undefined {
  return askedValues(field, tests)?.map((value) => ({ id: field.id, value, needles: null }));
}

function askedValues(field: Field, tests: readonly Test[]): FieldValue[] | undefined {
  switch (field.type) {
    case 'choice':
      return field.options.map(({ id }) => id);
    case 'flag':
      return [false, true];
    case 'choices': {
      const used = new Set(tests.flatMap((test) => (test.kind === 'includes' ? test.options : [])));
      return [...used].reduce<string[][]>(
        (sets, option) => [...sets, ...sets.map((set) => [...set, option])],
        [[]],
      );
    }
    case 'text':
      return undefined;
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent': {
      const edges = tests.flatMap((test) => (test.kind === 'number' ? edgesOf(test) : []));
      return cuts(edges, there(field.min, 'min'), there(field.max, 'max')).map((interval) =>
        natural(readable(interval), field.decimals),
      );
    }
    case 'date':
    case 'moment':
      return datesOf(field, tests);
  }
}

/** A value on each side of each edge. The age of a property depends on when it is asked: that is not told apart. */
function datesOf(field: Field, tests: readonly Test[]): number[] | undefined {
  if (tests.some(({ kind }) => kind === 'age')) return undefined;
  const step = field.type === 'date' ? 86_400_000 : 1;
  const edges = tests.flatMap((test) => (test.kind === 'number' ? ends(test) : [])).filter(Number.isFinite);
  const around = edges.flatMap((edge) => {
    const before = Math.floor(edge / step) * step;
    return [before - step, before, before + step];
  });
  return [...new Set(around.length > 0 ? around : [0])];
}

/** Each set of the tests' texts that may be in a text together, with one that has just these if it is found. */
function textsOf(field: Field, tests: readonly Test[]): Value[] | undefined {
  const needles = needlesOf(tests);
  return setsOf(needles, mostSets)?.map((set) => ({
    id: field.id,
    value: textWith(set, needles, field.max_length ?? Infinity) ?? '',
    needles: new Set(set.map(keyOf)),
  }));
}
