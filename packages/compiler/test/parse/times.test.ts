import { describe, expect, test } from 'vitest';
import {
  parseDate,
  parseDuration,
  parseHours,
  parseLimit,
  parseMoment,
  parsePeriod,
} from '../../src/schema/times.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('durations', () => {
  test.each([
    ['0 minutes', 0],
    ['1 minute', minute],
    ['15 minutes', 15 * minute],
    ['2 hours', 2 * hour],
    ['30 days', 30 * day],
    ['6 weeks', 42 * day],
    ['36525 days', 36_525 * day],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each([
    '',
    '5',
    'days',
    '5days',
    '5  days',
    ' 5 days',
    '5 days ',
    '05 days',
    '-1 day',
    '1.5 hours',
    '1,5 hours',
    '6 months',
    '1 year',
    '5 Days',
    '36526 days',
    '99999999 weeks',
    '5 constructor',
    '٣ days',
  ])('“%s” is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('periods', () => {
  test.each([
    ['day', { count: 1, unit: 'day' }],
    ['month', { count: 1, unit: 'month' }],
    ['2 months', { count: 2, unit: 'month' }],
    ['quarter', { count: 1, unit: 'quarter' }],
  ])('%s', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  test.each(['weekly', '0 days', 'a month', 'hour', '1.5 months', '1000 days'])('“%s” is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

describe('dates', () => {
  test.each(['2026-12-31', '2024-02-29', '1900-01-01', '9999-12-31'])('%s', (text) => {
    expect(parseDate(text)).toBe(text);
  });

  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '31.12.2026',
    '12/31/2026',
    '2026-1-1',
    '1899-12-31',
    '2026-12-31 ',
  ])('“%s” is none', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe('moments', () => {
  const noon = Date.UTC(2026, 11, 1, 12);
  test.each([
    ['2026-12-01', { wall: Date.UTC(2026, 11, 1), offset: null }],
    ['2026-12-01 12:00', { wall: noon, offset: null }],
    ['2026-12-01T12:00', { wall: noon, offset: null }],
    ['2026-12-01T12:00:00.5Z', { wall: noon + 500, offset: 0 }],
    ['2026-12-01T12:00+01:00', { wall: noon, offset: hour }],
    ['2026-12-01T12:00-05:30', { wall: noon, offset: -5.5 * hour }],
  ])('%s', (text, moment) => {
    expect(parseMoment(text)).toEqual(moment);
  });

  test.each([
    '2026-12-01 24:00',
    '2026-12-01 12:60',
    '2026-12-01 12:00:60',
    '2026-12-01 9:30',
    '2026-12-01T12',
    '2026-12-01Z',
    '2026-02-30 12:00',
    '2026-12-01T12:00+19:00',
    '2026-12-01T12:00 +01:00',
    '2026-12-01T12:00:00.1234Z',
    'today',
  ])('“%s” is none', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});

describe('hours', () => {
  test.each([
    ['09:00-12:30', { open: 540, close: 750 }],
    ['00:00-24:00', { open: 0, close: 1440 }],
    ['23:59-24:00', { open: 1439, close: 1440 }],
  ])('%s', (text, hours) => {
    expect(parseHours(text)).toEqual(hours);
  });

  test.each([
    '9-17',
    '9:00-17:00',
    '09:00',
    '17:00-09:00',
    '09:00-09:00',
    '09:60-10:00',
    '22:00-24:01',
    '25:00-26:00',
    '09:00–17:00',
  ])('“%s” are none', (text) => {
    expect(parseHours(text)).toBeUndefined();
  });
});

describe('limits', () => {
  test.each([
    [2, { count: 2, per_ms: null }],
    ['1 per day', { count: 1, per_ms: day }],
    ['3 per 7 days', { count: 3, per_ms: 7 * day }],
    ['5 per hour', { count: 5, per_ms: hour }],
  ])('%s', (input, limit) => {
    expect(parseLimit(input)).toEqual(limit);
  });

  test.each([0, -1, 1.5, '2', 'once a day', '1 per month', '0 per day', '1 per 0 days', '1 per', null, true])(
    '%s is none',
    (input) => {
      expect(parseLimit(input)).toBeUndefined();
    },
  );
});
