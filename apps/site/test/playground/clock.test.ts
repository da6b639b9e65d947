import { seededRandom, below } from '@smarketing/compiler/ir';
import { offsetAt, toInstant } from '@smarketing/compiler/time';
import { expect, test } from 'vitest';
import { zoneTables } from '../../src/lib/playground/zones.ts';
import { fromWall, lengthWords, momentWords, toWall } from '../../src/playground/clock.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'];
const tables = zoneTables(zones);
const table = (zone: string) => tables[zone] ?? [];

const hour = 3_600_000;

test.each(zones)('the clocks of %s are those of the compiler, at every change and at random', (zone) => {
  const random = seededRandom(1);
  const changes = table(zone).flatMap(([from]) => [
    from - 1,
    from,
    from + hour,
    from - hour,
    from + 2 * hour,
  ]);
  const anywhere = Array.from({ length: 500 }, () => Date.UTC(1991, 0) + below(random, 58 * 365) * 24 * hour);
  for (const at of [...changes.filter((at) => at > Date.UTC(1991, 0)), ...anywhere]) {
    const wall = toWall(table(zone), at);
    expect(Date.parse(`${wall}Z`) - at).toBe(offsetAt(zone, at));
    const [year = 0, month = 1, day = 1, hours = 0, minutes = 0] = wall.split(/[-T:]/u).map(Number);
    const local = { year, month, day, hour: hours, minute: minutes };
    expect(fromWall(table(zone), wall.slice(0, 16))).toBe(toInstant(zone, local));
  }
});

test('an hour that is skipped resolves later, one that comes twice to the first', () => {
  const berlin = table('Europe/Berlin');
  expect(fromWall(berlin, '2026-03-29T02:30')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(fromWall(berlin, '2026-10-25T02:30')).toBe(Date.UTC(2026, 9, 25, 0, 30));
});

test('moments and lengths are said as people say them', () => {
  const at = Date.UTC(2026, 10, 24, 8, 30);
  expect(momentWords(table('Europe/Berlin'), at)).toBe('24 November 2026, 09:30');
  expect(toWall(table('Europe/Berlin'), at + 1)).toBe('2026-11-24T09:30:00.001');
  expect([0, 61_000, 90 * 60_000, 51 * hour].map(lengthWords)).toEqual([
    '0 seconds',
    '1 minute',
    '1 hour 30 minutes',
    '2 days 3 hours',
  ]);
});
