import type { Agreement, Meeting } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { sample } from '../../../../packages/compiler/test/words/sample.ts';
import { meetingCalendar } from '../../src/lib/calendar/calendar.ts';
import { contentLine, escapeText } from '../../src/lib/calendar/lines.ts';
import { readCalendar, readText, valueOf } from './read.ts';

const span = { file: 'cadence.yaml', line: 1, col: 1, end_line: 1, end_col: 2 };
const weekly: Meeting = {
  kind: 'meeting',
  id: 'weekly',
  title: 'Weekly; leads, promises \\ and more',
  every: { count: 1, unit: 'week' },
  on: 'monday',
  at: '09:30',
  minutes: 45,
  owner: 'shared',
  who: [],
  agenda: ['Leads of last week', 'BEGIN:VEVENT\r\nSUMMARY:no', 'ü'.repeat(90)],
  span,
};

const agreement: Agreement = {
  ...sample,
  name: 'acme',
  title: 'Acme, marketing and sales',
  time_zone: 'Europe/Berlin',
  effective_from: '2026-10-01',
  review_by: '2027-04-30',
};

const eventOf = (changes: Partial<Meeting>) => {
  const calendar = readCalendar(meetingCalendar({ ...agreement, meetings: [{ ...weekly, ...changes }] }));
  const [event, ...rest] = calendar.inside.filter(({ name }) => name === 'VEVENT');
  if (event === undefined || rest.length > 0) throw new Error('Not one event');
  return { calendar, event };
};

test('texts come back as they were, whatever stands in them', () => {
  const { event } = eventOf({});
  expect(readText(valueOf(event, 'SUMMARY'))).toBe(weekly.title);
  expect(readText(valueOf(event, 'DESCRIPTION'))).toBe(
    `Both teams.\n- Leads of last week\n- BEGIN:VEVENT\nSUMMARY:no\n- ${'ü'.repeat(90)}`,
  );
});

test('a calendar has what every calendar must have', () => {
  const { calendar, event } = eventOf({});
  expect(calendar.name).toBe('VCALENDAR');
  expect(valueOf(calendar, 'VERSION')).toBe('2.0');
  expect(valueOf(calendar, 'PRODID')).not.toBe('');
  expect(valueOf(event, 'UID')).toBe(`${agreement.name}-weekly@smarketing`);
  expect(valueOf(event, 'DTSTAMP')).toBe('20261001T000000Z');
});

test('its time zone has every change of the clocks from the first day to the review', () => {
  const { calendar, event } = eventOf({});
  expect(event.properties.find(({ name }) => name === 'DTSTART')?.parameters).toBe(';TZID=Europe/Berlin');
  const [zone] = calendar.inside.filter(({ name }) => name === 'VTIMEZONE');
  const changes = zone?.inside.map((one) =>
    [one.name, ...['DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'].map((name) => valueOf(one, name))].join(' '),
  );
  expect(changes).toEqual([
    'DAYLIGHT 20260329T020000 +0100 +0200',
    'STANDARD 20261025T030000 +0200 +0100',
    'DAYLIGHT 20270328T020000 +0100 +0200',
  ]);
});

const until = 'UNTIL=20270430T215959Z';

describe('when', () => {
  test.each<[string, Partial<Meeting>, string, string]>([
    ['every week', {}, '20261005T093000', `FREQ=WEEKLY;BYDAY=MO;${until}`],
    [
      'every second week',
      { every: { count: 2, unit: 'week' }, on: 'thursday' },
      '20261001T093000',
      `FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;${until}`,
    ],
    [
      'the first Tuesday of a month',
      { every: { count: 1, unit: 'month' }, on: 'tuesday' },
      '20261006T093000',
      `FREQ=MONTHLY;BYDAY=1TU;${until}`,
    ],
    [
      'every quarter, without a day or a time',
      { every: { count: 1, unit: 'quarter' }, on: null, at: null },
      '20261001',
      'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1;UNTIL=20270430',
    ],
    [
      'every year',
      { every: { count: 1, unit: 'year' }, on: 'wednesday' },
      '20261007T093000',
      `FREQ=MONTHLY;INTERVAL=12;BYDAY=1WE;${until}`,
    ],
  ])('%s', (_, changes, start, rule) => {
    const { event } = eventOf(changes);
    expect(valueOf(event, 'DTSTART')).toBe(start);
    expect(valueOf(event, 'RRULE')).toBe(rule);
  });
});

test('a line is folded between characters, never inside one', () => {
  const line = `SUMMARY:${escapeText('😀,'.repeat(60))}`;
  const folded = contentLine(line);
  expect(folded.split('\r\n').every((part) => Buffer.byteLength(part) <= 75)).toBe(true);
  expect(folded.replaceAll('\r\n ', '')).toBe(`${line}\r\n`);
  expect(folded.isWellFormed()).toBe(true);
});
