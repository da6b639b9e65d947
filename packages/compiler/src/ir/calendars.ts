import { foundIn } from '../found.ts';
import type { CalendarTable } from '../time/calendar.ts';
import { unpackIntervals } from '../time/encode.ts';
import type { Clock } from './clocks.ts';
import { fold } from './fold.ts';
import type { Agreement, Calendar, Decision, FieldValue, Person } from './types.ts';

const always: CalendarTable = {
  zone: 'UTC',
  tzdb: '',
  from: -Infinity,
  until: Infinity,
  opens: [-Infinity],
  closes: [Infinity],
};

const tables = new WeakMap<Calendar, CalendarTable>();

/** Notes what a calendar was written from, so that nobody has to read it back. */
export function noteTable(calendar: Calendar, table: CalendarTable): void {
  tables.set(calendar, table);
}

/** The open intervals of a calendar of the agreement, or of the built-in `always`. */
export function tableOf(agreement: Agreement, id: string): CalendarTable {
  if (id === 'always') return always;
  const calendar = foundIn(agreement.calendars, id);
  const table = tables.get(calendar) ?? { ...calendar, ...unpackIntervals(calendar.intervals) };
  tables.set(calendar, table);
  return table;
}

/**
 * The days of a calendar that are not as their weekday is: special ones, and holidays that close a day which would else
 * be open. None for `always`.
 */
export function namedDays(calendar: Calendar | null): readonly NamedDay[] {
  if (calendar === null) return [];
  const { hours, holidays, special_days } = calendar;
  const isOpen = ({ date }: NamedDay): boolean =>
    (hours[(new Date(date).getUTCDay() + 6) % 7] as Calendar['hours'][number]).length > 0;
  return [
    ...special_days.filter((day) => day.hours.length > 0 || isOpen(day)),
    ...holidays.filter(isOpen),
  ].map(({ date, name }) => ({ date, name }));
}

/** A date of a calendar, and what it is called. */
interface NamedDay {
  readonly date: string;
  readonly name: string | null;
}

/**
 * The calendar that a clock runs by. For `owner` it is the first of these that there is: of the person whom the
 * clock's latest restart names, of the person or the queue that holds the lead, the agreement's default. A name that nobody bears names nobody.
 */
export function calendarOf(
  agreement: Agreement,
  calendar: string,
  clock: Clock,
  holder: Decision['route'],
): string {
  if (calendar !== 'owner') return calendar;
  const person =
    personNamed(agreement, clock.restart?.properties['owner']) ?? personNamed(agreement, holder?.owner);
  if (person !== undefined) return calendarOfPerson(agreement, person);
  const queue = agreement.queues.find(({ id }) => id === holder?.queue);
  return queue?.calendar ?? agreement.default_calendar;
}

function personNamed({ people }: Agreement, name: FieldValue | undefined): Person | undefined {
  if (typeof name !== 'string') return undefined;
  return people.find((person) => fold(person.name) === fold(name));
}

/** Their own; else that of the first queue they are in, if it has one; else the default. */
function calendarOfPerson({ queues, default_calendar }: Agreement, { id, calendar }: Person): string {
  const queue = queues.find(({ members }) => members.includes(id));
  return calendar ?? queue?.calendar ?? default_calendar;
}
