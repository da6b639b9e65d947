import type { Agreement, Field } from '@smarketing/compiler/ir';
import type { Book } from '@smarketing/compiler/words';
import { exampleCase } from './playground/cases.ts';

/**
 * The compiled agreement as the site gives it away: without names of people, without values of personal fields in
 * examples, and without what conditions compare such fields with, which `left_out` marks.
 */
export function rawAgreement(book: Book): unknown {
  const { agreement } = book;
  const examples = agreement.examples.map((example) => ({
    ...example,
    lead: exampleCase(book, example).lead,
    expect: without(example.expect, 'owner'),
  }));
  const people = agreement.people.map((person) => without(person, 'name'));
  const personal = new Set(personalFields(agreement).map(({ id }) => id));
  return withoutPersonal({ ...agreement, people, examples }, personal);
}

const without = (value: object, name: string): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));

const personalFields = ({ fields, events }: Agreement): readonly Field[] =>
  [...fields, ...events.flatMap(({ properties }) => properties)].filter(({ personal }) => personal);

/** What a condition compares its subject with. */
const compared = ['values', 'options', 'min', 'max', 'is'] as const;

function withoutPersonal(value: unknown, personal: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutPersonal(item, personal));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, withoutPersonal(item, personal)] as const);
  if (!isAboutPersonal(value, personal)) return Object.fromEntries(entries);
  const shown = entries.filter(([key]) => !compared.some((name) => name === key));
  return Object.fromEntries([...shown, ['left_out', 'personal']]);
}

function isAboutPersonal(
  { subject }: Readonly<Record<string, unknown>>,
  personal: ReadonlySet<string>,
): boolean {
  if (!isRecord(subject) || typeof subject['id'] !== 'string') return false;
  return (subject['kind'] === 'field' || subject['kind'] === 'property') && personal.has(subject['id']);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
