import type { AtMost, Bound, Period } from '../ir/types.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `1 hour`, `5 hours`. */
export const counted = (n: number, noun: string): string => `${whole(n)} ${noun}${n === 1 ? '' : 's'}`;

/** The length in the largest unit that divides it: `30 days`, `36 hours`, `15 minutes`. */
export function duration(ms: number): string {
  if (ms % day === 0) return counted(ms / day, 'day');
  if (ms % hour === 0) return counted(ms / hour, 'hour');
  if (ms % minute === 0) return counted(ms / minute, 'minute');
  return counted(ms / 1000, 'second');
}

/** Working time, in hours or minutes: a working day has no one length. */
export function workingTime(ms: number): string {
  return ms % hour === 0 ? counted(ms / hour, 'hour') : counted(ms / minute, 'minute');
}

/** As after "in the last": `30 days`, but `day` alone instead of `1 day`. */
export const span = (ms: number): string => duration(ms).replace(/^1 /u, '');

/** `every week`, `every 2 months`. */
export const every = ({ count, unit }: Period): string =>
  count === 1 ? `every ${unit}` : `every ${counted(count, unit)}`;

/** `once`, `twice`, `3 times`. */
export function times(n: number): string {
  if (n === 1) return 'once';
  return n === 2 ? 'twice' : `${whole(n)} times`;
}

/** `at most once a day`, `at most 5 times in 7 days`, `only the first time`. */
export function atMost({ count, per_ms: per }: AtMost): string {
  if (per === null) return count === 1 ? 'only the first time' : `only the first ${whole(count)} times`;
  if (per === hour) return `at most ${times(count)} an hour`;
  if (per === day) return `at most ${times(count)} a day`;
  if (per === 7 * day) return `at most ${times(count)} a week`;
  return `at most ${times(count)} in ${duration(per)}`;
}

/** An integer with commas and a true minus. */
export const whole = (n: number): string => scaled(n, 0);

/** A scaled integer, exactly, without zeros at its end: `scaled(1250, 2)` is `12.5`. */
export function scaled(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  const integer = digits.slice(0, digits.length - decimals).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/u, '');
  return `${value < 0 ? '−' : ''}${integer}${decimals > 0 && fraction !== '' ? `.${fraction}` : ''}`;
}

/** Hundredths of a percent: `percent(250)` is `2.5%`. */
export const percent = (hundredths: number): string => `${scaled(hundredths, 2)}%`;

const symbols: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥', INR: '₹' };

/** Hundredths of the currency: `€10,000`, `CHF 12.50`. */
export function money(hundredths: number, currency: string): string {
  const symbol = symbols[currency] ?? `${currency} `;
  const amount = scaled(Math.abs(hundredths), 2).replace(/\.(\d)$/u, '.$10');
  return `${hundredths < 0 ? '−' : ''}${symbol}${amount}`;
}

/** Points, always with their sign: `+15`, `−30`. */
export const points = (value: number, decimals: number): string =>
  `${value > 0 ? '+' : ''}${scaled(value, decimals)}`;

export type Format = (value: number) => string;

/** What a number is: `at least 50 and below 1,000`. */
export function bounds(min: Bound | null, max: Bound | null, format: Format): string {
  if (min !== null && max !== null) {
    if (min.value === max.value && min.inclusive && max.inclusive) return format(min.value);
    if (min.inclusive && max.inclusive) return `between ${format(min.value)} and ${format(max.value)}`;
    return `${lower(min, format)} and ${upper(max, format)}`;
  }
  if (min !== null) return lower(min, format);
  return max === null ? 'anything' : upper(max, format);
}

const lower = ({ value, inclusive }: Bound, format: Format) =>
  `${inclusive ? 'at least' : 'more than'} ${format(value)}`;
const upper = ({ value, inclusive }: Bound, format: Format) =>
  `${inclusive ? 'at most' : 'below'} ${format(value)}`;

/** The same for days and moments: `on or after 1 January 2027`. */
export function dateBounds(min: Bound | null, max: Bound | null, format: Format): string {
  const from = min && `${min.inclusive ? 'on or after' : 'after'} ${format(min.value)}`;
  const until = max && `${max.inclusive ? 'on or before' : 'before'} ${format(max.value)}`;
  if (min !== null && max !== null && min.value === max.value) return `on ${format(min.value)}`;
  return [from, until].filter((part) => part !== null).join(' and ') || 'any day';
}

/** A band as people say it: `45 or more`, `20 to below 45`, `below 20`. */
export function band(min: Bound | null, max: Bound | null, decimals: number): string {
  const format = (value: number) => scaled(value, decimals);
  if (min !== null && max !== null) {
    const low = min.inclusive ? format(min.value) : `above ${format(min.value)}`;
    return `${low} to ${max.inclusive ? '' : 'below '}${format(max.value)}`;
  }
  if (min !== null) return min.inclusive ? `${format(min.value)} or more` : `above ${format(min.value)}`;
  if (max !== null) return max.inclusive ? `${format(max.value)} or less` : `below ${format(max.value)}`;
  return 'any';
}
