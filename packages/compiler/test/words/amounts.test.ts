import { expect, test } from 'vitest';
import {
  atMost,
  band,
  bounds,
  counted,
  dateBounds,
  duration,
  every,
  money,
  percent,
  points,
  scaled,
  span,
  times,
} from '../../src/words/amounts.ts';
import { clockTime, inForce, isoDate, localDate, moment, utcDate } from '../../src/words/dates.ts';
import { fieldWords } from '../../src/words/fields.ts';
import { isPlural, personCount, plural, startsWithVerb } from '../../src/words/grammar.ts';
import { lowerFirst } from '../../src/words/phrase.ts';
import { day, excl, hour, incl, sample } from './sample.ts';

test.each([
  [15 * 60_000, '15 minutes'],
  [hour, '1 hour'],
  [36 * hour, '36 hours'],
  [day, '1 day'],
  [42 * day, '42 days'],
  [90 * 60_000, '90 minutes'],
  [1000, '1 second'],
])('duration of %d ms', (ms, expected) => {
  expect(duration(ms)).toBe(expected);
});

test('spans, periods and counts', () => {
  expect([span(day), span(30 * day), span(hour)]).toEqual(['day', '30 days', 'hour']);
  expect(every({ count: 1, unit: 'week' })).toBe('every week');
  expect(every({ count: 2, unit: 'month' })).toBe('every 2 months');
  expect([times(1), times(2), times(1000)]).toEqual(['once', 'twice', '1,000 times']);
  expect(counted(1, 'day')).toBe('1 day');
});

test.each([
  [{ count: 1, per_ms: null }, 'only the first time'],
  [{ count: 3, per_ms: null }, 'only the first 3 times'],
  [{ count: 1, per_ms: hour }, 'at most once an hour'],
  [{ count: 1, per_ms: day }, 'at most once a day'],
  [{ count: 2, per_ms: 7 * day }, 'at most twice a week'],
  [{ count: 5, per_ms: 10 * day }, 'at most 5 times in 10 days'],
])('limit %o', (limit, expected) => {
  expect(atMost(limit)).toBe(expected);
});

test.each([
  [0, 0, '0'],
  [-5, 0, '−5'],
  [1_234_567, 0, '1,234,567'],
  [1250, 2, '12.5'],
  [5, 2, '0.05'],
  [-1_000_005, 1, '−100,000.5'],
  [Number.MAX_SAFE_INTEGER, 6, '9,007,199,254.740991'],
])('%d with %d decimals is %s', (value, decimals, expected) => {
  expect(scaled(value, decimals)).toBe(expected);
});

test('money, percents and points', () => {
  expect(money(1_000_000, 'EUR')).toBe('€10,000');
  expect(money(-1250, 'CHF')).toBe('−CHF 12.50');
  expect(money(5, 'USD')).toBe('$0.05');
  expect([percent(3500), percent(250)]).toEqual(['35%', '2.5%']);
  expect([points(15, 0), points(-30, 0), points(0, 0), points(25, 1)]).toEqual(['+15', '−30', '0', '+2.5']);
});

test('bands', () => {
  expect(band(incl(45), null, 0)).toBe('45 or more');
  expect(band(incl(20), excl(45), 0)).toBe('20 to below 45');
  expect(band(null, excl(20), 0)).toBe('below 20');
  expect(band(excl(1), incl(2), 0)).toBe('above 1 to 2');
  expect([band(excl(45), null, 0), band(null, incl(20), 0), band(null, null, 0)]).toEqual([
    'above 45',
    '20 or less',
    'any',
  ]);
});

test('dates are those of the zone that is asked for', () => {
  expect(isoDate('2026-10-01')).toBe('1 October 2026');
  expect(utcDate(Date.UTC(2027, 0, 1))).toBe('1 January 2027');
  const lateInBerlin = Date.UTC(2026, 11, 31, 23, 30);
  expect(localDate(lateInBerlin, 'Europe/Berlin')).toBe('1 January 2027');
  expect(moment(lateInBerlin, 'America/New_York')).toBe('31 December 2026, 18:30');
  expect([clockTime(540), clockTime(1440)]).toEqual(['09:00', '24:00']);
  expect(
    inForce({ from: Date.UTC(2026, 10, 30, 23), until: Date.UTC(2027, 2, 31, 22) }, 'Europe/Berlin'),
  ).toBe('from 1 December 2026 to 31 March 2027');
  expect(inForce({ from: null, until: Date.UTC(2027, 2, 31, 22) }, 'Europe/Berlin')).toBe(
    'until 31 March 2027',
  );
});

test('what has no bound can be anything', () => {
  expect([bounds(null, null, String), dateBounds(null, null, String)]).toEqual(['anything', 'any day']);
});

test('rules in force from a day on', () => {
  expect(inForce({ from: Date.UTC(2026, 10, 30, 23), until: null }, 'Europe/Berlin')).toBe(
    'from 1 December 2026',
  );
});

test('a little grammar', () => {
  expect([plural('MQL'), plural('Opportunity'), plural('Lead')]).toEqual(['MQLs', 'opportunities', 'leads']);
  expect([plural('Business'), personCount(1), personCount(2)]).toEqual(['business', '1 person', '2 people']);
  expect(
    ['Interests', 'Years in business', 'Number of employees', 'Status', 'Business'].map(isPlural),
  ).toEqual([true, true, false, false, false]);
  expect(['Asked for a demo', 'Saw a page', 'Sales called'].map(startsWithVerb)).toEqual([true, true, false]);
  expect(['Country of origin', 'VP', 'LinkedIn page', 'A page'].map(lowerFirst)).toEqual([
    'country of origin',
    'VP',
    'LinkedIn page',
    'a page',
  ]);
});

test('what can stand in a field', () => {
  const says = Object.fromEntries(sample.fields.map((field) => [field.id, fieldWords(field, 'EUR')]));
  expect(says).toMatchObject({
    seniority: 'One of: manager, director, VP, C-level',
    interests: 'Any of: Analytics, Billing',
    employees: 'A whole number of people, 1 to 5,000,000',
    gave_consent: 'Yes or no',
    email: 'A text; personal, so never shown here',
  });
});

test.each([
  ['deal_size', { min: 0, max: 1_000_050 }, 'An amount, €0 to €10,000.50'],
  ['margin', { min: 0, max: 10_000 }, 'A percentage, 0% to 100%'],
  ['nps', { min: -1000, max: 1000 }, 'A number, −100 to 100'],
  ['seniority', { personal: true }, 'A choice; personal, so never shown here'],
])('what can stand in %s with %j', (id, more, says) => {
  const field = sample.fields.find((one) => one.id === id)!;
  expect(fieldWords({ ...field, ...more }, 'EUR')).toBe(says);
});
