import { there } from '../found.ts';
import { day, minute } from './duration.ts';
import { atWall, offsetAt, stretchAt, tzdbVersion, zonesKnownUntil } from './zones.ts';

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

type Intervals = Pick<CalendarTable, 'opens' | 'closes'>;

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
  const intervals = intervalsOf(spec, from, until);
  return {
    zone: spec.zone,
    tzdb: tzdbVersion,
    from,
    until,
    ...(areApart(intervals) ? intervals : merge(intervals)),
  };
}

/** By the days since 1970. */
function exceptionsOf({ holidays, special }: CalendarSpec): ReadonlyMap<number, readonly Span[]> {
  const exceptions = new Map<number, readonly Span[]>(holidays.map((date) => [Date.parse(date) / day, []]));
  for (const { date, hours } of special) exceptions.set(Date.parse(date) / day, hours);
  return exceptions;
}

/** The date at an instant, as days since 1970. */
function dateAt(zone: string, instant: number): number {
  return Math.floor((instant + offsetAt(zone, instant)) / day);
}

/** One date more at either end: a change of the clock around midnight moves hours to the neighbouring date. */
function intervalsOf(spec: CalendarSpec, from: number, until: number): Intervals {
  const { zone, hours } = spec;
  const exceptions = exceptionsOf(spec);
  const [opens, closes]: [number[], number[]] = [[], []];
  const last = dateAt(zone, until) + 1;
  let date = dateAt(zone, from) - 1;
  let stretch = stretchAt(zone, date * day);
  for (; date <= last; date++) {
    const midnight = date * day;
    if (midnight >= stretch.until) stretch = stretchAt(zone, midnight);
    const weekday = (((date + 3) % 7) + 7) % 7; // 1 January 1970 was a Thursday
    for (const span of exceptions.get(date) ?? there(hours[weekday], 'weekday')) {
      let open = midnight + span.open * minute;
      let close = midnight + span.close * minute;
      if (stretch.from <= open && close < stretch.until) {
        open -= stretch.offset;
        close -= stretch.offset;
      } else {
        const [begin, end] = [atWall(zone, open), atWall(zone, close)];
        if (begin.skipped && end.skipped) continue;
        open = begin.instant;
        close = end.instant;
      }
      open = Math.max(open, from);
      close = Math.min(close, until);
      if (open >= close) continue;
      opens.push(open);
      closes.push(close);
    }
  }
  return { opens, closes };
}

/** Whether each closes before the next one opens. */
function areApart({ opens, closes }: Intervals): boolean {
  return opens.every((open, index) => index === 0 || (closes[index - 1] as number) < open);
}

function merge({ opens, closes }: Intervals): Intervals {
  const merged: { open: number; close: number }[] = [];
  const intervals = opens.map((open, index) => ({ open, close: closes[index] as number }));
  for (const next of intervals.toSorted((a, b) => a.open - b.open)) {
    const last = merged.at(-1);
    if (!last || last.close < next.open) merged.push(next);
    else last.close = Math.max(last.close, next.close);
  }
  return { opens: merged.map(({ open }) => open), closes: merged.map(({ close }) => close) };
}
