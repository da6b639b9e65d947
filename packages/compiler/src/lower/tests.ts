import { curlyQuotes } from '../diagnostics/quotes.ts';
import { rewriting, suggestion } from '../diagnostics/suggest.ts';
import type { Condition } from '../ir/types.ts';
import { readAge } from './ages.ts';
import type { Cursor } from './cursor.ts';
import { readComparisons } from './ranges.ts';
import { type Reading, unread, wrongTest } from './reading.ts';
import type { Asked } from './subjects.ts';
import { readTextTest } from './texts.ts';

/** Reads what is asked of a field, property, score, persona, grade or stage. */
export function readTest(reading: Reading, asked: Asked, at: Cursor): Condition {
  const { data } = at;
  if (data === 'missing' || data === 'present') return readPresence(reading, asked, at, data);
  if (isMapping(data) && 'not' in data) return readNegation(reading, asked, at, data);
  if (!reading.negated) reading.mentioned.add(asked.name);
  else if (!asked.required) reading.slips.push({ asked, at });
  return readPositive(reading, asked, at);
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readPresence(reading: Reading, asked: Asked, at: Cursor, word: 'missing' | 'present'): Condition {
  if (asked.required) reading.context.report('never-missing', at.span, { subject: asked.name });
  reading.mentioned.add(asked.name);
  const present: Condition = { kind: 'present', subject: asked.subject };
  return word === 'present' ? present : { kind: 'not', of: present };
}

/** `{ not: <test> }`, alone or beside other tests: all must hold. */
function readNegation(reading: Reading, asked: Asked, at: Cursor, data: Record<string, unknown>): Condition {
  const negated: Reading = { ...reading, negated: !reading.negated };
  const not: Condition = { kind: 'not', of: readTest(negated, asked, at.at('not')) };
  return Object.keys(data).length === 1
    ? not
    : { kind: 'all', of: [readTest(reading, asked, at.without('not')), not] };
}

function readPositive(reading: Reading, asked: Asked, at: Cursor): Condition {
  const { data } = at;
  switch (asked.type) {
    case 'choice':
    case 'name':
      return readOptions(reading, asked, at);
    case 'choices':
      return readIncludes(reading, asked, at);
    case 'flag':
      if (typeof data !== 'boolean') return wrongTest(reading, asked, at);
      return { kind: 'flag', subject: asked.subject, is: data };
    case 'text':
      return readTextTest(reading, asked, at);
    case 'score':
      return isBand(data) && asked.options.length > 0
        ? readOptions(reading, asked, at)
        : readComparisons(reading, asked, at);
    case 'date':
    case 'moment':
      return readAge(reading, asked, at) ?? readComparisons(reading, asked, at);
    default:
      return readComparisons(reading, asked, at);
  }
}

function isBand(data: unknown): boolean {
  return Array.isArray(data) || (typeof data === 'string' && !/^[\d<>=≤≥]/.test(data));
}

function readOptions(reading: Reading, asked: Asked, at: Cursor): Condition {
  const options = optionList(reading, asked, at);
  return options ? { kind: 'choice', subject: asked.subject, options } : unread;
}

function readIncludes(reading: Reading, asked: Asked, at: Cursor): Condition {
  const { data } = at;
  const [key, ...more] = isMapping(data) ? Object.keys(data) : [];
  const proper = key === 'includes' || key === 'includes_any' || key === 'includes_all';
  if (!proper || more.length > 0) return wrongTest(reading, asked, at);
  const options = optionList(reading, asked, at.at(key));
  if (!options) return unread;
  return { kind: 'includes', subject: asked.subject, mode: key === 'includes_all' ? 'all' : 'any', options };
}

/** One option or a list of them, each known; `undefined` when it is neither. */
function optionList(reading: Reading, asked: Asked, at: Cursor): string[] | undefined {
  const { data } = at;
  const list: unknown[] = Array.isArray(data) ? data : [data];
  if (list.length === 0) reading.context.report('empty-list', at.span, {});
  if (!list.every((item) => typeof item === 'string')) {
    wrongTest(reading, asked, at);
    return undefined;
  }
  const known = new Set<string>();
  list.forEach((option, index) => {
    const place = Array.isArray(data) ? at.at(index) : at;
    if (known.has(option))
      reading.context.report('option-twice', place.span, { option }, { remedy: 'remove' });
    else if (asked.options.includes(option)) known.add(option);
    else unknownOption(reading, asked, option, place, Array.isArray(data));
  });
  return [...known];
}

/** `director or vp`: a list, in words; or one without a comma. */
function severalOptions(
  text: string,
  { options }: Asked,
  isItem: boolean,
): ReturnType<typeof rewriting> | undefined {
  const parts = text.split(/\s*(?:,|\/|\||\bor\b|\band\b|\s)\s*/);
  if (parts.length < 2 || !parts.every((part) => options.includes(part))) return undefined;
  const list = parts.join(', ');
  if (!isItem) return rewriting(`[${list}]`);
  return { hint: `A comma is missing: write ${list}.`, remedy: { write: list } };
}

function unknownOption(reading: Reading, asked: Asked, option: string, at: Cursor, isItem: boolean): void {
  const options = asked.options.join(', ') || 'none';
  const near = severalOptions(option, asked, isItem) ?? suggestion(option, asked.options);
  const field = asked.type === 'score' ? `${asked.name} (a band)` : asked.name;
  reading.context.report(
    'unknown-option',
    at.span,
    { option, field, options },
    { ...near, hint: curlyQuotes(option) ?? near.hint },
  );
}
