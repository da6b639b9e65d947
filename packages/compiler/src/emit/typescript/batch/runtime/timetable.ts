import { type Calendar, hoursOf } from '../../runtime/calendar.ts';

/** A calendar in typed arrays, with where to begin to look. */
export interface Timetable {
  readonly from: number;
  readonly until: number;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** The working time until each closing, since the beginning. */
  readonly work: Float64Array;
  /** Before how many days since 1970 the first interval closes; and for each day, the first interval that closes after its beginning. */
  readonly firstDay: number;
  readonly byDay: Int32Array;
  /** For each hour of work, the first interval in whose course it ends. */
  readonly byHour: Int32Array;
}

const msADay = 86_400_000;
const msAnHour = 3_600_000;
const timetables = new Map<Calendar, Timetable>();
const latest: { calendar: Calendar | null; table: Timetable | null } = { calendar: null, table: null };

/** The timetable of a calendar, made when it is first asked for; `null` is open day and night. */
export function timetableOf(calendar: Calendar | null): Timetable | null {
  if (calendar === latest.calendar) return latest.table;
  latest.table = calendar === null ? null : (timetables.get(calendar) ?? makeTimetable(calendar));
  latest.calendar = calendar;
  return latest.table;
}

function makeTimetable(calendar: Calendar): Timetable {
  const hours = hoursOf(calendar);
  const closes = Float64Array.from(hours.closes);
  const work = Float64Array.from(hours.work);
  const firstDay = Math.floor((closes[0] ?? 0) / msADay);
  const days = Math.max(0, Math.floor((closes[closes.length - 1] ?? 0) / msADay) - firstDay + 2);
  const workHours = Math.floor((work[work.length - 1] ?? 0) / msAnHour) + 2;
  const made = {
    from: calendar.from,
    until: calendar.until,
    opens: Float64Array.from(hours.opens),
    closes,
    work,
    firstDay,
    byDay: firstBeyond(closes, { count: days, start: firstDay * msADay, step: msADay }),
    byHour: firstBeyond(work, { count: workHours, start: -1, step: msAnHour }),
  };
  timetables.set(calendar, made);
  return made;
}

/** For each step, how many numbers of the sorted list are at most where it starts. */
function firstBeyond(
  sorted: Float64Array,
  { count, start, step }: { readonly count: number; readonly start: number; readonly step: number },
): Int32Array {
  let index = 0;
  return Int32Array.from({ length: count }, (_, number) => {
    while (index < sorted.length && (sorted[index] as number) <= start + number * step) index++;
    return index;
  });
}

/** The first interval that closes after a moment; so many as there are if none does. */
export function intervalAfter({ closes, firstDay, byDay }: Timetable, moment: number): number {
  const day = Math.floor(moment / 86_400_000) - firstDay;
  if (day >= byDay.length) return closes.length;
  let index = day < 0 ? 0 : (byDay[day] as number);
  while (index < closes.length && (closes[index] as number) <= moment) index++;
  return index;
}

/** The working time from the beginning of the calendar to a moment. */
export function workBefore(table: Timetable, moment: number): number {
  const index = intervalAfter(table, moment);
  const before = index === 0 ? 0 : (table.work[index - 1] as number);
  if (index === table.closes.length) return before;
  const open = table.opens[index] as number;
  return open >= moment ? before : before + moment - open;
}

/** The moment by which so much work since the beginning is done; NaN if the calendar ends before. */
export function momentOfWork({ closes, work, byHour }: Timetable, target: number): number {
  const hour = Math.floor(target / 3_600_000);
  if (hour >= byHour.length) return NaN;
  let index = byHour[hour] as number;
  while (index < work.length && (work[index] as number) < target) index++;
  return index === work.length ? NaN : (closes[index] as number) - ((work[index] as number) - target);
}
