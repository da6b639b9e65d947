import { daysOf } from '../model/arrivals.ts';
import type { Model } from '../model/types.ts';
import { always, type Hours, hoursOf } from '../time/hours.ts';
import { daySeconds } from '../time/units.ts';

/** The hours of each calendar by name. */
export function hoursByName(model: Model): ReadonlyMap<string, Hours> {
  const known = model.calendars.map((calendar) => [calendar.id, hoursOf(calendar, model.origin)] as const);
  return new Map([...known, ['always', always]]);
}

/** Hours that are so far apart are of two working days, wherever on earth it is midnight then. */
const night = 5 * 3600;

/** How many seconds of work are in a period of a calendar: of days only those count on which it is open. */
export function workIn(hours: Hours, days: number, per: Model['desks'][number]['per']): number {
  const end = days * daySeconds;
  const work = hours === always ? end : hours.workAt(end);
  if (per.unit !== 'day') return (work * daysOf(per)) / days;
  let open = 0;
  for (let i = 0; i < hours.opens.length && (hours.opens[i] as number) < end; i++)
    if (i === 0 || (hours.opens[i] as number) - (hours.closes[i - 1] as number) >= night) open++;
  return (work * per.count) / Math.max(1, open, work / daySeconds);
}
