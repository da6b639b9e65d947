import { parseDuration, parseLimit, parsePeriod } from '../schema/times.ts';
import type { Rewrite } from './rewrite.ts';

/** What people write for a unit; a lone m could be a minute or a month. */
const units: Readonly<Record<string, string>> = {
  min: 'minute',
  mins: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  d: 'day',
  w: 'week',
  wk: 'week',
  wks: 'week',
};
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const adverbs: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
};

/** `30d`, `2 hrs`, `Two weeks`, `an hour`, `1 Day`, `1.5 hours`. */
export const duration: Rewrite = (text) => {
  const [, hours] = /^(\d+[.,]\d+) ?(?:h|hrs?|hours?)$/i.exec(text) ?? [];
  const minutes = Number(hours?.replace(',', '.')) * 60;
  if (hours !== undefined) return Number.isInteger(minutes) ? `${minutes} minutes` : undefined;
  const [, count = '', unit = ''] = /^(\d+|[a-z]+)[ -]?([a-z]+)\.?$/i.exec(text) ?? [];
  const value = /^an?$/i.test(count) ? 1 : countOf(count);
  const word = unitOf(unit);
  const written = `${value} ${word}${value === 1 ? '' : 's'}`;
  return value !== undefined && parseDuration(written) !== undefined ? written : undefined;
};

/** `weekly`, `per month`, `every 2 weeks`. */
export const period: Rewrite = (text) => {
  const word = text.toLowerCase().replace(/^(per|every|each|a|an|once a|once per) /, '');
  const written = adverbs[word] ?? word;
  return parsePeriod(written) ? written : undefined;
};

/** `once a day`, `3/week`, `2 x per day`, `daily`. */
export const limit: Rewrite = (text) => {
  const word = text.toLowerCase();
  const adverb = Object.hasOwn(adverbs, word) ? adverbs[word] : undefined;
  if (adverb !== undefined) return limitOf(1, adverb);
  const [, count = '', unit = ''] =
    /^(once|twice|[a-z]+ times|\d+ ?(?:x|times)?) ?(?:\/ ?|a |an |per |every |each )(.+)$/.exec(word) ?? [];
  return limitOf(timesOf(count), unit);
};

function limitOf(count: number | undefined, window: string): string | undefined {
  const written = `${count} per ${/^[a-z]+$/.test(window) ? unitOf(window) : (duration(window) ?? window)}`;
  return count !== undefined && parseLimit(written) ? written : undefined;
}

function timesOf(text: string): number | undefined {
  if (text === 'once' || text === 'twice') return text === 'once' ? 1 : 2;
  return countOf(text.trim().replace(/ ?(x|times)$/, ''));
}

function countOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = numbers.indexOf(text.toLowerCase());
  return index === -1 ? undefined : index + 1;
}

function unitOf(text: string): string {
  const word = text.toLowerCase();
  return units[word] ?? word.replace(/s$/, '');
}

/** `60 %`, `12,5%`, `35 percent`. */
export const percent: Rewrite = (text) => {
  const [, whole = '', decimals] = /^(\d{1,3})(?:[.,](\d{1,2}))? ?(?:%|percent|per cent)$/i.exec(text) ?? [];
  const value = Number(`${whole}.${decimals ?? 0}`);
  if (whole === '' || value > 100) return undefined;
  return `${Number(whole)}${decimals === undefined ? '' : `.${decimals}`}%`;
};
