import { there } from '../found.ts';
import { day, minute } from './duration.ts';
import { atWall, offsetAt, type Stretch, stretchAt, tzdbVersion, zonesKnownUntil } from './zones.ts';

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
  addDays(open, new Days(spec));
  return { zone: spec.zone, tzdb: tzdbVersion, from, until, ...open.inOrder() };
}

/** The days of a calendar, by the dates as days since 1970. */
class Days {
  readonly #hours: CalendarSpec['hours'];
  readonly #exceptions: ReadonlyMap<number, readonly Span[]>;
  readonly #weeksWithExceptions: ReadonlySet<number>;
  /** The hours of a week without exceptions, as minutes after its Monday began. */
  readonly week: readonly Span[];

  constructor({ hours, holidays, special }: CalendarSpec) {
    this.#hours = hours;
    this.week = hours.flatMap((spans, weekday) =>
      spans.map(({ open, close }) => ({ open: open + weekday * 1440, close: close + weekday * 1440 })),
    );
    this.#exceptions = new Map([
      ...holidays.map((date) => [Date.parse(date) / day, []] as const),
      ...special.map((one) => [Date.parse(one.date) / day, one.hours] as const),
    ]);
    this.#weeksWithExceptions = new Set([...this.#exceptions.keys()].map(weekOf));
  }

  /** The hours of a date. */
  at(date: number): readonly Span[] {
    return this.#exceptions.get(date) ?? there(this.#hours[date - mondayOf(date)], 'weekday');
  }

  /** Whether a week begins at a date, and has no exceptions. */
  beginsWeek(date: number): boolean {
    return date === mondayOf(date) && !this.#weeksWithExceptions.has(weekOf(date));
  }
}

/** Weeks are counted from the one of 1 January 1970, which was a Thursday. */
function weekOf(date: number): number {
  return Math.floor((date + 3) / 7);
}

function mondayOf(date: number): number {
  return weekOf(date) * 7 - 3;
}

/** The date at an instant, as days since 1970. */
function dateAt(zone: string, instant: number): number {
  return Math.floor((instant + offsetAt(zone, instant)) / day);
}

/** One date more at either end: a change of the clock around midnight moves hours to the neighbouring date. */
function addDays(open: OpenHours, days: Days): void {
  const last = dateAt(open.zone, open.until) + 1;
  let date = dateAt(open.zone, open.from) - 1;
  while (date <= last) {
    const stretch = stretchAt(open.zone, date * day);
    const even = evenDates(stretch, open);
    const next = Math.min(Math.ceil(stretch.until / day), last + 1);
    while (date < next) {
      if (even.from <= date && date + 7 <= even.until && days.beginsWeek(date)) {
        open.addWeek(date * day - stretch.offset, days.week);
        date += 7;
      } else {
        open.addDay(date * day, days.at(date));
        date++;
      }
    }
  }
}

/** The dates that lie within a stretch and within what is asked for. */
function evenDates(stretch: Stretch, open: OpenHours): { readonly from: number; readonly until: number } {
  const from = Math.max(stretch.from, open.from + stretch.offset);
  const until = Math.min(stretch.until - 1, open.until + stretch.offset);
  return { from: Math.ceil(from / day), until: Math.floor(until / day) };
}

/** The hours that are open, in the order of the calendar. */
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

  /** Of a week that begins at an instant, lies within what is asked for, and during which nobody changes the clock. */
  addWeek(start: number, spans: readonly Span[]): void {
    for (let index = 0; index < spans.length; index++) {
      const { open, close } = spans[index] as Span;
      this.#add(start + open * minute, start + close * minute);
    }
  }

  /** Of any day, by what the wall clock reads at its midnight. */
  addDay(midnight: number, spans: readonly Span[]): void {
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

function merged(
  opens: readonly number[],
  closes: readonly number[],
): Pick<CalendarTable, 'opens' | 'closes'> {
  const all: { open: number; close: number }[] = [];
  const intervals = opens.map((open, index) => ({ open, close: closes[index] as number }));
  for (const next of intervals.toSorted((a, b) => a.open - b.open)) {
    const last = all.at(-1);
    if (!last || last.close < next.open) all.push(next);
    else last.close = Math.max(last.close, next.close);
  }
  return { opens: all.map(({ open }) => open), closes: all.map(({ close }) => close) };
}
