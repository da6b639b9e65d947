import { meant, remedyOf } from '../diagnostics/quotes.ts';
import { keepPlace } from '../ir/places.ts';
import type { Bound, Condition } from '../ir/types.ts';
import { noSuchDay } from '../rewrite/times.ts';
import { parsePercent, scale } from '../schema/numbers.ts';
import { parseDate, parseMoment } from '../schema/times.ts';
import { show } from '../schema/words.ts';
import type { Cursor } from './cursor.ts';
import { dayValue, instant } from './moments.ts';
import { comparisons, type Reading, unread, wrongTest } from './reading.ts';
import { compared } from './rewritten.ts';
import type { Asked } from './subjects.ts';

const onDates: readonly string[] = [...comparisons, 'before', 'after'];

export interface Limits {
  min: Bound | null;
  max: Bound | null;
}

/** Reads `at_least`, `below`, `between`, a literal, ... as one interval. */
export function readComparisons(reading: Reading, asked: Asked, at: Cursor): Condition {
  const limits = readLimits(reading, asked, at);
  if (!limits) return unread;
  const [key, ...more] = typeof at.data === 'object' ? Object.keys(at.data ?? {}) : [];
  const place = key !== undefined && more.length === 0 ? at.at(key) : at;
  return keepPlace(
    { kind: 'number', subject: asked.subject, ...limits, decimals: asked.decimals },
    place.span,
  );
}

/** The interval of a test, or `undefined` when it is none. Empty and impossible ones are reported. */
export function readLimits(reading: Reading, asked: Asked, at: Cursor): Limits | undefined {
  const { data } = at;
  if (typeof data !== 'object' || data === null) return literal(reading, asked, at);
  const known = asked.type === 'date' || asked.type === 'moment' ? onDates : comparisons;
  const keys = Object.keys(data);
  const proper = !Array.isArray(data) && keys.length > 0 && keys.every((key) => known.includes(key));
  const fromAlone = keys.includes('from') && !keys.includes('below');
  if (!proper || fromAlone) {
    wrongTest(reading, asked, at, fromAlone && proper ? '`from` without `below`' : undefined);
    return undefined;
  }
  return limitsOf(reading, asked, at, keys);
}

/** The interval that these keys of a mapping make together. */
export function limitsOf(
  reading: Reading,
  asked: Asked,
  at: Cursor,
  keys: readonly string[],
): Limits | undefined {
  const limits: Limits = { min: null, max: null };
  for (const key of keys) if (!applyKey(reading, asked, at.at(key), key, limits)) return undefined;
  return checked(reading, asked, at, limits) ? limits : undefined;
}

function literal(reading: Reading, asked: Asked, at: Cursor): Limits | undefined {
  const isDay = asked.type === 'date' || asked.type === 'moment';
  if (!isDay && typeof at.data === 'string' && compared(at.data)) {
    wrongTest(reading, asked, at);
    return undefined;
  }
  const value = constant(reading, asked, at);
  if (value === undefined) return undefined;
  const limits = { min: { value, inclusive: true }, max: { value, inclusive: true } };
  return checked(reading, asked, at, limits) ? limits : undefined;
}

function applyKey(reading: Reading, asked: Asked, at: Cursor, key: string, limits: Limits): boolean {
  if (key === 'between') {
    if (!Array.isArray(at.data) || at.data.length !== 2) {
      wrongTest(reading, asked, at, '`between` without two ends');
      return false;
    }
    const [low, high] = [constant(reading, asked, at.at(0)), constant(reading, asked, at.at(1))];
    if (low === undefined || high === undefined) return false;
    raiseMin(limits, { value: low, inclusive: true });
    lowerMax(limits, { value: high, inclusive: true });
    return true;
  }
  const value = constant(reading, asked, at);
  if (value === undefined) return false;
  if (key === 'at_least' || key === 'from') raiseMin(limits, { value, inclusive: true });
  else if (key === 'more_than' || key === 'after') raiseMin(limits, { value, inclusive: false });
  else lowerMax(limits, { value, inclusive: key === 'at_most' });
  return true;
}

/** All tests of a mapping must hold, so the tighter bound counts. */
function raiseMin(limits: Limits, bound: Bound): void {
  const { min } = limits;
  if (min === null || bound.value > min.value || (bound.value === min.value && !bound.inclusive))
    limits.min = bound;
}

function lowerMax(limits: Limits, bound: Bound): void {
  const { max } = limits;
  if (max === null || bound.value < max.value || (bound.value === max.value && !bound.inclusive))
    limits.max = bound;
}

/** A written value as the integer that it is compared by; `undefined`, and reported, when what is asked of never has it. */
function constant(reading: Reading, asked: Asked, at: Cursor): number | undefined {
  const value = written(reading, asked, at);
  const { min, max, name: subject } = asked;
  if (value === undefined || min === null || max === null || (min <= value && value <= max)) return value;
  const shown = (bound: number): string => shownValue(asked, bound);
  reading.context.report('impossible-value', at.span, {
    subject,
    value: shown(value),
    min: shown(min),
    max: shown(max),
  });
  return undefined;
}

/** A written number, percent, date or moment as an integer. */
function written(reading: Reading, asked: Asked, at: Cursor): number | undefined {
  const { context } = reading;
  const { data } = at;
  if (asked.type === 'date') {
    const date = typeof data === 'string' ? parseDate(data) : undefined;
    const help = noSuchDay(String(data));
    if (date === undefined) context.report('bad-date', at.span, { got: show(data) }, { help });
    return date === undefined ? undefined : dayValue(date);
  }
  if (asked.type === 'moment') {
    const moment = typeof data === 'string' ? parseMoment(data) : undefined;
    if (moment === undefined) context.report('bad-moment', at.span, { got: show(data) });
    return moment && instant(moment, context.timeZone);
  }
  if (asked.type === 'percent' && typeof data === 'string') {
    const percent = parsePercent(data);
    if (percent === undefined) context.report('bad-percent', at.span, { got: show(data) });
    return percent;
  }
  if (typeof data !== 'number') {
    const expected = 'a number';
    const help = typeof data === 'string' ? meant(data, expected) : undefined;
    if (help === undefined) wrongTest(reading, asked, at);
    else
      context.report(
        'wrong-type',
        at.span,
        { got: show(data), expected },
        { help, remedy: remedyOf(data, expected) },
      );
    return undefined;
  }
  const scaled = scale(data, asked.decimals);
  if (scaled === undefined)
    context.report('too-many-decimals', at.span, { got: data, decimals: asked.decimals });
  return scaled;
}

function checked(reading: Reading, asked: Asked, at: Cursor, { min, max }: Limits): boolean {
  const { context } = reading;
  const shown = (value: number): string => shownValue(asked, value);
  const low = min && min.value + (min.inclusive ? 0 : 1);
  const high = max && max.value - (max.inclusive ? 0 : 1);
  if (min && max && min.value > max.value) {
    context.report('reversed-range', at.span, { low: shown(min.value), high: shown(max.value) });
    return false;
  }
  if (low !== null && high !== null && low > high) {
    context.report('empty-range', at.span, {});
    return false;
  }
  return true;
}

function shownValue(asked: Asked, value: number): string {
  if (asked.type === 'date') return new Date(value).toISOString().slice(0, 10);
  if (asked.type === 'moment') return new Date(value).toISOString();
  return `${value / 10 ** asked.decimals}${asked.type === 'percent' ? '%' : ''}`;
}
