import { type LocalTime, toInstant } from '../time/zones.ts';

/** How an export writes dates. A date that begins with the year is read under each of them. */
export type DateOrder = 'iso' | 'dmy' | 'mdy';

interface Written {
  readonly date: Day;
  /** `null`: a date alone. */
  readonly time: TimeOfDay | null;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** Minutes east of UTC; `null`: not written. */
  readonly offset: number | null;
}

const yearFirst = /^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?=$|[T ])/;
const yearLast = /^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?=$|[T ,])/;
const timeOfDay =
  /^,?[T ] ?([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|[-+][0-9]{2}:?[0-9]{2}))?$/i;

/**
 * The day as `YYYY-MM-DD`; `undefined` when it is none, or when a time other than midnight stands beside it.
 *
 * ```ts
 * readDate('3/11/2026', 'dmy'); // '2026-11-03'
 * ```
 */
export function readDate(text: string, order: DateOrder): string | undefined {
  const written = read(text, order);
  if (!written) return undefined;
  const { date, time } = written;
  if (time && (time.hour !== 0 || time.minute !== 0 || time.second !== 0 || time.ms !== 0)) return undefined;
  return new Date(Date.UTC(date.year, date.month - 1, date.day)).toISOString().slice(0, 10);
}

/**
 * The moment in epoch milliseconds: by its own offset, else on the wall clock of `zone`; a date alone is the start of its day.
 *
 * ```ts
 * readMoment('2026-11-03 09:30', { order: 'iso', zone: 'Europe/Berlin' }); // Date.UTC(2026, 10, 3, 8, 30)
 * ```
 */
export function readMoment(
  text: string,
  { order, zone }: { readonly order: DateOrder; readonly zone: string },
): number | undefined {
  const written = read(text, order);
  if (!written) return undefined;
  const { date, time } = written;
  if (!time || time.offset === null) return toInstant(zone, localTime(date, time));
  const { hour, minute, second, ms, offset } = time;
  return Date.UTC(date.year, date.month - 1, date.day, hour, minute - offset, second, ms);
}

/** How a date looks in this order, for messages. */
export const shapes: Readonly<Record<DateOrder, string>> = {
  iso: '2026-12-31',
  dmy: '31.12.2026',
  mdy: '12/31/2026',
};

function localTime(date: Day, time: TimeOfDay | null): LocalTime {
  return time ? { ...date, ...time } : { ...date, hour: 0, minute: 0 };
}

function read(text: string, order: DateOrder): Written | undefined {
  const [date, rest] = readDay(text, order);
  if (!date || !exists(date)) return undefined;
  if (rest === '') return { date, time: null };
  const time = readTime(rest);
  return time && { date, time };
}

function readDay(text: string, order: DateOrder): [Day | undefined, rest: string] {
  const first = yearFirst.exec(text);
  if (first) return [numbers(first[1], first[2], first[3]), text.slice(first[0].length)];
  const last = order === 'iso' ? null : yearLast.exec(text);
  if (!last) return [undefined, ''];
  const [day, month] = order === 'dmy' ? [last[1], last[2]] : [last[2], last[1]];
  return [numbers(last[3], month, day), text.slice(last[0].length)];
}

function numbers(year: string | undefined, month: string | undefined, day: string | undefined): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** Years before 1900 and after 2199 are how systems write "never" or "unknown". */
function exists({ year, month, day }: Day): boolean {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function readTime(text: string): TimeOfDay | undefined {
  const found = timeOfDay.exec(text);
  if (!found) return undefined;
  const half = found[5]?.toLowerCase();
  const written = Number(found[1]);
  if (half !== undefined && (written < 1 || written > 12)) return undefined;
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0);
  const time = { hour, minute: Number(found[2]), second: Number(found[3] ?? 0) };
  if (hour > 23 || time.minute > 59 || time.second > 59) return undefined;
  return { ...time, ms: Number((found[4] ?? '').padEnd(3, '0').slice(0, 3)), offset: readOffset(found[6]) };
}

function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (/^[a-z]/i.test(text)) return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(-2));
  return text.startsWith('-') ? -minutes : minutes;
}
