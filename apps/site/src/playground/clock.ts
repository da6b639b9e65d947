import { isoDate } from '@smarketing/compiler/words';
import type { ZoneTable } from './types.ts';

const minute = 60_000;
const day = 86_400_000;

/** How far ahead of UTC a zone's clocks are at a moment, in milliseconds. */
function offsetAt(zone: ZoneTable, at: number): number {
  const entry = zone.findLast(([from]) => from <= at) ?? zone[0];
  return (entry?.[1] ?? 0) * minute;
}

/**
 * A moment as the clocks of a zone show it: `2026-11-24T09:30`, with seconds where it has any.
 *
 * ```ts
 * toWall([[0, 60]], Date.UTC(2026, 10, 24, 8, 30)) // '2026-11-24T09:30'
 * ```
 */
export function toWall(zone: ZoneTable, at: number): string {
  const text = new Date(at + offsetAt(zone, at)).toISOString().slice(0, -1);
  return text.replace(/(?::00)?\.000$/u, '');
}

/** The moment at which the clocks of a zone show this: in a repeated hour the first, in a skipped one the later. */
export function fromWall(zone: ZoneTable, wall: string): number {
  const local = Date.parse(`${wall}Z`);
  const before = offsetAt(zone, local - day);
  const after = offsetAt(zone, local + day);
  const isAfter = offsetAt(zone, local - before) !== before && offsetAt(zone, local - after) === after;
  return local - (isAfter ? after : before);
}

/** `24 November 2026, 09:30`. */
export function momentWords(zone: ZoneTable, at: number): string {
  const wall = toWall(zone, at);
  return `${isoDate(wall.slice(0, 10))}, ${wall.slice(11, 16)}`;
}

/** `09:30`. */
export const timeWords = (zone: ZoneTable, at: number): string => toWall(zone, at).slice(11, 16);

/** The day in a zone: `2026-11-24`. */
export const dayOf = (zone: ZoneTable, at: number): string => toWall(zone, at).slice(0, 10);

/** A length as people say it, to the minute: `2 days 3 hours`, `45 minutes`, `30 seconds`. */
export function lengthWords(ms: number): string {
  if (ms < minute) return counted(Math.floor(ms / 1000), 'second');
  const minutes = Math.floor(ms / minute);
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => counted(n, unit));
  return said.slice(0, 2).join(' ');
}

const counted = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;
