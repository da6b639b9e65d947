import { describe, expect, test } from 'vitest';
import { deadline, hour, minute, workBetween, workingSteps } from '../../src/time/index.ts';
import { at, calendar, everyDay, reading, splitShift, tableOf, weekdays } from './calendars.ts';

const zone = 'Europe/Berlin';
const spec = calendar(zone, { hours: weekdays(splitShift), holidays: ['2026-06-03'] });
// 2026-06-01 is a Monday.
const table = tableOf(spec, '2026-06-01', '2026-06-08');

function due(start: string, work: number): string {
  return reading(zone, deadline(table, at(zone, start), work));
}

function steps(start: string, work: number): string[] {
  return workingSteps(table, at(zone, start), work).map(
    ({ from, until, kind, work: used }) =>
      `${reading(zone, from).slice(8, 16)} ${reading(zone, until).slice(8, 16)} ${kind} ${used / minute}`,
  );
}

describe('deadline', () => {
  test.each([
    ['inside one span', '2026-06-01T09:00', hour, '2026-06-01T10:00:00'],
    ['over lunch', '2026-06-01T12:30', hour, '2026-06-01T14:30:00'],
    ['exactly at lunch', '2026-06-01T12:00', hour, '2026-06-01T13:00:00'],
    ['exactly at closing', '2026-06-01T17:00', hour, '2026-06-01T18:00:00'],
    ['one second past closing', '2026-06-01T17:00', hour + 1000, '2026-06-02T08:00:01'],
    ['started at closing', '2026-06-01T18:00', hour, '2026-06-02T09:00:00'],
    ['started before opening', '2026-06-01T03:00', hour, '2026-06-01T09:00:00'],
    ['over a holiday', '2026-06-02T17:30', hour, '2026-06-04T08:30:00'],
    ['on the holiday', '2026-06-03T10:00', hour, '2026-06-04T09:00:00'],
    ['no work while open', '2026-06-01T09:00', 0, '2026-06-01T09:00:00'],
    ['no work while closed', '2026-06-03T10:00', 0, '2026-06-03T10:00:00'],
  ])('%s', (_, start, work, expected) => {
    expect(due(start, work)).toBe(expected);
  });

  test('is unknown past the horizon', () => {
    expect(due('2026-06-05T17:00', hour)).toBe('2026-06-05T18:00:00');
    expect(due('2026-06-05T17:00', hour + 1)).toBe('never');
    expect(due('2026-06-06T10:00', 1)).toBe('never');
  });

  test('may be the horizon itself', () => {
    const short = tableOf(spec, '2026-06-01', '2026-06-01T12:00');
    expect(deadline(short, at(zone, '2026-06-01T11:00'), hour)).toBe(short.until);
    expect(deadline(short, at(zone, '2026-06-01T11:00'), hour + 1)).toBeUndefined();
  });

  test('is unknown for a start the table does not speak for', () => {
    expect(deadline(table, table.from - 1, 0)).toBeUndefined();
    expect(deadline(table, table.from, 0)).toBe(table.from);
    expect(deadline(table, table.until - 1, 0)).toBe(table.until - 1);
    expect(deadline(table, table.until, 0)).toBeUndefined();
  });

  test('is unknown in a calendar that never opens', () => {
    const closed = tableOf(calendar(zone, { hours: everyDay([]) }), '2026-06-01', '2026-06-08');
    expect(deadline(closed, closed.from, 1)).toBeUndefined();
    expect(deadline(closed, closed.from, 0)).toBe(closed.from);
    expect(workBetween(closed, closed.from, closed.until)).toBe(0);
  });
});

describe('workBetween', () => {
  test.each([
    ['a whole day', '2026-06-01T00:00', '2026-06-02T00:00', 9 * hour],
    ['part of a span', '2026-06-01T09:15', '2026-06-01T09:45', 30 * minute],
    ['lunch', '2026-06-01T13:00', '2026-06-01T14:00', 0],
    ['over lunch', '2026-06-01T12:00', '2026-06-01T15:00', 2 * hour],
    ['the whole week', '2026-06-01T00:00', '2026-06-08T00:00', 36 * hour],
    ['more than the table speaks for', '2020-01-01T00:00', '2030-01-01T00:00', 36 * hour],
    ['backwards', '2026-06-01T15:00', '2026-06-01T12:00', 0],
    ['nothing', '2026-06-01T12:00', '2026-06-01T12:00', 0],
  ])('%s', (_, from, until, work) => {
    expect(workBetween(table, at(zone, from), at(zone, until))).toBe(work);
  });
});

describe('workingSteps', () => {
  test('lead from the start to the deadline', () => {
    expect(steps('2026-06-02T12:30', 5 * hour)).toEqual([
      '02T12:30 02T13:00 open 30',
      '02T13:00 02T14:00 closed 30',
      '02T14:00 02T18:00 open 270',
      '02T18:00 04T08:00 closed 270',
      '04T08:00 04T08:30 open 300',
    ]);
  });

  test('begin closed when the start is', () => {
    expect(steps('2026-06-03T10:00', hour)).toEqual([
      '03T10:00 04T08:00 closed 0',
      '04T08:00 04T09:00 open 60',
    ]);
  });

  test('lead to the horizon when the work does not fit', () => {
    expect(steps('2026-06-05T17:00', 2 * hour)).toEqual([
      '05T17:00 05T18:00 open 60',
      '05T18:00 08T00:00 closed 60',
    ]);
  });

  test('are none without work or outside the table', () => {
    expect(steps('2026-06-01T09:00', 0)).toEqual([]);
    expect(steps('2026-07-01T09:00', hour)).toEqual([]);
  });
});
