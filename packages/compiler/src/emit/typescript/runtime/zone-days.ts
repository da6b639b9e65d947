import { type Calendar, unpacked } from './calendar.ts';
import type { CalendarId, SlaStatus } from './types.ts';

/** What a calendar says of days. Moments and days are counted from the beginning of the calendar. */
export interface CalendarDays {
  readonly id: CalendarId;
  readonly zone: SlaStatus['zone'];
  /** The offset from UTC at first; then of each change of it: so long after the one before, and the offset then. */
  readonly offsets: string;
  /** Days that are not as their weekday is: a name, and the days that bear it, each so many after the one before. */
  readonly named: readonly (string | null)[];
}

/** Days are counted from 1970. */
export interface ZoneDays {
  /** The day on the zone's wall clock. */
  readonly dayOf: (moment: number) => number;
  /** The moment at which a day begins there. */
  readonly beginOf: (day: number) => number;
  /** The name of a day that is not as its weekday is; `undefined` for all others. */
  readonly nameOf: (day: number) => string | null | undefined;
}

const dayLength = 86_400_000;

export function zoneDays({ from }: Calendar, { offsets, named }: CalendarDays): ZoneDays {
  const [unit, numbers] = unpacked(offsets);
  const first = (numbers[0] as number) * unit;
  const changes: (readonly [at: number, before: number, offset: number])[] = [];
  for (let index = 1, at = from, before = first; index < numbers.length; index += 2) {
    at += (numbers[index] as number) * unit;
    changes.push([at, before, (before = (numbers[index + 1] as number) * unit)]);
  }
  const names = new Map<number, string | null>();
  for (let index = 0; index < named.length; index += 2) {
    let day = Math.floor(from / dayLength);
    for (const step of (named[index + 1] as string).split(' '))
      names.set((day += parseInt(step, 36)), named[index] as string | null);
  }
  return {
    dayOf: (moment) => {
      let now = first;
      for (const [at, , offset] of changes) if (at <= moment) now = offset;
      return Math.floor((moment + now) / dayLength);
    },
    beginOf: (day) => {
      const wall = day * dayLength;
      let moment = wall - first;
      for (const [at, before, offset] of changes)
        if (wall >= at + before) moment = Math.max(wall - offset, at);
      return moment;
    },
    nameOf: (day) => names.get(day),
  };
}

/** A day as `2026-11-20`. */
export function dateOf(day: number): string {
  return new Date(day * dayLength).toISOString().slice(0, 10);
}
