import type { Period } from '../ir/types.ts';
import { day, hour, minute } from '../time/duration.ts';

/** What the words for times look like; each parser asks for more. */
export const timeGrammar = {
  duration: /^(0|[1-9]\d{0,7}) ([a-z]+)$/,
  period: /^(?:([1-9]\d{0,2}) )?(day|week|month|quarter|year)s?$/,
  date: /^(\d{4})-(\d{2})-(\d{2})$/,
  hours: /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/,
  moment: /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?)?$/,
} as const;

const units: Readonly<Record<string, number>> = {
  minute,
  minutes: minute,
  hour,
  hours: hour,
  day,
  days: day,
  week: 7 * day,
  weeks: 7 * day,
};

/** The milliseconds of `15 minutes`, `2 hours`, `30 days`, `6 weeks`; at most 100 years. */
export function parseDuration(text: string): number | undefined {
  const [, count, unit] = timeGrammar.duration.exec(text) ?? [];
  const length = unit !== undefined && Object.hasOwn(units, unit) ? units[unit] : undefined;
  const ms = length === undefined ? Number.NaN : Number(count) * length;
  return ms <= 36_525 * day ? ms : undefined;
}

/** The period of `month`, `2 weeks`, `quarter`. */
export function parsePeriod(text: string): Period | undefined {
  const [, count = '1', unit] = timeGrammar.period.exec(text) ?? [];
  return unit === undefined ? undefined : { count: Number(count), unit: unit as Period['unit'] };
}

/** The text itself, when it names a day that exists. */
export function parseDate(text: string): string | undefined {
  return midnightOf(text) === undefined ? undefined : text;
}

/** When a day begins, as if in UTC; `undefined` if it does not exist. */
function midnightOf(text: string): number | undefined {
  const [, year, month, dayOfMonth] = timeGrammar.date.exec(text) ?? [];
  if (Number(year ?? 0) < 1900) return undefined;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth));
  // A day or month that does not exist is another one.
  const date = new Date(midnight);
  const exists = date.getUTCDate() === Number(dayOfMonth) && date.getUTCMonth() === Number(month) - 1;
  return exists ? midnight : undefined;
}

/** A moment as written; without a zone `offset` is `null`, and a place must say which zone is meant. */
export interface MomentText {
  /** As if the wall clock stood in UTC. */
  readonly wall: number;
  /** Milliseconds east of UTC. */
  readonly offset: number | null;
}

/** Reads `2026-12-01`, `2026-12-01 09:30`, `2026-12-01T09:30:00+01:00`, `…Z`, with at most three digits of a second. */
export function parseMoment(text: string): MomentText | undefined {
  const [, dayText = '', hours = '00', minutes = '00', seconds = '00', fraction = '', zone] =
    timeGrammar.moment.exec(text) ?? [];
  const midnight = midnightOf(dayText);
  if (midnight === undefined) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const wall =
    midnight +
    Number(hours) * hour +
    Number(minutes) * minute +
    Number(seconds) * 1000 +
    Number(fraction.padEnd(3, '0'));
  const offset = zone === undefined ? null : parseOffset(zone);
  return offset === undefined ? undefined : { wall, offset };
}

function parseOffset(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
  if (hours > 18 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * hour + minutes * minute);
}

/** The text itself, when it is a time of the day: `09:30`. */
export function parseTime(text: string): string | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined;
}

/** Minutes after midnight of `09:00-12:30`; `24:00` is the end of the day. */
export function parseHours(text: string): { open: number; close: number } | undefined {
  const [, a, b, c, d] = timeGrammar.hours.exec(text) ?? [];
  const [open, close] = [Number(a) * 60 + Number(b), Number(c) * 60 + Number(d)];
  const proper = Number(b) < 60 && Number(d) < 60 && open < close && close <= 1440;
  return proper ? { open, close } : undefined;
}

/** The count and window of `1 per day`, `3 per 7 days`, or `2` (in all). */
export function parseLimit(input: unknown): { count: number; per_ms: number | null } | undefined {
  if (typeof input === 'number')
    return Number.isInteger(input) && input > 0 ? { count: input, per_ms: null } : undefined;
  const [, count, window] = typeof input === 'string' ? (/^([1-9]\d{0,4}) per (.+)$/.exec(input) ?? []) : [];
  if (window === undefined) return undefined;
  const ms = parseDuration(/^\d/.test(window) ? window : `1 ${window}`);
  return ms === undefined || ms === 0 ? undefined : { count: Number(count), per_ms: ms };
}
