import { describe, expect, test } from 'vitest';
import { readDate, readMoment } from '../../src/mapping/moment.ts';

function moment(text: string, order: 'iso' | 'dmy' | 'mdy' = 'iso'): string | undefined {
  const read = readMoment(text, { order, zone: 'Europe/Berlin' });
  return read === undefined ? undefined : new Date(read).toISOString();
}

describe('reading a date', () => {
  test.each([
    ['2026-11-03', 'iso', '2026-11-03'],
    ['2026/11/3', 'iso', '2026-11-03'],
    ['3.11.2026', 'dmy', '2026-11-03'],
    ['03/11/2026', 'dmy', '2026-11-03'],
    ['11/03/2026', 'mdy', '2026-11-03'],
    ['2026-11-03', 'dmy', '2026-11-03'],
    ['2026-11-03 00:00:00', 'iso', '2026-11-03'],
    ['29.02.2028', 'dmy', '2028-02-29'],
  ] as const)('%s as %s', (text, order, expected) => {
    expect(readDate(text, order)).toBe(expected);
  });

  test.each([
    ['3.11.2026', 'iso'],
    ['11/13/2026', 'dmy'],
    ['29.02.2026', 'dmy'],
    ['3.11.26', 'dmy'],
    ['0001-01-01', 'iso'],
    ['9999-12-31', 'iso'],
    ['2026-11-03 09:30', 'iso'],
    ['2026-13-01', 'iso'],
    ['20261103', 'iso'],
    ['45963', 'iso'],
    ['', 'iso'],
  ] as const)('%s as %s is refused', (text, order) => {
    expect(readDate(text, order)).toBeUndefined();
  });
});

describe('reading a moment', () => {
  test.each([
    ['2026-11-03 09:30', '2026-11-03T08:30:00.000Z'],
    ['2026-11-03T09:30:15.25', '2026-11-03T08:30:15.250Z'],
    ['2026-07-03 09:30', '2026-07-03T07:30:00.000Z'],
    ['2026-11-03', '2026-11-02T23:00:00.000Z'],
    ['2026-11-03T09:30:00Z', '2026-11-03T09:30:00.000Z'],
    ['2026-11-03 09:30 UTC', '2026-11-03T09:30:00.000Z'],
    ['2026-11-03T09:30-05:30', '2026-11-03T15:00:00.000Z'],
    ['2026-11-03T09:30:00+0100', '2026-11-03T08:30:00.000Z'],
    ['2026-11-03 12:05 AM', '2026-11-02T23:05:00.000Z'],
    ['2026-11-03 12:05 pm', '2026-11-03T11:05:00.000Z'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
  ])('%s', (text, expected) => {
    expect(moment(text)).toBe(expected);
  });

  test('in the order of the export', () => {
    expect(moment('3.11.2026, 09:30', 'dmy')).toBe('2026-11-03T08:30:00.000Z');
    expect(moment('11/3/2026 9:30 AM', 'mdy')).toBe('2026-11-03T08:30:00.000Z');
  });

  test.each([
    '2026-11-03 24:00',
    '2026-11-03 09:60',
    '2026-11-03 13:00 PM',
    '2026-11-03 0:30 AM',
    '2026-11-03T',
    'yesterday',
  ])('%s is refused', (text) => {
    expect(moment(text)).toBeUndefined();
  });
});
