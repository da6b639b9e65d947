import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import type { CalendarSpec } from '../../src/time/index.ts';
import type { Task } from './workload.ts';

/** Deadlines of a calendar. */
export type Deadline = (task: Task) => number;

type Day = { readonly open: number; readonly close: number };

interface Hours {
  readonly zone: string;
  readonly of: (date: string, weekday: number) => readonly Day[];
}

function hoursOf({ zone, hours, holidays, special }: CalendarSpec): Hours {
  const exceptions = new Map<string, readonly Day[]>(holidays.map((date) => [date, []]));
  for (const { date, hours: own } of special) exceptions.set(date, own);
  return { zone, of: (date, weekday) => exceptions.get(date) ?? hours[weekday - 1] ?? [] };
}

/** As one writes it with Temporal: from day to day, each opening and closing an instant of its zone. */
export function temporalDeadline(spec: CalendarSpec): Deadline {
  const { zone, of } = hoursOf(spec);
  return ({ start, work }) => {
    let left = work;
    let day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate();
    for (;;) {
      const today = day;
      const at = (minutes: number): number =>
        today
          .toZonedDateTime({
            timeZone: zone,
            plainTime: { hour: Math.floor(minutes / 60), minute: minutes % 60 },
          })
          .toInstant().epochMilliseconds;
      for (const { open, close } of of(today.toString(), today.dayOfWeek)) {
        const [opens, closes] = [Math.max(at(open), start), at(close)];
        if (closes <= opens) continue;
        if (left <= closes - opens) return opens + left;
        left -= closes - opens;
      }
      day = today.add({ days: 1 });
    }
  };
}

/** The same with luxon. */
export function luxonDeadline(spec: CalendarSpec): Deadline {
  const { zone, of } = hoursOf(spec);
  return ({ start, work }) => {
    let left = work;
    let day = DateTime.fromMillis(start, { zone }).startOf('day');
    for (;;) {
      const today = day;
      const at = (minutes: number): number =>
        today.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
      for (const { open, close } of of(today.toISODate() ?? '', today.weekday)) {
        const [opens, closes] = [Math.max(at(open), start), at(close)];
        if (closes <= opens) continue;
        if (left <= closes - opens) return opens + left;
        left -= closes - opens;
      }
      day = today.plus({ days: 1 });
    }
  };
}
