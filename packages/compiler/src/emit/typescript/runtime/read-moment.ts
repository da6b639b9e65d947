import type { Problem } from './types.ts';

const firstMoment = -62_135_596_800_000;
const lastMoment = 253_402_300_799_999;
const momentText =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const momentHint =
  'must be a moment with its zone, such as 2026-11-20T10:00:00Z, or whole milliseconds since 1970, in the years 1 to 9999';

/** A moment in milliseconds. What is neither text nor a number was noted before. */
export function readMoment(value: unknown, at: string, problems: Problem[]): number | null {
  const moment = typeof value === 'string' ? momentOfText(value) : value;
  if (moment !== null && typeof moment !== 'number') return null;
  if (moment !== null && Number.isInteger(moment) && firstMoment <= moment && moment <= lastMoment) {
    return moment + 0;
  }
  if (value !== null) problems.push({ at, message: momentHint });
  return null;
}

/** The first moment of a day in UTC. */
export function readDay(value: unknown, at: string, problems: Problem[]): number | null {
  if (typeof value !== 'string') return null;
  const day = dayOfText(value);
  if (day === null) problems.push({ at, message: 'must be a day, such as 2026-11-20' });
  return day;
}

function momentOfText(text: string): number | null {
  const [, date = '', hours, minutes, seconds = '0', fraction = '', sign, ahead = '0', aheadMinutes = '0'] =
    momentText.exec(text) ?? [];
  const midnight = dayOfText(date);
  const time = clockTime(Number(hours), Number(minutes));
  const offset = clockTime(Number(ahead), Number(aheadMinutes));
  if (midnight === null || time === null || offset === null || Number(seconds) > 59) return null;
  const ms = Number(seconds) * 1000 + Number(fraction.padEnd(3, '0'));
  return midnight + time + ms - (sign === '-' ? -offset : offset);
}

function dayOfText(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const midnight = Date.parse(text + 'T00:00:00.000Z');
  const exists = midnight >= firstMoment && new Date(midnight).getUTCDate() === Number(text.slice(8));
  return exists ? midnight : null;
}

function clockTime(hours: number, minutes: number): number | null {
  return hours <= 23 && minutes <= 59 ? (hours * 60 + minutes) * 60_000 : null;
}
