import { holds } from '../conditions.ts';
import { natural } from '../decimal.ts';
import { readValue } from '../read-value.ts';
import type { Bound, Field, Lead, Subject } from '../types.ts';
import type { Test } from './tests.ts';

const day = 86_400_000;

/** The built-in field. */
export const createdAt: Field = {
  kind: 'field',
  id: 'created_at',
  type: 'moment',
  label: 'Created',
  means: null,
  required: true,
  personal: false,
  unit: null,
  options: [],
  decimals: 0,
  min: null,
  max: null,
  max_length: null,
  span: { file: '', line: 1, col: 1, end_line: 1, end_col: 1 },
};

/** What a test asks about; `undefined` for tests of events. */
export function subjectOf(test: Test): Subject | undefined {
  return 'subject' in test ? test.subject : undefined;
}

/** Values on and beside the edges of a test, as an input has them; only such as the field takes. */
export function valuesAround(field: Field, test: Test, asOf: number): readonly unknown[] {
  return once(field, test, () => takenBy(field, candidates(field, test, asOf)));
}

/** Values of every kind that the field takes, without looking at any test. */
export function usualValues(field: Field, asOf: number): readonly unknown[] {
  return once(field, field, () => takenBy(field, usual(field, asOf)));
}

const made = new WeakMap<Field, WeakMap<Field | Test, readonly unknown[]>>();

/** Values that no moment changes are made once. */
function once(field: Field, about: Field | Test, make: () => readonly unknown[]): readonly unknown[] {
  if (field.type === 'date' || field.type === 'moment') return make();
  const ofField = made.get(field) ?? new WeakMap<Field | Test, readonly unknown[]>();
  made.set(field, ofField);
  const values = ofField.get(about) ?? make();
  ofField.set(about, values);
  return values;
}

/** A value for which a test of this field or property comes out as wanted; `null` is missing. */
export function valueFor(field: Field, test: Test, want: boolean, asOf: number): unknown {
  const values = [...valuesAround(field, test, asOf), ...usualValues(field, asOf)];
  // Missing comes first where a test is to fail: any other value might let another test hold.
  const inOrder = want ? [...values, null] : [null, ...values];
  return inOrder.find((value) => comesOut(field, test, value, asOf) === want) ?? null;
}

/** A value for which none of these tests holds; `null` if only a missing one will do. */
export function otherValue(field: Field, tests: readonly Test[], asOf: number): unknown {
  const values = [...tests.flatMap((test) => valuesAround(field, test, asOf)), ...usualValues(field, asOf)];
  return values.find((value) => tests.every((test) => comesOut(field, test, value, asOf) === false)) ?? null;
}

function comesOut(field: Field, test: Test, input: unknown, asOf: number): boolean | undefined {
  const reading = readValue(field, input);
  if (!('value' in reading)) return undefined;
  const { value } = reading;
  const values = { [field.id]: value };
  const created = field.id === 'created_at' && typeof value === 'number' ? value : asOf;
  const lead: Lead = { id: '-', created_at: created, fields: values, events: [] };
  const event = { id: null, event: '-', at: asOf, properties: values };
  return holds(test, { asOf, lead, stage: '', scores: {}, persona: null, grade: null, event, outcome: null });
}

function candidates(field: Field, test: Test, asOf: number): readonly unknown[] {
  switch (test.kind) {
    case 'number':
      return edges(test).flatMap((edge) => steps(field, edge));
    case 'age':
      return edges(test).flatMap((edge) => steps(field, asOf - edge));
    case 'choice':
      return [...test.options, ...usual(field, asOf)];
    case 'includes':
      return [
        test.options,
        ...test.options.map((option) => [option]),
        ...test.options.map((option) => field.options.map(({ id }) => id).filter((id) => id !== option)),
        ...usual(field, asOf),
      ];
    case 'text':
      return test.values.flatMap(wordings);
    case 'flag':
    case 'present':
      return usual(field, asOf);
    case 'event':
    case 'event_age':
      return [];
  }
}

function edges({ min, max }: { min: Bound | null; max: Bound | null }): readonly number[] {
  return [min, max].flatMap((bound) => (bound === null ? [] : [bound.value]));
}

/** A number, moment or day, the one before and the one after. */
function steps(field: Field, edge: number): readonly unknown[] {
  return [0, -1, 1].map((step) => {
    if (field.type === 'date') return dayText((Math.floor(edge / day) + step) * day);
    return natural(edge + step, field.type === 'moment' ? 0 : field.decimals);
  });
}

function wordings(text: string): readonly string[] {
  const shorter = text.slice(0, -1).toWellFormed();
  const shapes = [
    text,
    text.toUpperCase(),
    `x ${text}`,
    `${text} x`,
    `x${text}x`,
    shorter,
    text.normalize('NFD'),
  ];
  return [...shapes, text.replace('k', '\u212A'), `${text}\u0301`];
}

function usual(field: Field, asOf: number): readonly unknown[] {
  const ids = field.options.map(({ id }) => id);
  switch (field.type) {
    case 'choice':
      return ids;
    case 'choices':
      return [[], ...ids.map((id) => [id]), ids, [...ids, ...ids].toReversed()];
    case 'flag':
      return [true, false];
    case 'text':
      return ['Zoë', '', 'x'.repeat(Math.min(Number(field.max_length), 300)), '\u{1F600}', 'Zoe\u0308'];
    case 'date':
      return [0, -1, 1, 400].map((days) => dayText((Math.floor(asOf / day) + days) * day));
    case 'moment':
      return [asOf, asOf - 1, asOf + 1, new Date(asOf - 40 * day).toISOString()];
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent': {
      const [min, max] = [Number(field.min), Number(field.max)];
      return [min, max, Math.floor((min + max) / 2), 0, 1].map((scaled) => natural(scaled, field.decimals));
    }
  }
}

/** Those of the values that the field takes. */
export function takenBy(field: Field, values: readonly unknown[]): readonly unknown[] {
  if (field.type === 'choice') return values.filter((value) => field.options.some(({ id }) => id === value));
  return values.filter((value) => 'value' in readValue(field, value));
}

function dayText(midnight: number): string {
  return new Date(midnight).toISOString().slice(0, 10);
}
