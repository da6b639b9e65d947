import { compileCalendar, toInstant, toLocal } from '../../src/time/index.ts';
import type { CalendarSpec, CalendarTable, Span } from '../../src/time/index.ts';

export const aroundTheClock: readonly Span[] = [span('00:00', '24:00')];
export const office: readonly Span[] = [span('08:00', '18:00')];
export const splitShift: readonly Span[] = [span('08:00', '13:00'), span('14:00', '18:00')];

/** `span('08:00', '24:00')` is `{ open: 480, close: 1440 }`. */
export function span(open: string, close: string): Span {
  return { open: minutes(open), close: minutes(close) };
}

export function everyDay(hours: readonly Span[]): readonly (readonly Span[])[] {
  return Array.from({ length: 7 }, () => hours);
}

export function weekdays(hours: readonly Span[]): readonly (readonly Span[])[] {
  return [hours, hours, hours, hours, hours, [], []];
}

export function calendar(zone: string, parts: Partial<CalendarSpec> = {}): CalendarSpec {
  return { zone, hours: weekdays(office), holidays: [], special: [], ...parts };
}

/** The table of a calendar between two local readings such as `2026-03-29T00:00`. */
export function tableOf(spec: CalendarSpec, from: string, until: string): CalendarTable {
  return compileCalendar(spec, at(spec.zone, from), at(spec.zone, until));
}

/** The instant of a local reading such as `2026-03-29T02:30` or `2026-03-29T02:30:15`. */
export function at(zone: string, reading: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = reading.split(/\D/).map(Number);
  return toInstant(zone, { year, month, day, hour, minute, second });
}

/** What the clock of the zone shows, as `2026-03-29T02:30:15`. */
export function reading(zone: string, instant: number | undefined): string {
  if (instant === undefined) return 'never';
  const { year, month, day, hour, minute, second } = toLocal(zone, instant);
  const [mm, dd, h, m, s] = [month, day, hour, minute, second].map((part) => `${part}`.padStart(2, '0'));
  return `${year}-${mm}-${dd}T${h}:${m}:${s}`;
}

/** The open intervals in UTC, as `03-29T01:00 03-29T16:00`. */
export function utc({ opens, closes }: CalendarTable): string[] {
  return opens.map((open, index) => `${short(open)} ${short(closes[index] ?? NaN)}`);
}

function short(instant: number): string {
  return new Date(instant).toISOString().slice(5, 16);
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
