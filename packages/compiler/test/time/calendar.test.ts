import { describe, expect, test } from 'vitest';
import {
  compileCalendar,
  day,
  hour,
  tzdbVersion,
  workBetween,
  zonesKnownUntil,
} from '../../src/time/index.ts';
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
