import { there } from '../found.ts';
import type { InForce } from '../ir/types.ts';
import { toLocal } from '../time/index.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Monday first. */
export const weekdayName = (index: number): string => there(weekdays[index], `weekday ${index}`);

const pad = (n: number) => String(n).padStart(2, '0');

/** `2026-10-01` → `1 October 2026`. */
export function isoDate(iso: string): string {
  const [year, month, dayOfMonth] = iso.split('-').map(Number);
  return `${dayOfMonth} ${months[Number(month) - 1]} ${year}`;
}

/** A date as conditions hold it: the moment 00:00 UTC of its day. */
export const utcDate = (ms: number): string => isoDate(new Date(ms).toISOString().slice(0, 10));

/** The day of a moment in a zone. */
export function localDate(ms: number, zone: string): string {
  const { year, month, day } = toLocal(zone, ms);
  return isoDate(`${year}-${pad(month)}-${pad(day)}`);
}

/** `24 November 2026, 09:30`; midnight is left out. */
export function moment(ms: number, zone: string): string {
  const { hour, minute } = toLocal(zone, ms);
  const date = localDate(ms, zone);
  return hour === 0 && minute === 0 ? date : `${date}, ${pad(hour)}:${pad(minute)}`;
}

/** Minutes after midnight: `09:30`, and `24:00` at the end of the day. */
export const clockTime = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** `from 1 December 2026 to 31 March 2027`, both days included. */
export function inForce({ from, until }: InForce, zone: string): string {
  const first = from === null ? null : localDate(from, zone);
  const last = until === null ? null : localDate(until - 1, zone);
  if (first !== null && last !== null) return `from ${first} to ${last}`;
  return first === null ? `until ${last}` : `from ${first}`;
}
