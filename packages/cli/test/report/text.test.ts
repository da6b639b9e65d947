import { expect, test } from 'vitest';
import { formatMoment } from '../../src/report/moment.ts';
import { columns, counted, grouped, size, large, wrapped } from '../../src/report/text.ts';

test('numbers are grouped', () => {
  expect([0, 999, 1000, 1234567.4].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
  expect([counted(1, 'lead'), counted(0, 'lead'), counted(9240, 'lead')]).toEqual([
    '1 lead',
    '0 leads',
    '9,240 leads',
  ]);
});

test('sizes are short', () => {
  expect([640, 41_200, 92_000_000].map(size)).toEqual(['640 B', '41.2 kB', '92 MB']);
});

test('columns stand under each other', () => {
  expect(
    columns([
      ['lead', 5, 'x'],
      ['mql', 1200, ''],
    ]),
  ).toEqual(['lead      5  x', 'mql   1,200']);
});

test('a moment is written with the offset of its zone', () => {
  expect(formatMoment(Date.UTC(2026, 10, 24, 9), 'Europe/Berlin')).toBe('2026-11-24T10:00:00+01:00');
  expect(formatMoment(Date.UTC(2026, 6, 1, 0, 0, 0, 5), 'Asia/Kolkata')).toBe(
    '2026-07-01T05:30:00.005+05:30',
  );
  expect(formatMoment(Date.UTC(2026, 6, 1), 'America/St_Johns')).toBe('2026-06-30T21:30:00-02:30');
});

test.each([
  [0n, '0'],
  [9_240n, '9,240'],
  [999_999_999n, '999,999,999'],
  [1_000_000_000n, '1.0 × 10^9'],
  [1_449_999_999_999n, '1.4 × 10^12'],
  [9_960_000_000n, '1.0 × 10^10'],
  [177n * 10n ** 60n, '1.8 × 10^62'],
])('%i as people read it', (value, shown) => {
  expect(large(value)).toBe(shown);
});

test('text is broken between words', () => {
  expect(wrapped('no lead leaks today', 9)).toEqual(['no lead', 'leaks', 'today']);
  expect(wrapped('incomprehensible words', 5)).toEqual(['incomprehensible', 'words']);
});
