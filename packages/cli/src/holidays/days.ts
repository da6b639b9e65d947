import type { HolidaysTypes } from 'date-holidays';

/** A day on which a place is closed. */
export interface Day {
  readonly date: string;
  readonly name: string;
}

const hour = 3_600_000;
const day = 24 * hour;
/** A day on which clocks change is shorter. */
const wholeDay = 23 * hour;

/** The days of public holidays, in order; what lasts several days gives each of them, half days are left out. */
export function closedDays(holidays: readonly HolidaysTypes.Holiday[]): readonly Day[] {
  const names = new Map<string, string[]>();
  for (const { type, date, start, end, name } of holidays) {
    const length = end.getTime() - start.getTime();
    if (type !== 'public' || length < wholeDay) continue;
    for (let index = 0; index < Math.round(length / day); index++) {
      const at = new Date(Date.parse(date.slice(0, 10)) + index * day).toISOString().slice(0, 10);
      names.set(at, [...(names.get(at) ?? []), name]);
    }
  }
  return [...names]
    .map(([date, all]) => ({ date, name: all.join(' and ') }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
