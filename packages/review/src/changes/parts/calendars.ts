import type { Calendar } from '@smarketing/compiler/ir';
import { type Book, clockTime, hoursWords, isoDate, weekdayName } from '@smarketing/compiler/words';
import type { Found, HarderFor } from '../change.ts';
import {
  aspectChanges,
  findItemChanges,
  type Item,
  type Kind,
  matched,
  type Pair,
  type Sides,
  wording,
} from '../items.ts';

const name = ({ title }: Pick<Calendar, 'title'>): string => `The calendar “${title}”`;

/** Whose promises run by a calendar: of who promises by it, and of who holds leads where a clock runs by its owner's. */
export function promisersBy({ agreement }: Book, calendar: string): HarderFor {
  const { promises, queues, people, default_calendar: usual } = agreement;
  const holders = [...queues, ...people].some((one) => (one.calendar ?? usual) === calendar);
  const clocks = promises.flatMap((one) => (one.kind === 'clock' || one.kind === 'attempts' ? [one] : []));
  const bound = clocks.filter((one) => one.calendar === calendar || (one.calendar === 'owner' && holders));
  const parties = [...new Set(bound.map(({ by }) => by))];
  return parties.length > 1 ? 'both' : (parties[0] ?? 'nobody');
}

/** More open time: whoever promises by it has less time on the clock, and whom it is promised to gets more. */
function harderOpen(book: Book, calendar: string, isMore: boolean): HarderFor {
  const promisers = promisersBy(book, calendar);
  if (isMore || promisers === 'both' || promisers === 'nobody') return promisers;
  return promisers === 'sales' ? 'marketing' : 'sales';
}

type Head = Omit<Calendar, 'kind' | 'intervals' | 'from' | 'until' | 'holidays' | 'special_days'>;

const heads: Pick<Kind<Head>, 'aspects' | 'part' | 'name'> = {
  part: 'calendar',
  name,
  aspects: [
    {
      of: ({ hours }) => hours,
      tell: ({ before, after }, sides) => {
        const says = `${name(after)} has other hours: ${weekApart(before, after)}.`;
        const isMore = openMinutes(after) > openMinutes(before);
        return {
          verb: isMore ? 'widened' : 'narrowed',
          says,
          level: 'notable',
          harderFor: harderOpen(sides.after, after.id, isMore),
        };
      },
    },
    {
      of: ({ zone }) => zone,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${name(after)} runs by the time of ${after.zone}; before: of ${before.zone}.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
    {
      of: ({ tzdb }) => tzdb,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${name(after)} is resolved with the time zone rules of ${after.tzdb}; before: of ${before.tzdb}.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    wording<Head>('the title', ({ title }) => title, name),
  ],
};

function weekApart(before: Head, after: Head): string {
  const days = after.hours.flatMap((hours, at) => {
    const [was, is] = [before.hours[at] ?? [], hours].map((one) => hoursWords(one, clockTime));
    return was === is ? [] : [`${weekdayName(at)} ${is} (before: ${was})`];
  });
  return days.join('; ');
}

function openMinutes({ hours }: Head): number {
  return hours.flat().reduce((sum, { open, close }) => sum + close - open, 0);
}

type Day = Item & { readonly name: string | null; readonly hours: string };

function daysOf(calendar: Calendar): Kind<Day> {
  const dayName = ({ id, name: called }: Day): string =>
    `${called ?? 'A day'} (${isoDate(id)}) of the calendar “${calendar.title}”`;
  return {
    part: 'holiday',
    name: dayName,
    added: ({ hours }, book) => ({
      level: 'notable',
      harderFor: harderOpen(book, calendar.id, false),
      more: hours === '' ? ': nobody works then, and clocks stand still' : `: open ${hours}`,
    }),
    removed: (_, book) => ({
      level: 'notable',
      harderFor: harderOpen(book, calendar.id, true),
      more: ': it is a day like any other, and clocks run',
    }),
    essence: ({ id, hours }) => [id, hours],
    aspects: [
      {
        of: ({ hours }) => hours,
        tell: ({ before, after }) => ({
          verb: 'changed',
          says: `${dayName(after)} has other hours: ${after.hours || 'closed'}; before: ${before.hours || 'closed'}.`,
          level: 'notable',
          harderFor: 'both',
        }),
      },
      wording('the name', (day) => day.name, dayName),
    ],
  };
}

function specialDays({ holidays, special_days: special, span }: Calendar): readonly Day[] {
  return [
    ...holidays.map((day) => ({ id: day.date, name: day.name, hours: '', span })),
    ...special.map((day) => ({
      id: day.date,
      name: day.name,
      hours: hoursWords(day.hours, clockTime),
      span,
    })),
  ];
}

const calendars: Kind<Calendar> = {
  part: 'calendar',
  name,
  added: () => ({ level: 'notable', harderFor: 'nobody' }),
  removed: () => ({ level: 'breaking', harderFor: 'both' }),
  aspects: [],
};

/** Changes of when people work: more working time is harder for whoever promises by it. */
export function findCalendarChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before.agreement, sides.after.agreement];
  const { added, removed, kept } = matched({ before: before.calendars, after: after.calendars });
  const usual = { before: usualOf(sides.before), after: usualOf(sides.after) };
  return [
    ...findItemChanges(sides, { before: removed, after: added }, { ...calendars, essence: ({ id }) => id }),
    ...kept.flatMap((pair) => insideOf(sides, pair)),
    ...aspectChanges(sides, usual, usualCalendar),
  ];
}

function insideOf(sides: Sides, { before, after }: Pair<Calendar>): readonly Found[] {
  const days = { before: specialDays(before), after: specialDays(after) };
  return [
    ...aspectChanges(sides, { before: headOf(before), after: headOf(after) }, heads),
    ...findItemChanges(sides, days, daysOf(after)).map((found) => ({
      ...found,
      about: `${after.id} ${found.about}`,
    })),
  ];
}

function headOf({ id, title, zone, tzdb, hours, span }: Calendar): Head {
  return { id, title, zone, tzdb, hours, span };
}

function usualOf({ agreement }: Book): Item & { readonly calendar: string } {
  return { id: 'default_calendar', calendar: agreement.default_calendar };
}

const usualCalendar: Pick<Kind<ReturnType<typeof usualOf>>, 'aspects' | 'part' | 'name'> = {
  part: 'calendar',
  name: () => 'The usual calendar',
  aspects: [
    {
      of: ({ calendar }) => calendar,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `Who has no calendar works by “${after.calendar}”; before: by “${before.calendar}”.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
  ],
};
