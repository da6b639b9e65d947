import { foundIn, there } from '../found.ts';
import { natural } from '../ir/decimal.ts';
import { fold } from '../ir/fold.ts';
import { mostEvents } from '../ir/read-events.ts';
import type { Agreement, Field, MappedField, Mapping } from '../ir/types.ts';
import { readDate, readMoment, shapes } from './moment.ts';
import { type Digits, readDigits, whyNotNumber } from './number.ts';
import type { InputValue, Read } from './types.ts';
import { isRefused, listed, refuse } from './words.ts';

/** Reads a trimmed cell that is not empty. */
export type ReadWord = (word: string) => Read<InputValue>;

type Habits = Pick<Mapping, 'missing' | 'dates' | 'zone' | 'decimal_mark'>;

/**
 * How cells of a column become values of a field: empty is missing; then the words of `values`, then those that mean missing, then
 * the word itself as the field's type reads it, or `others` where the field has options.
 */
export function cellReader(
  field: Field,
  mapped: MappedField,
  habits: Habits,
): (cell: string) => Read<InputValue> {
  const readWord = wordReader(field, mapped, habits);
  const { separator } = mapped;
  const readCell: ReadWord =
    field.type === 'choices'
      ? (word) => readSet(separator === null ? [word] : word.split(separator), readWord)
      : readWord;
  const missing = new Set(habits.missing);
  return (cell) => {
    const word = cell.trim();
    if (word === '') return { value: null };
    if (field.type === 'choices' && missing.has(fold(word))) return { value: null };
    return readCell(word);
  };
}

function readSet(words: readonly string[], readWord: ReadWord): Read<InputValue> {
  const options = new Set<string>();
  for (const item of words) {
    const word = item.trim();
    if (word === '') continue;
    const read = readWord(word);
    if (isRefused(read)) return read;
    if (typeof read.value === 'string') options.add(read.value);
  }
  return { value: [...options] };
}

function wordReader(field: Field, mapped: MappedField, habits: Habits): ReadWord {
  const translations = new Map(mapped.values.map(({ from, to }) => [fold(from), to]));
  const missing = new Set(habits.missing);
  const readItself = typeReader(field, habits);
  const closed = field.type === 'choice' || field.type === 'choices' || field.type === 'flag';
  return (word) => {
    const folded = fold(word);
    const translated = translations.get(folded);
    if (translated !== undefined) return { value: translated };
    if (missing.has(folded)) return { value: null };
    if (!closed) return readItself(word);
    const read = translations.size === 0 ? readItself(word) : unknownWord(word, mapped, field.personal);
    return isRefused(read) && mapped.others ? { value: mapped.others.to } : read;
  };
}

function unknownWord(word: string, { values }: MappedField, personal: boolean): Read<InputValue> {
  const known = values.map(({ from }) => from);
  return refuse('is a word that the mapping does not know', word, { accepted: listed(known), personal });
}

function typeReader(field: Field, habits: Habits): ReadWord {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return readOption(field);
    case 'flag':
      return readFlag(field);
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent':
      return readNumber(field, habits.decimal_mark);
    case 'text':
      return readText(field);
    case 'date':
      return readDay(field, habits);
    case 'moment':
      return readInstant(field, habits);
  }
}

function readOption({ options, personal }: Field): ReadWord {
  const known = new Set(options.map(({ id }) => id));
  const accepted = listed([...known]);
  return (word) => {
    const option = fold(word);
    return known.has(option) ? { value: option } : refuse('is not an option', word, { accepted, personal });
  };
}

function readFlag({ personal }: Field): ReadWord {
  const accepted = 'true or false, or what `values` translates to them';
  return (word) => {
    const flag = fold(word);
    if (flag === 'true' || flag === 'false') return { value: flag === 'true' };
    return refuse('is neither true nor false', word, { accepted, personal });
  };
}

function readNumber(field: Field, mark: '.' | ','): ReadWord {
  const { personal, decimals } = field;
  const accepted = acceptedNumber(field, mark);
  return (word) => {
    const digits = readDigits(word, mark);
    if (!digits) return refuse(whyNotNumber(word, mark), word, { accepted, personal });
    if (digits.fraction.length > decimals) {
      const reason = decimals === 0 ? 'has decimals' : `has more than ${places(decimals)}`;
      return refuse(reason, word, { accepted, personal });
    }
    const scaled = scale(digits, decimals);
    if (field.min !== null && scaled < field.min) return refuse('is too small', word, { accepted, personal });
    if (field.max !== null && scaled > field.max) return refuse('is too large', word, { accepted, personal });
    return { value: natural(scaled, decimals) };
  };
}

function scale({ negative, whole, fraction }: Digits, decimals: number): number {
  return Number(`${negative ? '-' : ''}${whole}${fraction.padEnd(decimals, '0')}`);
}

function acceptedNumber({ decimals, min, max }: Field, mark: '.' | ','): string {
  const shown = (scaled: number): string => {
    const [whole = '', fraction] = String(natural(scaled, decimals)).split('.');
    return fraction === undefined ? whole : `${whole}${mark}${fraction}`;
  };
  const kind =
    decimals === 0 ? 'a whole number' : `a number with at most ${places(decimals)} after \`${mark}\``;
  return `${kind} from ${shown(there(min, 'min'))} to ${shown(there(max, 'max'))}`;
}

function places(decimals: number): string {
  return decimals === 1 ? '1 decimal' : `${decimals} decimals`;
}

function readText({ max_length: most, personal }: Field): ReadWord {
  return (word) => {
    if (most === null || word.length <= most || Array.from(word).length <= most) return { value: word };
    return refuse(`is longer than ${most} characters`, word, {
      accepted: `a text of at most ${most}`,
      personal,
    });
  };
}

function readDay({ personal }: Field, { dates }: Habits): ReadWord {
  const accepted = `a date such as ${shapes[dates]}`;
  return (word) => {
    const value = readDate(word, dates);
    return value === undefined ? refuse('is not a date', word, { accepted, personal }) : { value };
  };
}

function readInstant({ personal }: Field, habits: Habits): ReadWord {
  const readTime = momentReader(habits);
  return (word) => readTime(word, personal);
}

/** How moments of this export are read, into epoch milliseconds. */
export function momentReader({
  dates,
  zone,
}: Pick<Habits, 'dates' | 'zone'>): (word: string, personal: boolean) => Read<number> {
  const accepted = `a moment such as ${shapes[dates]} 09:30`;
  return (word, personal) => {
    const value = readMoment(word, { order: dates, zone });
    return value === undefined ? refuse('is not a moment', word, { accepted, personal }) : { value };
  };
}

/** A count of events: a whole number from 0. */
export function countReader(mark: '.' | ','): (word: string, personal: boolean) => Read<number> {
  const accepted = `a whole number from 0 to ${mostEvents}`;
  return (word, personal) => {
    const digits = readDigits(word, mark);
    if (!digits || digits.fraction !== '' || digits.negative)
      return refuse('does not say how often', word, { accepted, personal });
    const value = Number(digits.whole);
    return value > mostEvents ? refuse('is too often', word, { accepted, personal }) : { value };
  };
}

/** The columns that feed a personal field: what stands in them is never repeated. */
export function personalColumns(agreement: Agreement, mapping: Mapping): ReadonlySet<string> {
  const fields = personalOnes(mapping.fields, agreement.fields);
  const properties = mapping.events.flatMap((event) => {
    return personalOnes(event.properties, foundIn(agreement.events, event.event).properties);
  });
  return new Set([...fields, ...properties].flatMap(({ column }) => column ?? []));
}

function personalOnes(mapped: readonly MappedField[], fields: readonly Field[]): readonly MappedField[] {
  return mapped.filter(({ field }) => fields.some(({ id, personal }) => personal && id === field));
}
