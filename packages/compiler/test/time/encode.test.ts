import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCalendar, packIntervals, unpackIntervals } from '../../src/time/index.ts';
import { aroundTheClock, calendar, everyDay, splitShift, tableOf, weekdays } from './calendars.ts';

const holidays = [2026, 2027, 2028, 2029, 2030].flatMap((year) =>
  ['01-01', '05-01', '10-03', '12-24', '12-25', '12-26', '12-31'].map((date) => `${year}-${date}`),
);
const fiveYears = tableOf(
  calendar('Europe/Berlin', { hours: weekdays(splitShift), holidays }),
  '2026-01-01',
  '2031-01-01',
);

describe('packed intervals', () => {
  test.each([
    [{ opens: [], closes: [] }, '1'],
    [{ opens: [0], closes: [3_600_000] }, '255s0 0 1'],
    [{ opens: [100, 200, 300], closes: [150, 250, 350] }, '1e 2 1 4*1'],
    [{ opens: [-3_600_001], closes: [0] }, '255s1 -1 1'],
  ])('%j', (intervals, packed) => {
    expect(packIntervals(intervals)).toBe(packed);
    expect(unpackIntervals(packed)).toEqual(intervals);
  });

  test.each([
    ['an office', fiveYears],
    [
      'around the clock',
      tableOf(calendar('UTC', { hours: everyDay(aroundTheClock) }), '2026-01-01', '2031-01-01'),
    ],
    ['never open', tableOf(calendar('UTC', { hours: everyDay([]) }), '2026-01-01', '2031-01-01')],
    [
      'cut at odd milliseconds',
      compileCalendar(calendar('UTC', { hours: everyDay(splitShift) }), 30_000_001, 1e9 + 7),
    ],
  ])('of %s come back', (_, table) => {
    const { opens, closes } = table;
    expect(unpackIntervals(packIntervals(table))).toEqual({ opens, closes });
  });

  test('of any kind come back', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: -1e8, max: 1e8 }), { maxLength: 40 });
    fc.assert(
      fc.property(bounds, fc.constantFrom(1, 60_000), (list, unit) => {
        const sorted = list.toSorted((a, b) => a - b).map((bound) => bound * unit);
        const count = Math.floor(sorted.length / 2);
        const intervals = {
          opens: evenOf(sorted, 0).slice(0, count),
          closes: evenOf(sorted, 1).slice(0, count),
        };
        expect(unpackIntervals(packIntervals(intervals))).toEqual(intervals);
      }),
      { seed: 1 },
    );
  });

  test('that repeat come back', () => {
    const steps = fc.array(fc.constantFrom(1, 2, 3), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(steps, (list) => {
        let sum = 0;
        const bounds = list.slice(list.length % 2).map((step) => (sum += step) * 900_000);
        const intervals = { opens: evenOf(bounds, 0), closes: evenOf(bounds, 1) };
        expect(unpackIntervals(packIntervals(intervals))).toEqual(intervals);
      }),
      { seed: 1 },
    );
  });

  test('of five office years are small', () => {
    const packed = packIntervals(fiveYears);
    expect(fiveYears.opens.length).toBeGreaterThan(2_500);
    expect(packed.length).toBeLessThan(1_000);
    expect(gzipSync(packed).length).toBeLessThan(500);
  });
});

function evenOf(list: readonly number[], shift: 0 | 1): number[] {
  return list.filter((_, index) => index % 2 === shift);
}
