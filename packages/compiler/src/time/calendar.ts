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
  const open = new OpenHours(spec.zone, from, until);
  addDays(open, spec);
  return { zone: spec.zone, tzdb: tzdbVersion, from, until, ...open.inOrder() };
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
function addDays(open: OpenHours, spec: CalendarSpec): void {
  const { zone, from, until } = open;
  const exceptions = exceptionsOf(spec);
  const last = dateAt(zone, until) + 1;
  let date = dateAt(zone, from) - 1;
  let stretch = stretchAt(zone, date * day);
  for (; date <= last; date++) {
    const midnight = date * day;
    if (midnight >= stretch.until) stretch = stretchAt(zone, midnight);
    const { offset } = stretch;
    const isEven = stretch.from <= midnight && midnight + day < stretch.until;
    const isInside = from <= midnight - offset && midnight + day - offset <= until;
    const weekday = (((date + 3) % 7) + 7) % 7; // 1 January 1970 was a Thursday
    const spans = exceptions.get(date) ?? there(spec.hours[weekday], 'weekday');
    if (isEven && isInside) open.addEven(midnight - offset, spans);
    else open.addUneven(midnight, spans);
  }
}

/** The hours that are open, collected day by day. */
class OpenHours {
  readonly zone: string;
  readonly from: number;
  readonly until: number;
  readonly #opens: number[] = [];
  readonly #closes: number[] = [];

  constructor(zone: string, from: number, until: number) {
    this.zone = zone;
    this.from = from;
    this.until = until;
  }

  /** Of a day that begins at an instant, lies within what is asked for, and during which nobody changes the clock. */
  addEven(start: number, spans: readonly Span[]): void {
    for (let index = 0; index < spans.length; index++) {
      const { open, close } = spans[index] as Span;
      this.#add(start + open * minute, start + close * minute);
    }
  }

  /** Of any day, by what the wall clock reads at its midnight. */
  addUneven(midnight: number, spans: readonly Span[]): void {
    for (const { open, close } of spans) {
      const begin = atWall(this.zone, midnight + open * minute);
      const end = atWall(this.zone, midnight + close * minute);
      if (begin.skipped && end.skipped) continue;
      this.#add(Math.max(begin.instant, this.from), Math.min(end.instant, this.until));
    }
  }

  /** What opens as the last one closes goes on with it. */
  #add(open: number, close: number): void {
    if (open >= close) return;
    const last = this.#closes.length - 1;
    if (open === this.#closes[last]) this.#closes[last] = close;
    else {
      this.#opens.push(open);
      this.#closes.push(close);
    }
  }

  /** In order and apart, as hours are unless they overlap or are listed in another order. */
  inOrder(): Pick<CalendarTable, 'opens' | 'closes'> {
    const [opens, closes] = [this.#opens, this.#closes];
    for (let index = 1; index < opens.length; index++)
      if ((opens[index] as number) <= (closes[index - 1] as number)) return merged(opens, closes);
    return { opens, closes };
  }
}

function merged(opens: readonly number[], closes: readonly number[]): Pick<CalendarTable, 'opens' | 'closes'> {
  const all: { open: number; close: number }[] = [];
  const intervals = opens.map((open, index) => ({ open, close: closes[index] as number }));
  for (const next of intervals.toSorted((a, b) => a.open - b.open)) {
    const last = all.at(-1);
    if (!last || last.close < next.open) all.push(next);
    else last.close = Math.max(last.close, next.close);
  }
  return { opens: all.map(({ open }) => open), closes: all.map(({ close }) => close) };
}
