import { didYouMean } from '../diagnostics/suggest.ts';
import { there } from '../found.ts';
import { natural, scale } from './decimal.ts';
import { parseDay, parseMoment } from './moments.ts';
import type { Field, FieldValue } from './types.ts';

/** Something in a lead that is not as the agreement says. */
export interface LeadProblem {
  /** Where: `employees`, `events[2].at`; empty for the lead as a whole. */
  readonly at: string;
  /** What, as the rest of a sentence that begins with where. Never a word of the lead's own values. */
  readonly message: string;
}

/** A value that could be read, or what is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly wrong: string };

/** How moments are written. */
export const momentHint =
  'must be a moment with its zone, such as 2026-11-20T10:00:00Z, or whole milliseconds since 1970, in the years 1 to 9999';

const missing: Reading<null> = { value: null };

/** Reads what a lead says in a field, or an event in a property. `null` and absent are missing. */
export function readValue(field: Field, value: unknown): Reading<FieldValue> {
  if (value === null || value === undefined) {
    return field.required ? { wrong: 'is required' } : missing;
  }
  switch (field.type) {
    case 'choice':
      return readOption(field, value);
    case 'choices':
      return readOptions(field, value);
    case 'flag':
      return typeof value === 'boolean' ? { value } : { wrong: 'must be true or false' };
    case 'text':
      return readText(value, 0, there(field.max_length, 'length'));
    case 'date':
      return orWrong(
        typeof value === 'string' ? parseDay(value) : undefined,
        'must be a day, such as 2026-11-20',
      );
    case 'moment':
      return orWrong(parseMoment(value), momentHint);
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent':
      return readNumber(field, value);
  }
}

const firstHalves = /[\uD800-\uDBFF]/g;

/** Reads a text of so many code points, without NUL and without half of a surrogate pair. */
export function readText(value: unknown, least: number, most: number): Reading<string> {
  if (typeof value !== 'string') return { wrong: 'must be text' };
  if (!value.isWellFormed()) return { wrong: 'must be text without halves of characters (lone surrogates)' };
  if (value.includes('\0')) return { wrong: 'must be text without the character NUL' };
  const length = value.length - (value.match(firstHalves)?.length ?? 0);
  if (length < least) return { wrong: 'must not be empty' };
  if (length > most) return { wrong: `must have at most ${most} characters, and has ${length}` };
  return { value };
}

function readOption({ options }: Field, value: unknown): Reading<string> {
  const option = options.find(({ id }) => id === value);
  if (option !== undefined) return { value: option.id };
  const ids = options.map(({ id }) => id);
  return { wrong: withHint(`must be one of ${ids.join(', ')}`, value, ids) };
}

/** A set: each option once, in the order of the options. */
function readOptions(field: Field, value: unknown): Reading<readonly string[]> {
  if (!Array.isArray(value)) return { wrong: 'must be a list of options' };
  const ids = field.options.map(({ id }) => id);
  const strange: unknown = value.find((item) => !ids.includes(item));
  if (value.some((item) => !ids.includes(item))) {
    return { wrong: withHint(`must have only options of ${ids.join(', ')}`, strange, ids) };
  }
  return { value: ids.filter((id) => value.includes(id)) };
}

function readNumber({ decimals, min, max }: Field, value: unknown): Reading<number> {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { wrong: 'must be a number' };
  const [least, most] = [there(min, 'min'), there(max, 'max')];
  if (value < natural(least, decimals) || value > natural(most, decimals)) {
    return { wrong: `must lie between ${natural(least, decimals)} and ${natural(most, decimals)}` };
  }
  const scaled = scale(value, decimals);
  if (scaled === undefined) return { wrong: tooManyDecimals(decimals) };
  return { value: natural(scaled, decimals) };
}

function tooManyDecimals(decimals: number): string {
  if (decimals === 0) return 'must be a whole number';
  return `must have at most ${decimals} ${decimals === 1 ? 'decimal' : 'decimals'}`;
}

function withHint(message: string, value: unknown, known: readonly string[]): string {
  const hint = typeof value === 'string' ? didYouMean(value, known) : undefined;
  return hint === undefined ? message : `${message}. ${hint}`;
}

function orWrong<T>(value: T | undefined, wrong: string): Reading<T> {
  return value === undefined ? { wrong } : { value };
}
