import { type Calendar, unpackIntervals } from '@smarketing/compiler/ir';
import { dayOf, daySeconds, never } from './units.ts';

/**
 * The opening hours of a calendar in seconds since a run began. Working time is a number of its own: how many seconds the
 * calendar was open since then. Desks count in it, so that nights and holidays cost nothing.
 */
export class Hours {
  readonly opens: Int32Array;
  readonly closes: Int32Array;
  /** The working time at the end of each interval. */
  readonly work: Int32Array;
  /** The first interval that closes after the beginning of each day. */
  readonly #byDay: Int32Array;

  constructor(opens: Int32Array, closes: Int32Array) {
    this.opens = opens;
    this.closes = closes;
    this.work = new Int32Array(opens.length);
    let total = 0;
    for (let i = 0; i < opens.length; i++) {
      total += (closes[i] as number) - (opens[i] as number);
      this.work[i] = total;
    }
    const days = Math.ceil(((closes.at(-1) ?? 0) + 1) / daySeconds) + 1;
    this.#byDay = new Int32Array(days);
    for (let day = 0, i = 0; day < days; day++) {
      while (i < closes.length && (closes[i] as number) <= day * daySeconds) i++;
      this.#byDay[day] = i;
    }
  }

  /** The first interval that closes after `t`. */
  #after(t: number): number {
    const day = Math.max(0, dayOf(t));
    if (day >= this.#byDay.length) return this.closes.length;
    let i = this.#byDay[day] as number;
    while (i < this.closes.length && (this.closes[i] as number) <= t) i++;
    return i;
  }

  /** The working time at a moment. */
  workAt(t: number): number {
    return this.#workIn(this.#after(t), t);
  }

  /** The working time at a moment before the end of this interval, and after the one before. */
  #workIn(i: number, t: number): number {
    const before = i === 0 ? 0 : (this.work[i - 1] as number);
    const open = i < this.opens.length ? (this.opens[i] as number) : never;
    return t > open ? before + t - open : before;
  }

  /** The first moment from `t` on at which it is open; `never` where the calendar ends before. */
  openFrom(t: number): number {
    const i = this.#after(t);
    if (i >= this.opens.length) return never;
    const open = this.opens[i] as number;
    return t > open ? t : open;
  }

  /** The first moment at which `need` seconds of working time are over since `t`: at closing, if they are over then. */
  deadline(t: number, need: number): number {
    if (need <= 0) return t;
    let i = this.#after(t);
    const target = this.#workIn(i, t) + need;
    const { work } = this;
    while (i < work.length && (work[i] as number) < target) i++; // few: work and promises are over within days
    return i < work.length ? (this.closes[i] as number) - ((work[i] as number) - target) : never;
  }
}

/** Open day and night. */
export const always = new Hours(Int32Array.of(0), Int32Array.of(never - 1));

/** The hours of a calendar, from `origin` (ms) on; the intervals that end before it are left out. */
export function hoursOf(calendar: Calendar, origin: number): Hours {
  const { opens, closes } = unpackIntervals(calendar.intervals);
  const seconds = (ms: number): number => Math.max(0, Math.min(never - 1, Math.round((ms - origin) / 1000)));
  const first = closes.findIndex((close) => close > origin);
  const from = first < 0 ? closes.length : first;
  return new Hours(Int32Array.from(opens.slice(from), seconds), Int32Array.from(closes.slice(from), seconds));
}
