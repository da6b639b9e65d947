import { describe, expect, test } from 'vitest';
import {
  compileCalendar,
  day,
  hour,
  minute,
  tzdbVersion,
  workBetween,
  zoneNames,
  zonesKnownUntil,
} from '../../src/time/index.ts';
import { atWall, offsetsBetween } from '../../src/time/zones.ts';
import {
  aroundTheClock,
  at,
  calendar,
  everyDay,
  office,
  span,
  splitShift,
  tableOf,
  utc,
  weekdays,
} from './calendars.ts';

describe('a week', () => {
  test('starts on Monday and is resolved in its zone', () => {
    const hours = [[span('09:00', '10:00')], [], [], [], [], [], [span('20:00', '21:00')]];
    const table = tableOf(calendar('Asia/Tokyo', { hours }), '2026-06-01', '2026-06-15');
    expect(utc(table)).toEqual([
      '06-01T00:00 06-01T01:00',
      '06-07T11:00 06-07T12:00',
      '06-08T00:00 06-08T01:00',
      '06-14T11:00 06-14T12:00',
    ]);
  });

  test('names its zone, its tz release and the time it speaks for', () => {
    const table = compileCalendar(calendar('UTC'), 0, day);
    expect(table).toEqual({
      zone: 'UTC',
      tzdb: tzdbVersion,
      from: 0,
      until: day,
      opens: [8 * hour],
      closes: [18 * hour],
    });
  });

  test.each([
    ['Asia/Kolkata', '06-01T02:30 06-01T12:30'],
    ['Asia/Kathmandu', '06-01T02:15 06-01T12:15'],
    ['Australia/Adelaide', '05-31T22:30 06-01T08:30'],
  ])('in %s opens at odd minutes of UTC', (zone, interval) => {
    expect(utc(tableOf(calendar(zone), '2026-06-01', '2026-06-02'))).toEqual([interval]);
  });

  test('with a lunch break has two intervals a day', () => {
    const table = tableOf(calendar('UTC', { hours: weekdays(splitShift) }), '2026-06-01', '2026-06-02');
    expect(utc(table)).toEqual(['06-01T08:00 06-01T13:00', '06-01T14:00 06-01T18:00']);
  });
});

describe('intervals', () => {
  test('merge when they touch, so 24:00 runs on into the next day', () => {
    const hours = everyDay([span('00:00', '06:00'), span('20:00', '24:00')]);
    const table = tableOf(calendar('Europe/Berlin', { hours }), '2026-06-01', '2026-06-03');
    expect(utc(table)).toEqual([
      '05-31T22:00 06-01T04:00',
      '06-01T18:00 06-02T04:00',
      '06-02T18:00 06-02T22:00',
    ]);
  });

  test('merge when they overlap, whatever their order', () => {
    const hours = everyDay([span('12:00', '18:00'), span('08:00', '13:00'), span('09:00', '10:00')]);
    expect(utc(tableOf(calendar('UTC', { hours }), '2026-06-01', '2026-06-02'))).toEqual([
      '06-01T08:00 06-01T18:00',
    ]);
  });

  test('are cut to the time the table speaks for', () => {
    const table = tableOf(calendar('UTC'), '2026-06-01T09:00', '2026-06-02T08:30');
    expect(utc(table)).toEqual(['06-01T09:00 06-01T18:00', '06-02T08:00 06-02T08:30']);
  });

  test('around the clock are one, also over changes of the clock', () => {
    const table = tableOf(
      calendar('Europe/Berlin', { hours: everyDay(aroundTheClock) }),
      '2026-01-01',
      '2027-01-01',
    );
    expect([table.opens, table.closes]).toEqual([[table.from], [table.until]]);
    expect(table.until - table.from).toBe(365 * day);
  });

  test('are none if it never opens or the time is empty', () => {
    expect(utc(tableOf(calendar('UTC', { hours: everyDay([]) }), '2026-06-01', '2026-07-01'))).toEqual([]);
    expect(utc(tableOf(calendar('UTC'), '2026-06-01T09:00', '2026-06-01T09:00'))).toEqual([]);
  });
});

describe('exceptions', () => {
  test('a holiday is closed', () => {
    const table = tableOf(calendar('UTC', { holidays: ['2026-06-02'] }), '2026-06-01', '2026-06-04');
    expect(utc(table)).toEqual(['06-01T08:00 06-01T18:00', '06-03T08:00 06-03T18:00']);
  });

  test('a holiday is a local date', () => {
    const spec = calendar('Pacific/Auckland', { holidays: ['2026-06-02'] });
    expect(utc(tableOf(spec, '2026-06-01', '2026-06-04'))).toEqual([
      '05-31T20:00 06-01T06:00',
      '06-02T20:00 06-03T06:00',
    ]);
  });

  test('a special day has hours of its own, on weekends and holidays too', () => {
    const special = [
      { date: '2026-06-05', hours: [span('08:00', '12:00')] },
      { date: '2026-06-06', hours: [span('10:00', '11:00'), span('12:00', '13:00')] },
      { date: '2026-06-08', hours: [] },
    ];
    const table = tableOf(calendar('UTC', { special, holidays: ['2026-06-06'] }), '2026-06-05', '2026-06-09');
    expect(utc(table)).toEqual([
      '06-05T08:00 06-05T12:00',
      '06-06T10:00 06-06T11:00',
      '06-06T12:00 06-06T13:00',
    ]);
  });
});

describe('on the day the clock changes', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Sydney', '2026-10-04', 23],
    ['Australia/Sydney', '2026-04-05', 25],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
  ])('%s %s has %d hours', (zone, date, hours) => {
    const spec = calendar(zone, { hours: everyDay([]), special: [{ date, hours: aroundTheClock }] });
    const table = compileCalendar(spec, at(zone, date) - 5 * day, at(zone, date) + 5 * day);
    expect(workBetween(table, table.from, table.until)).toBe(hours * hour);
  });

  test.each([
    ['skips the opening', '2026-03-29', span('02:30', '08:00'), ['03-29T01:30 03-29T06:00']],
    ['skips the closing', '2026-03-29', span('00:00', '02:30'), ['03-28T23:00 03-29T01:30']],
    ['skips the whole span', '2026-03-29', span('02:15', '02:45'), []],
    ['skips the opening beyond the closing', '2026-03-29', span('02:30', '03:15'), []],
    ['repeats the opening', '2026-10-25', span('02:30', '08:00'), ['10-25T00:30 10-25T07:00']],
    ['repeats the closing', '2026-10-25', span('00:00', '02:30'), ['10-24T22:00 10-25T00:30']],
    ['repeats the whole span', '2026-10-25', span('02:15', '02:45'), ['10-25T00:15 10-25T00:45']],
  ])('it %s', (_, date, hours, expected) => {
    const spec = calendar('Europe/Berlin', { hours: everyDay([]), special: [{ date, hours: [hours] }] });
    expect(utc(tableOf(spec, '2026-01-01', '2027-01-01'))).toEqual(expected);
  });

  test.each([
    ['back over midnight', 'America/St_Johns', '2010-11-07', span('00:00', '01:00'), '2010-11-07T02:40Z'],
    ['forward over midnight', 'America/Toronto', '1919-03-30', span('20:00', '23:45'), '1919-03-31T04:30Z'],
  ])('it goes %s and a table may end or begin there', (_, zone, date, hours, middle) => {
    const spec = calendar(zone, { hours: everyDay([]), special: [{ date, hours: [hours] }] });
    const [from, cut, until] = [-day, 0, day].map((offset) => Date.parse(middle) + offset);
    const whole = compileCalendar(spec, from!, until!);
    const halves = [compileCalendar(spec, from!, cut!), compileCalendar(spec, cut!, until!)];
    expect(halves.map((half) => half.opens.length)).toEqual([1, 1]);
    expect([halves[0]!.opens[0], halves[1]!.closes[0]]).toEqual([whole.opens[0], whole.closes[0]]);
  });

  test('a date that a country skipped has no hours', () => {
    const spec = calendar('Pacific/Apia', { hours: everyDay(office) });
    const table = tableOf(spec, '2011-12-29', '2012-01-01');
    expect(utc(table)).toEqual(['12-29T18:00 12-30T04:00', '12-30T18:00 12-31T04:00']);
  });
});

test('an unknown zone is an error of the caller', () => {
  expect(() => compileCalendar(calendar('Europe/Atlantis'), 0, day)).toThrow(RangeError);
});

test('a table past the end of the data is an error of the caller', () => {
  const last = zonesKnownUntil - day;
  expect(compileCalendar(calendar('UTC'), last, zonesKnownUntil).until).toBe(zonesKnownUntil);
  expect(() => compileCalendar(calendar('UTC'), last, zonesKnownUntil + 1)).toThrow(
    new RangeError('The zone data ends before the calendar does'),
  );
});

describe('around every change of its clock the hours of each date are what the wall clock shows', () => {
  const hours = [
    [span('00:00', '00:30'), span('01:30', '02:15'), span('02:15', '02:30'), span('03:00', '24:00')],
    aroundTheClock,
    [span('02:15', '02:45'), span('23:30', '24:00')],
    [span('00:00', '01:00'), span('02:00', '03:00')],
    office,
    [span('00:15', '23:45')],
    [],
  ];

  /** Each date and span by itself, asked of the clock at both ends. */
  function plainly(zone: string, from: number, until: number): { opens: number[]; closes: number[] } {
    const spans: { open: number; close: number }[] = [];
    for (let midnight = from - (from % day) - 3 * day; midnight < until + 3 * day; midnight += day)
      for (const { open, close } of hours[(new Date(midnight).getUTCDay() + 6) % 7]!) {
        const ends = [open, close].map((at) => atWall(zone, midnight + at * minute));
        const [first, last] = [Math.max(ends[0]!.instant, from), Math.min(ends[1]!.instant, until)];
        if (!ends.every(({ skipped }) => skipped) && first < last) spans.push({ open: first, close: last });
      }
    const sorted = spans.toSorted((a, b) => a.open - b.open);
    const begins = sorted.filter(({ open }) => !sorted.some((one) => one.open < open && open <= one.close));
    const opens = [...new Set(begins.map(({ open }) => open))];
    const ends = sorted.filter(({ close }) => !sorted.some((one) => one.open <= close && close < one.close));
    return { opens, closes: [...new Set(ends.map(({ close }) => close))].toSorted((a, b) => a - b) };
  }

  test.each(zoneNames().filter((_, index) => index % 6 === 0))('%s', (zone) => {
    for (const { at: change } of offsetsBetween(zone, Date.UTC(1900, 0), Date.UTC(2040, 0)).changes) {
      const [from, until] = [change - 5 * day + 7 * minute, change + 4 * day];
      const { opens, closes } = compileCalendar(calendar(zone, { hours }), from, until);
      expect({ opens, closes }).toEqual(plainly(zone, from, until));
    }
  });
});
