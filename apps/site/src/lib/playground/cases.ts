import type { Example, Field } from '@smarketing/compiler/ir';
import type { Book } from '@smarketing/compiler/words';
import type { ExampleCase } from '../../playground/types.ts';

/** The lead of an example and the moment of its decision, without any personal value. */
export function exampleCase(book: Book, { lead, as_of: asOf }: Example): ExampleCase {
  const events = (lead.events ?? []).map((event) => {
    const properties = book.events.get(event.event)?.properties ?? [];
    return { ...event, ...(event.properties && { properties: impersonal(properties, event.properties) }) };
  });
  const told = [
    ...personalOf(book.agreement.fields, lead),
    ...(lead.events ?? []).flatMap(({ event, properties }) =>
      personalOf(book.events.get(event)?.properties ?? [], properties ?? {}),
    ),
  ];
  return { asOf, lead: { ...impersonal(book.agreement.fields, lead), events }, personal: [...new Set(told)] };
}

type Values = Readonly<Record<string, unknown>>;

const isPersonal = (fields: readonly Field[], id: string) =>
  fields.some((field) => field.personal && field.id === id);

const impersonal = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !isPersonal(fields, id)));

/** The labels of the personal fields that have a value. */
const personalOf = (fields: readonly Field[], values: Values): readonly string[] =>
  fields.filter(({ id, personal }) => personal && id in values).map(({ label }) => label);

/** The example to begin with: the first that tells somebody something and has nothing personal. */
export function startExample(book: Book): Example | null {
  const { examples } = book.agreement;
  const impersonalOnes = examples.filter((example) => exampleCase(book, example).personal.length === 0);
  return impersonalOnes.find(({ expect }) => (expect.notices ?? []).length > 0) ?? impersonalOnes[0] ?? null;
}

/** What the form shows at first, and what the page decides about without a script. */
export function startCase(book: Book): Pick<ExampleCase, 'asOf' | 'lead'> {
  const example = startExample(book);
  if (example !== null) {
    const { asOf, lead } = exampleCase(book, example);
    return { asOf, lead };
  }
  const asOf = Date.parse(book.agreement.effective_from);
  return { asOf, lead: { created_at: asOf, events: [] } };
}
