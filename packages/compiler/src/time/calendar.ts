import { there } from '../found.ts';
import { day, minute } from './duration.ts';
import { atWall, toLocal, tzdbVersion, zonesKnownUntil } from './zones.ts';

/** Hours of one day as minutes after local midnight, `[open, close)`; 1440 is the next midnight. */
export type Span = { readonly open: number; readonly close: number };

/** When a team works, on its own wall clock. */
export type CalendarSpec = {
  readonly zone: string;
  /** Seven entries, Monday first. */
  readonly hours: readonly (readonly Span[])[];
  /** Closed dates, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  /** Dates with hours of their own, which also win over a holiday. */
  readonly special: readonly { readonly date: string; readonly hours: readonly Span[] }[];
};

/**
 * A calendar with its zone resolved: open from `opens[i]` up to, not including, `closes[i]`, in
 * epoch milliseconds, sorted and apart. It speaks for `[from, until)` only.
 */
export interface CalendarTable {
  readonly zone: string;
  readonly tzdb: string;
  readonly from: number;
  readonly until: number;
  readonly opens: readonly number[];
  readonly closes: readonly number[];
}

type Interval = { readonly open: number; readonly close: number };
type LocalDate = { readonly year: number; readonly month: number; readonly day: number };

/**
 * Resolves a calendar into UTC intervals between two instants.
 *
 * ```ts
 * const nineToFive = [{ open: 9 * 60, close: 17 * 60 }];
 * const spec = { zone: 'Europe/Berlin', hours: Array(7).fill(nineToFive), holidays: [], special: [] };
 * compileCalendar(spec, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2));
 * // opens: [Date.UTC(2026, 0, 1, 8)], closes: [Date.UTC(2026, 0, 1, 16)]
 * ```
 *
 * An end that the clock skips moves later by the gap, so a span that lies in the gap vanishes.
 */
export function compileCalendar(spec: CalendarSpec, from: number, until: number): CalendarTable {
  if (until > zonesKnownUntil) throw new RangeError('The zone data ends before the calendar does');
  const merged = merge(intervalsOf(spec, from, until));
  return {
    zone: spec.zone,
    tzdb: tzdbVersion,
    from,
    until,
    opens: merged.map(({ open }) => open),
    closes: merged.map(({ close }) => close),
  };
}

/** By the UTC midnight of their dates. */
function exceptionsOf({ holidays, special }: CalendarSpec): ReadonlyMap<number, readonly Span[]> {
  const exceptions = new Map<number, readonly Span[]>(holidays.map((date) => [Date.parse(date), []]));
  for (const { date, hours } of special) exceptions.set(Date.parse(date), hours);
  return exceptions;
}

/**
 * The local dates from `from` to `until`, each as the UTC midnight of the same date. One more at
 * either end, because a change of the clock around midnight moves hours to the neighbouring date.
 */
function datesAround(zone: string, from: number, until: number): number[] {
  const first = midnightOf(toLocal(zone, from));
  const last = midnightOf(toLocal(zone, until));
  const dates: number[] = [];
  for (let date = first - day; date <= last + day; date += day) dates.push(date);
  return dates;
}

function midnightOf({ year, month, day }: LocalDate): number {
  return Date.UTC(year, month - 1, day);
}

/** Loops in place of lists of lists: four calendars of eight years have 12,000 days. */
function intervalsOf(spec: CalendarSpec, from: number, until: number): Interval[] {
  const { zone, hours } = spec;
  const exceptions = exceptionsOf(spec);
  const intervals: Interval[] = [];
  for (const midnight of datesAround(zone, from, until)) {
    const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
    for (const span of exceptions.get(midnight) ?? there(hours[weekday], 'weekday')) {
      const first = atWall(zone, midnight + span.open * minute);
      const last = atWall(zone, midnight + span.close * minute);
      if (first.skipped && last.skipped) continue;
      const open = Math.max(first.instant, from);
      const close = Math.min(last.instant, until);
      if (open < close) intervals.push({ open, close });
    }
  }
  return intervals;
}

function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.open - b.open)) {
    const last = merged.at(-1);
    if (!last || last.close < next.open) merged.push(next);
    else merged[merged.length - 1] = { open: last.open, close: Math.max(last.close, next.close) };
  }
  return merged;
}
