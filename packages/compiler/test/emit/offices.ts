import type { Agreement, Calendar, LeadCase } from '../../src/ir/index.ts';
import { below, pick } from '../../src/ir/index.ts';
import { compileCalendar, packIntervals, tzdbVersion } from '../../src/time/index.ts';
import { agreement, attempts, clock, day, eventType, hour, minute, span } from '../ir/agreements.ts';

const from = Date.UTC(2026, 0, 1);
const until = Date.UTC(2028, 0, 1);
const at = (open: number, close: number) => ({ open: open * 60, close: close * 60 });

function office(zone: string, parts: Partial<Calendar> = {}): Calendar {
  const split = [at(9, 12.5), at(13.5, 18)];
  const made = {
    hours: [split, split, split, split, [at(9, 16)], [], []],
    holidays: [
      { date: '2019-03-30', name: 'First day' },
      { date: '2026-03-30', name: 'First day' },
      { date: '2026-04-05', name: 'On a Sunday' },
      { date: '2026-04-24', name: null },
      { date: '2027-03-29', name: 'First day' },
      { date: '2035-01-01', name: 'Too late' },
    ],
    special_days: [
      { date: '2026-03-28', name: 'Open Saturday', hours: [at(10, 12)] },
      { date: '2026-03-31', name: 'Short day', hours: [at(9, 11)] },
      { date: '2026-04-01', name: 'No day', hours: [] },
      { date: '2026-04-04', name: null, hours: [at(0, 24)] },
    ],
    ...parts,
  };
  const { hours, holidays, special_days: special } = made;
  const table = compileCalendar(
    { zone, hours, holidays: holidays.map(({ date }) => date), special },
    from,
    until,
  );
  const id = zone.toLowerCase().replace(/\W+/g, '_');
  const intervals = packIntervals(table);
  return { kind: 'calendar', id, title: id, zone, tzdb: tzdbVersion, from, until, intervals, span, ...made };
}

const everyDay = (...spans: ReturnType<typeof at>[]) => ({ hours: Array.from({ length: 7 }, () => spans) });

export const calendars: readonly Calendar[] = [
  office('UTC'),
  office('Europe/Berlin'),
  office('America/New_York', everyDay(at(0, 24))),
  office('Australia/Lord_Howe', everyDay(at(22, 24))),
  office('Africa/Cairo', everyDay(at(0, 1), at(23, 24))),
  office('America/Santiago', everyDay(at(0, 3))),
  office('Pacific/Kiritimati'),
  office('America/St_Johns'),
];

/** Clocks in calendars of real zones, with holidays, days that are special, and changes of the clock. */
export const offices: Agreement = agreement({
  name: 'offices',
  events: ['asked', 'called', 'tried', 'waits', 'answers', 'handed'].map((id) => eventType(id)),
  calendars,
  default_calendar: 'europe_berlin',
  promises: [
    ...calendars.map(({ id }) =>
      clock({
        id: `contact_${id}`,
        calendar: id,
        within_ms: 12 * hour,
        pauses: [{ from: ['waits'], until: ['answers'] }],
        restarts: ['handed'],
        remind_ms: 30 * minute,
        escalate: [
          { after_ms: 0, to: 'boss' },
          { after_ms: 9 * hour, to: 'heads' },
        ],
      }),
    ),
    clock({ id: 'at_once', calendar: 'europe_berlin', within_ms: 0 }),
    clock({ id: 'never_ends', calendar: 'europe_berlin', within_ms: 300 * hour }),
    attempts({ calendar: 'europe_berlin', within_ms: 20 * hour, escalate: [{ after_ms: hour, to: 'boss' }] }),
    attempts({ id: 'any_time', within_ms: 14 * day }),
  ],
});

const days = [
  '2026-03-27',
  '2026-03-29',
  '2026-04-03',
  '2026-04-23',
  '2026-09-05',
  '2026-10-24',
  '2026-11-01',
  '2027-12-20',
];

/** A lead whose events lie around changes of the clock and days that are closed. */
export function officeCase(random: () => number): LeadCase {
  const start = Date.parse(pick(random, days)) + below(random, 3 * 24 * 4) * 15 * minute;
  const names = offices.events.map(({ id }) => id);
  let now = start;
  const events = Array.from({ length: below(random, 7) }, () => {
    now += pick(random, [0, 1, hour, 5 * hour, day, 2 * day]) + below(random, 4) * 15 * minute;
    return { event: pick(random, names), at: now };
  });
  const asOf = now + pick(random, [0, 1, minute, 7 * hour, day, 10 * day]);
  return {
    input: { id: '1', created_at: start, events: [{ event: 'asked', at: start }, ...events] },
    asOf,
  };
}
