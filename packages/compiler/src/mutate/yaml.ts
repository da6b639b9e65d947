import { Document, isCollection, parse, parseDocument } from 'yaml';
import type { Agreement, EventInput, Example, Expectation } from '../ir/types.ts';
import { day } from '../time/duration.ts';
import { ago, wall, withOffset } from './written-moments.ts';

/**
 * The text of a file of examples with more of them at its end; an empty text begins a new file. What stood in it stays as
 * it is.
 */
export function withExamples(text: string, agreement: Agreement, examples: readonly Example[]): string {
  const content = { examples: examples.map((example) => authored(agreement, example)) };
  const document = new Document(content, { aliasDuplicateObjects: false });
  const list = document.get('examples', true);
  if (isCollection(list)) for (const item of list.items) if (isCollection(item)) inOneLine(item);
  const lines = tidy(document.toString({ lineWidth: 0, indentSeq: true }));
  if (text.trim() === '') return lines;
  const start = parseDocument(text).has('examples') ? lines.slice(lines.indexOf('\n') + 1) : lines;
  return `${text.trimEnd()}\n${start}`;
}

/** An example in one line, without its id, its words and its moment: `{ lead: { employees: 200 }, expect: { … } }`. */
export function exampleInOneLine(agreement: Agreement, example: Example): string {
  const { id: _, says: __, as_of: ___, ...shown } = authored(agreement, example);
  const document = new Document(shown, { aliasDuplicateObjects: false });
  if (isCollection(document.contents)) document.contents.flow = true;
  return tidy(document.toString({ lineWidth: 0 })).trim();
}

/** Lists as people write them, `[a, b]`; unless that would change a text. */
function tidy(lines: string): string {
  const tidied = lines.replace(/\[ ([^[\]"']*) \]/g, '[$1]');
  return JSON.stringify(parse(tidied)) === JSON.stringify(parse(lines)) ? tidied : lines;
}

/** The lead, what is expected and each event stand in one line each. */
function inOneLine(item: { readonly items: readonly unknown[] }): void {
  for (const pair of item.items) {
    const { key, value } = pair as { readonly key: { readonly value: unknown }; readonly value: unknown };
    if (!isCollection(value)) continue;
    if (key.value === 'events') for (const event of value.items) if (isCollection(event)) event.flow = true;
    if (key.value !== 'events') value.flow = true;
  }
}

interface Authored {
  readonly id: string;
  readonly says: string;
  readonly as_of: string;
  readonly stage?: string;
  readonly lead: object;
  readonly events?: readonly object[];
  readonly expect: object;
}

/** An example as its author writes it. */
function authored({ time_zone: zone, fields }: Agreement, example: Example): Authored {
  const { as_of: asOf, lead } = example;
  const { id: _, created_at: created, events = [], ...values } = lead;
  const [entry, ...later] = events;
  const stage =
    entry?.event.startsWith('entered_') && Number(entry.at) === created ? entry.event.slice(8) : undefined;
  const moments = new Set(fields.filter(({ type }) => type === 'moment').map(({ id }) => id));
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    moments.has(name) && typeof value === 'number' ? wall(value, zone) : (value ?? 'missing'),
  ]);
  const known = stage === undefined ? events : later;
  return {
    id: example.id,
    says: example.says,
    as_of: withOffset(asOf, zone),
    ...(stage !== undefined && { stage }),
    lead: {
      ...(created !== asOf - 30 * day && { created_at: wall(Number(created), zone) }),
      ...Object.fromEntries(shown),
    },
    ...(known.length > 0 && { events: known.map((event) => authoredEvent(event, { asOf, zone })) }),
    expect: authoredExpectation(example.expect, zone),
  };
}

function authoredEvent(
  { id, event, at, properties = {} }: EventInput,
  { asOf, zone }: { readonly asOf: number; readonly zone: string },
): object {
  return {
    ...(id !== undefined && { id }),
    event: event.startsWith('entered_') ? event.slice(8) : event,
    at: ago(asOf - Number(at)) ?? wall(Number(at), zone),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

function authoredExpectation(expect: Expectation, zone: string): object {
  const none = Object.entries(expect).map(([key, value]): [string, unknown] => [key, value ?? 'none']);
  const promises = Object.entries(expect.promises ?? {}).map(([id, promise]) => {
    if (promise === null) return [id, 'none'];
    const { due } = promise;
    return [id, { ...promise, ...(due !== undefined && { due: due === null ? 'none' : wall(due, zone) }) }];
  });
  return {
    ...Object.fromEntries(none),
    ...(promises.length > 0 && { promises: Object.fromEntries(promises) }),
  };
}
