import { didYouMean } from '../diagnostics/suggest.ts';
import { isSameEvent, ranksOf, sortEvents } from './events.ts';
import { parseMoment } from './moments.ts';
import { entryOf, isRecord, keysBeside, readFields, refuseUnknownKeys, take } from './read-record.ts';
import type { JsonRecord } from './read-record.ts';
import { momentHint, readText } from './read-value.ts';
import type { LeadProblem } from './read-value.ts';
import type { Agreement, EventType, LeadEvent } from './types.ts';

/** How many events a lead may have. */
export const mostEvents = 5_000;

const keysOfEvent = new Set(['id', 'event', 'at', 'properties']);
const keysOfProperties = keysBeside();

/** The events of a lead: each checked, one for each id, sorted. */
export function readEvents(
  agreement: Agreement,
  value: unknown,
  problems: LeadProblem[],
): readonly LeadEvent[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push({ at: 'events', message: 'must be a list of events' });
    return [];
  }
  if (value.length > mostEvents) {
    problems.push({ at: 'events', message: `must be at most ${mostEvents}, and are ${value.length}` });
    return [];
  }
  const events = value.map((item: unknown, index) =>
    readEvent(agreement, item, `events[${index}]`, problems),
  );
  return sortEvents(agreement, withoutDuplicates(events, problems));
}

/** `undefined` if there is a problem with the event. */
function readEvent(
  agreement: Agreement,
  value: unknown,
  at: string,
  problems: LeadProblem[],
): LeadEvent | undefined {
  if (!isRecord(value)) {
    problems.push({ at, message: 'must be an event with `event` and `at`' });
    return undefined;
  }
  const before = problems.length;
  const id = readId(value, at, problems);
  const type = readType(agreement, entryOf(value, 'event'), at, problems);
  const moment = parseMoment(entryOf(value, 'at'));
  if (moment === undefined) problems.push({ at: `${at}.at`, message: momentHint });
  const properties = type && readProperties(type, entryOf(value, 'properties'), at, problems);
  refuseUnknownKeys(value, keysOfEvent, `${at}.`, problems);
  if (problems.length > before || !type || moment === undefined || !properties) return undefined;
  return { id, event: type.id, at: moment, properties };
}

function readId(record: JsonRecord, at: string, problems: LeadProblem[]): string | null {
  const id = entryOf(record, 'id') ?? null;
  return id === null ? null : (take(readText(id, 1, 200), `${at}.id`, problems) ?? null);
}

function readType(
  { events }: Agreement,
  name: unknown,
  at: string,
  problems: LeadProblem[],
): EventType | undefined {
  const rank = ranksOf(events).get(name as string);
  if (rank !== undefined) return events[rank];
  const names = events.map(({ id }) => id);
  const hint = typeof name === 'string' ? didYouMean(name, names) : undefined;
  const message = 'must be an event of the agreement';
  problems.push({ at: `${at}.event`, message: hint === undefined ? message : `${message}. ${hint}` });
  return undefined;
}

function readProperties(
  { properties }: EventType,
  value: unknown,
  at: string,
  problems: LeadProblem[],
): LeadEvent['properties'] | undefined {
  const record = value ?? {};
  if (!isRecord(record)) {
    problems.push({ at: `${at}.properties`, message: 'must be an object' });
    return undefined;
  }
  const values = readFields(properties, record, `${at}.properties.`, problems);
  refuseUnknownKeys(record, keysOfProperties(properties), `${at}.properties.`, problems);
  return values;
}

/** Two events with one id are one event, and must then be the same in all else. */
function withoutDuplicates(
  events: readonly (LeadEvent | undefined)[],
  problems: LeadProblem[],
): readonly LeadEvent[] {
  const byId = new Map<string, { event: LeadEvent; index: number }>();
  return events.flatMap((event, index) => {
    if (event === undefined) return [];
    if (event.id === null) return [event];
    const known = byId.get(event.id);
    if (known === undefined) {
      byId.set(event.id, { event, index });
      return [event];
    }
    if (!isSameEvent(known.event, event)) {
      const message = `is also the id of events[${known.index}], which is another event`;
      problems.push({ at: `events[${index}].id`, message });
    }
    return [];
  });
}
