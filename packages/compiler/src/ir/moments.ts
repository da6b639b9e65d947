const minute = 60_000;

/** The moments that a lead can speak of: the years 1 to 9999, which every database has. */
const first = Date.parse('0001-01-01T00:00:00.000Z');
const last = Date.parse('9999-12-31T23:59:59.999Z');

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * A moment in milliseconds since 1970: a whole number of them, or ISO 8601 with its zone, with or without seconds
 * and up to three decimals of them. `undefined` for anything else, and for days and times that no calendar has.
 *
 * ```ts
 * parseMoment('2026-11-20T10:00:00Z'); // 1795168800000
 * parseMoment('2026-11-20T10:00'); // undefined: no zone
 * ```
 */
export function parseMoment(value: unknown): number | undefined {
  const moment = typeof value === 'string' ? momentOfText(value) : value;
  if (typeof moment !== 'number' || !Number.isInteger(moment)) return undefined;
  return first <= moment && moment <= last ? moment + 0 : undefined;
}

/** 00:00 UTC of a day written `YYYY-MM-DD`; `undefined` if there is no such day. */
export function parseDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const midnight = Date.parse(`${text}T00:00:00.000Z`);
  const exists = midnight >= first && new Date(midnight).getUTCDate() === Number(text.slice(8));
  return exists ? midnight : undefined;
}

function momentOfText(text: string): number | undefined {
  const [, date = '', hours, minutes, seconds = 0, fraction = '', sign, ahead = 0, aheadMinutes = 0] =
    shape.exec(text) ?? [];
  const midnight = parseDay(date);
  const time = clockTime(Number(hours), Number(minutes));
  const offset = clockTime(Number(ahead), Number(aheadMinutes));
  if (midnight === undefined || time === undefined || offset === undefined) return undefined;
  if (Number(seconds) > 59) return undefined;
  const ms = Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'));
  return midnight + time + ms - (sign === '-' ? -offset : offset);
}

function clockTime(hours: number, minutes: number): number | undefined {
  return hours <= 23 && minutes <= 59 ? (hours * 60 + minutes) * minute : undefined;
}
