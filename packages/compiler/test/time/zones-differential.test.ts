import { versions } from 'node:process';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { day, hour, offsetAt, toInstant, toLocal, tzdbVersion } from '../../src/time/index.ts';
import { random } from './random.ts';

// Zones whose rules have not changed in recent releases, so that two releases agree on them.
const zones = [
  'Africa/Johannesburg',
  'Africa/Lagos',
  'Africa/Nairobi',
  'America/Anchorage',
  'America/Argentina/Buenos_Aires',
  'America/Bogota',
  'America/Chicago',
  'America/Denver',
  'America/Halifax',
  'America/Los_Angeles',
  'America/New_York',
  'America/Phoenix',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Dubai',
  'Asia/Jerusalem',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Seoul',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Atlantic/Azores',
  'Australia/Adelaide',
  'Australia/Brisbane',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Europe/Athens',
  'Europe/Berlin',
  'Europe/Dublin',
  'Europe/Istanbul',
  'Europe/Lisbon',
  'Europe/London',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Honolulu',
];
const hours = Array.from({ length: 25 }, (_, n) => n);
const [first, last] = [Date.UTC(2015, 0), Date.UTC(2036, 0)];

describe(`tzdb ${tzdbVersion} against Temporal on tz ${versions['tz'] ?? 'unknown'}`, () => {
  test.each(zones)('%s', (zone) => {
    const moments = [...randomMoments(zone, 20), ...momentsAroundChanges(zone, 30)];
    for (const moment of moments) {
      const zoned = new Temporal.ZonedDateTime(BigInt(moment) * 1_000_000n, zone);
      expect(offsetAt(zone, moment)).toBe(zoned.offsetNanoseconds / 1_000_000);

      const local = toLocal('UTC', moment);
      const { ms: millisecond, ...fields } = local;
      const plain = Temporal.PlainDateTime.from({ ...fields, millisecond });
      expect(toInstant(zone, local)).toBe(plain.toZonedDateTime(zone).epochMilliseconds);
    }
  });
});

function randomMoments(zone: string, count: number): number[] {
  const next = random(zone);
  return Array.from({ length: count }, () => Math.floor(first + next() * (last - first)));
}

/** Moments of which either the instant or, read as local time, the wall clock is near a change. */
function momentsAroundChanges(zone: string, count: number): number[] {
  const next = random(`${zone} changes`);
  const days = Array.from({ length: (last - first) / day }, (_, n) => first + n * day);
  const changing = days.filter((start) => offsetAt(zone, start) !== offsetAt(zone, start + day));
  if (changing.length === 0) return [];
  return Array.from({ length: count }, (_, n) => {
    const start = changing[Math.floor(next() * changing.length)] ?? NaN;
    const change =
      hours
        .map((hours) => start + hours * hour)
        .find((end) => offsetAt(zone, start) !== offsetAt(zone, end)) ?? NaN;
    const wall = n % 2 === 0 ? 0 : offsetAt(zone, start);
    return change + wall + Math.floor((next() * 6 - 3) * hour);
  });
}
