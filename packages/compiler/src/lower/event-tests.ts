import { placed, rewriting } from '../diagnostics/suggest.ts';
import type { Condition, EventType } from '../ir/types.ts';
import { show } from '../schema/words.ts';
import { readDuration } from './ages.ts';
import type { Cursor } from './cursor.ts';
import { limitsOf } from './ranges.ts';
import { comparisons, type Reading, unread } from './reading.ts';
import { compared, meantTest } from './rewritten.ts';
import type { Asked } from './subjects.ts';

const maxEvents = 5000;
const counts = comparisons.filter((word) => word !== 'from');
const possible = ['ever', 'never', ...counts, 'within_last', 'since', 'where', 'older_than'];

/** Reads what is asked of an event: `ever`, `never`, how often, since when, how long ago, with which properties. */
export function readEventTest(reading: Reading, type: EventType, at: Cursor): Condition {
  const { data } = at;
  const none = { kind: 'event', events: [type.id], within_ms: null, since: [], where: null } as const;
  if (data === 'ever') return { ...none, min: 1, max: null };
  if (data === 'never') return { ...none, min: null, max: 0 };
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return wrong(reading, type, at, show(data));
  const keys = Object.keys(data);
  if (keys.length === 1 && keys[0] === 'not')
    return { kind: 'not', of: readEventTest({ ...reading, negated: !reading.negated }, type, at.at('not')) };
  const strange = keys.find((key) => !possible.includes(key));
  if (keys.length === 0 || strange !== undefined)
    return wrong(reading, type, at, strange === undefined ? 'an empty mapping' : `\`${strange}\``);
  return readParts(reading, type, at, keys);
}

function readParts(reading: Reading, type: EventType, at: Cursor, keys: readonly string[]): Condition {
  const counted = keys.filter((key) => counts.includes(key));
  const since = keys.includes('since') ? eventNames(reading, at.at('since')) : [];
  const where = keys.includes('where') ? reading.where(type, at.at('where')) : null;
  if (keys.includes('older_than')) {
    if (counted.length > 0 || keys.includes('within_last'))
      return wrong(reading, type, at, '`older_than` with a count or `within_last`');
    const age = readDuration(reading, at.at('older_than'));
    return age === undefined
      ? unread
      : { kind: 'event_age', events: [type.id], older_than_ms: age, since, where };
  }
  const within = keys.includes('within_last') ? readDuration(reading, at.at('within_last')) : null;
  const count = counted.length > 0 ? readCount(reading, type, at, counted) : { min: 1, max: null };
  if (count === undefined || within === undefined) return unread;
  return { kind: 'event', events: [type.id], ...count, within_ms: within, since, where };
}

function eventNames(reading: Reading, at: Cursor): string[] {
  const list: unknown[] = Array.isArray(at.data) ? at.data : [at.data];
  return reading.context.events(list.map(String), at);
}

/** How often an event may have happened is asked like a whole number. */
function askedCount(type: EventType): Asked {
  return {
    subject: { kind: 'field', id: type.id },
    name: `the number of ${type.id}`,
    type: 'integer',
    required: true,
    options: [],
    decimals: 0,
    min: 0,
    max: maxEvents,
  };
}

function readCount(
  reading: Reading,
  type: EventType,
  at: Cursor,
  keys: readonly string[],
): { min: number | null; max: number | null } | undefined {
  const limits = limitsOf(reading, askedCount(type), at, keys);
  if (!limits) return undefined;
  const { min, max } = limits;
  return {
    min: min && min.value + (min.inclusive ? 0 : 1),
    max: max && max.value - (max.inclusive ? 0 : 1),
  };
}

/** What people write for whether it happened. */
const flags: ReadonlyMap<string, string> = new Map([
  ['true', 'ever'],
  ['yes', 'ever'],
  ['false', 'never'],
  ['no', 'never'],
]);

function wrong(reading: Reading, type: EventType, at: Cursor, test: string): Condition {
  const subject = `${type.id} (an event)`;
  const word = test.replace(/^[“`]|[”`]$/g, '');
  const flag = flags.get(word.toLowerCase());
  const near =
    flag === undefined
      ? (compared(word) ?? placed(meantTest(word, possible), at.at(word).key))
      : { ...rewriting(flag), hint: `Write \`${flag}\`.` };
  reading.context.report('wrong-test', at.span, { subject, test, possible: possible.join(', ') }, near);
  return unread;
}
