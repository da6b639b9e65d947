import data from 'moment-timezone/data/packed/latest.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import {
  day,
  hour,
  knownZone,
  minute,
  offsetAt,
  toInstant,
  toLocal,
  tzdbVersion,
  zoneNames,
  zonesKnownUntil,
} from '../../src/time/index.ts';
import { readZoneRules } from '../../src/time/zone-rules.ts';
import { atWall, offsetsBetween } from '../../src/time/zones.ts';
import { at } from './calendars.ts';

describe('the names an agreement may use', () => {
  test.each([
    'Europe/Berlin',
    'UTC',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Arctic/Longyearbyen',
  ])('%s is known', (name) => {
    expect(knownZone(name)).toBe(true);
    expect(zoneNames()).toContain(name);
  });

  test.each(['EST', 'CET', 'GMT', 'EST5EDT', 'Etc/UTC', 'Etc/GMT+3', 'US/Eastern', 'Eire'])(
    '%s is refused',
    refused,
  );
  test.each(['europe/berlin', 'Europe/Atlantis', 'Europe/', '+01:00', '', '__proto__', 'constructor'])(
    '%j is not a zone',
    refused,
  );

  test('stand in order and all have rules', () => {
    const names = zoneNames();
    expect(names).toEqual(names.toSorted());
    expect(names.every((name) => Number.isInteger(offsetAt(name, 0)))).toBe(true);
  });

  test('an unknown one is an error of the caller', () => {
    expect(() => offsetAt('EST', 0)).toThrow(new RangeError('Unknown time zone EST'));
  });
});

describe('links', () => {
  test.each([
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kiev'],
    ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ])('%s is %s', (link, target) => {
    const moments = Array.from({ length: 200 }, (_, n) => Date.UTC(1900, n));
    expect(moments.map((moment) => offsetAt(link, moment))).toEqual(
      moments.map((moment) => offsetAt(target, moment)),
    );
  });
});

describe('offsets away from whole hours', () => {
  test.each([
    ['Asia/Kolkata', 5 * hour + 30 * minute],
    ['Asia/Kathmandu', 5 * hour + 45 * minute],
    ['Australia/Adelaide', 10 * hour + 30 * minute],
    ['Australia/Lord_Howe', 11 * hour],
    ['Australia/Eucla', 8 * hour + 45 * minute],
    ['America/St_Johns', -(3 * hour + 30 * minute)],
    ['UTC', 0],
  ])('%s in January', (zone, offset) => {
    expect(offsetAt(zone, Date.UTC(2026, 0, 15))).toBe(offset);
  });

  test('seconds of local mean time', () => {
    expect(offsetAt('Europe/Berlin', Date.UTC(1850, 0))).toBe((53 * 60 + 28) * 1000);
    expect(offsetAt('America/New_York', Date.UTC(1850, 0))).toBe(-(4 * 3600 + 56 * 60 + 2) * 1000);
  });
});

describe('a reading the clock skips resolves later by the gap', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30Z'],
    ['America/New_York', '2026-03-08T02:00', '2026-03-08T07:00Z'],
    ['Australia/Sydney', '2026-10-04T02:59', '2026-10-03T16:59Z'],
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:10', '2026-10-03T15:40Z'],
    ['Pacific/Apia', '2011-12-30T09:00', '2011-12-30T19:00Z'],
  ])('%s %s', (zone, skipped, instant) => {
    expect(at(zone, skipped)).toBe(Date.parse(instant));
    expect(atWall(zone, Date.parse(`${skipped}Z`)).skipped).toBe(true);
  });
});

describe('a reading that is repeated resolves to the first', () => {
  test.each([
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30Z'],
    ['America/New_York', '2026-11-01T01:00', '2026-11-01T05:00Z'],
    ['Australia/Sydney', '2026-04-05T02:59', '2026-04-04T15:59Z'],
    ['America/Sao_Paulo', '2018-02-17T23:30', '2018-02-18T01:30Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45Z'],
  ])('%s %s', (zone, repeated, instant) => {
    expect(at(zone, repeated)).toBe(Date.parse(instant));
    expect(atWall(zone, Date.parse(`${repeated}Z`)).skipped).toBe(false);
  });
});

test('the first reading after a gap is not skipped', () => {
  const local = toLocal('UTC', Date.parse('2026-03-29T03:00Z'));
  expect(atWall('Europe/Berlin', Date.parse('2026-03-29T03:00Z')).skipped).toBe(false);
  expect(toInstant('Europe/Berlin', local)).toBe(Date.parse('2026-03-29T01:00Z'));
});

describe('the offsets between two instants', () => {
  const spring = Date.UTC(2026, 2, 29, 1);
  const autumn = Date.UTC(2026, 9, 25, 1);
  const toSummer = { at: spring, offset: 2 * hour };
  const toWinter = { at: autumn, offset: hour };

  test.each([
    ['a year', Date.UTC(2026, 0), Date.UTC(2027, 0), hour, [toSummer, toWinter]],
    ['a summer', spring, autumn, 2 * hour, []],
    ['a summer and a moment before it', spring - 1, autumn, hour, [toSummer]],
    ['a summer and a moment after it', spring, autumn + 1, 2 * hour, [toWinter]],
  ])('of %s are the first and each change inside', (_, from, until, first, changes) => {
    expect(offsetsBetween('Europe/Berlin', from, until)).toEqual({ first, changes });
  });
});

test('parts overflow into the next day', () => {
  expect(at('Europe/Berlin', '2026-12-31T24:00')).toBe(at('Europe/Berlin', '2027-01-01T00:00'));
});

test('seconds and milliseconds count', () => {
  const local = { year: 2026, month: 7, day: 1, hour: 9, minute: 5, second: 7, ms: 250 };
  expect(toLocal('Asia/Tokyo', toInstant('Asia/Tokyo', local))).toEqual(local);
});

describe(`the data of tzdb ${tzdbVersion}`, () => {
  const rules = data.zones.map((packed) => [packed.split('|')[0], readZoneRules(packed)] as const);

  test('says which release it is', () => {
    expect(tzdbVersion).toMatch(/^20\d\d[a-z]$/);
  });

  test('still changes the clock in the last year it speaks for', () => {
    const summer = offsetAt('Europe/Berlin', zonesKnownUntil - 180 * day);
    expect(summer - offsetAt('Europe/Berlin', zonesKnownUntil - day)).toBe(hour);
  });

  test.each([
    ['instants', (index: number): readonly number[] => rules[index]![1].starts],
    ['readings of the wall clock', (index: number): readonly number[] => rules[index]![1].wallEnds],
  ])('has %s in order', (_, list) => {
    const disordered = rules.filter((_rule, index) => !increases(list(index)));
    expect(disordered.map(([name]) => name)).toEqual([]);
  });

  test('has one offset for every stretch', () => {
    const odd = rules.filter(([, { starts, offsets }]) => starts.length !== offsets.length);
    expect(odd.map(([name]) => name)).toEqual([]);
    expect(rules.every(([, { offsets }]) => offsets.every(Number.isInteger))).toBe(true);
  });
});

function increases(list: readonly number[]): boolean {
  return list.every((value, index) => index === 0 || (list[index - 1] ?? NaN) < value);
}

function refused(name: string): void {
  expect(knownZone(name)).toBe(false);
}
