import { isoDate, money, percent, scaled } from '@smarketing/compiler/words';
import { momentWords } from './clock.ts';
import type { ValueWords, Words } from './types.ts';

/** A value that the engine has read without complaint, in words. */
export function valueWords(words: Words, field: ValueWords, value: unknown): string {
  if (value === null || value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map((one) => optionWords(field, one)).join(', ') || 'none';
  if (field.type === 'moment') return momentWords(zoneOf(words), instantOf(value));
  if (field.type === 'date') return isoDate(new Date(instantOf(value)).toISOString().slice(0, 10));
  return typeof value === 'number' ? numberWords(words, field, value) : optionWords(field, value);
}

function numberWords({ currency }: Words, field: ValueWords, value: number): string {
  const natural = Math.round(value * 10 ** field.decimals);
  if (field.type === 'money') return money(natural, currency);
  if (field.type === 'percent') return percent(natural);
  return `${scaled(natural, field.decimals)}${field.unit === null ? '' : ` ${field.unit}`}`;
}

const optionWords = ({ options }: ValueWords, value: unknown) =>
  options.find(({ id }) => id === value)?.label ?? String(value);

/** A moment or day in a lead: milliseconds, or ISO 8601. */
export const instantOf = (at: unknown): number => (typeof at === 'number' ? at : Date.parse(String(at)));

/** The agreement's zone, in which the playground shows and takes moments. */
export const zoneOf = ({ zone, zones }: Words) => zones[zone] ?? [];
