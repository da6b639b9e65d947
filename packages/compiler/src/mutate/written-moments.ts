import { day, hour, minute } from '../time/duration.ts';
import { offsetAt, toInstant } from '../time/zones.ts';

/** `10 days ago`, where that is short. */
export function ago(ms: number): string | undefined {
  const [length, unit] =
    ms % day === 0 ? [day, 'day'] : ms % hour === 0 ? [hour, 'hour'] : [minute, 'minute'];
  const count = ms / length;
  if (!Number.isInteger(count) || count < 1 || (length < day && count > 90)) return undefined;
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/** `2026-11-24 10:00` by the clock of the zone; with its offset where the clock is turned back. */
export function wall(moment: number, zone: string): string {
  const local = new Date(moment + offsetAt(zone, moment));
  const [year, month, date] = [local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate()];
  const clock = { hour: local.getUTCHours(), minute: local.getUTCMinutes() };
  const back = toInstant(zone, { year, month, day: date, ...clock });
  if (back !== moment) return withOffset(moment, zone);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-11-24T10:00:00+01:00`. */
export function withOffset(moment: number, zone: string): string {
  const offset = offsetAt(zone, moment);
  const minutes = Math.round(Math.abs(offset) / minute);
  const sign = offset < 0 ? '-' : '+';
  const local = new Date(moment + offset).toISOString();
  const text = local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23);
  return `${text}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
