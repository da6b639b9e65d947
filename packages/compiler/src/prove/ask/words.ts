import type { Agreement, EventInput, Field } from '../../ir/types.ts';
import { day, hour, minute } from '../../time/duration.ts';
import type { Case } from './replay.ts';

/**
 * A lead in words, as a part of a sentence.
 *
 * ```ts
 * inWords(agreement, found); // 'a lead with country us, in mql for 3 days, demo_requested 1 hour before'
 * ```
 */
export function inWords(agreement: Agreement, { input, asOf, recorded }: Case): string {
  const fields = agreement.fields.flatMap((field) =>
    input[field.id] === undefined ? [] : [`${field.id} ${valueOf(field, input[field.id])}`],
  );
  const events = (input.events ?? []).map((event) => ({ ...event, age: asOf - momentOf(event) }));
  const entry = events.findLast(({ event }) => event === `entered_${recorded.stage}`);
  const stage = entry ? [`in ${recorded.stage} for ${duration(entry.age)}`] : [];
  const happened = events
    .filter((event) => event !== entry)
    .map(({ event, properties = {}, age }) => `${event}${inBrackets(properties)} ${duration(age)} before`);
  const known = fields.length > 0 ? `a lead with ${fields.join(', ')}` : 'a lead of which nothing is known';
  return [known, ...stage, ...folded(happened)].join(', ');
}

/** The same thing several times is said once. */
function folded(texts: readonly string[]): string[] {
  return [...Map.groupBy(texts, (text) => text)].map(([text, all]) =>
    all.length === 1 ? text : `${all.length} times ${text}`,
  );
}

function momentOf({ at }: EventInput): number {
  return typeof at === 'number' ? at : Date.parse(at);
}

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

function valueOf({ type }: Field, value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(' and ');
  if (type === 'text') return `“${String(value)}”`;
  if (typeof value === 'number') return numbers.format(value);
  if (type === 'moment' && typeof value === 'string') return value.slice(0, 16).replace('T', ' ');
  return String(value);
}

function inBrackets(properties: Readonly<Record<string, unknown>>): string {
  const all = Object.entries(properties).map(([name, value]) => `${name} ${String(value)}`);
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
}

function duration(ms: number): string {
  const [unit, name] = ms >= 2 * day ? [day, 'day'] : ms >= hour ? [hour, 'hour'] : [minute, 'minute'];
  const count = Math.floor(ms / unit);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
