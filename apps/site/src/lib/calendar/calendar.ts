import type { Agreement, Meeting } from '@smarketing/compiler/ir';
import { day } from '@smarketing/compiler/time';
import { ownerTitles } from '@smarketing/compiler/words';
import { fromWall } from '../../playground/clock.ts';
import { zoneTables } from '../playground/zones.ts';
import { contentLine, escapeText } from './lines.ts';
import { basic, timeZone } from './time-zone.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** The meetings of an agreement to subscribe to, from its first day to its review: RFC 5545. */
export function meetingCalendar(agreement: Agreement): string {
  const { time_zone: zone, effective_from: from, review_by: until } = agreement;
  const table = zoneTables([zone])[zone] ?? [];
  const end = fromWall(table, `${until}T23:59:59`);
  const isTimed = agreement.meetings.some(({ at }) => at !== null);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//smarketing//meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(agreement.title)}`,
    ...(isTimed ? timeZone(zone, table, fromWall(table, `${from}T00:00`), end) : []),
    ...agreement.meetings.flatMap((meeting) => meetingLines(agreement, meeting, end)),
    'END:VCALENDAR',
  ]
    .map(contentLine)
    .join('');
}

function meetingLines(agreement: Agreement, meeting: Meeting, end: number): readonly string[] {
  const { name, time_zone: zone, effective_from: from, review_by: until } = agreement;
  const { id, title, at, minutes, owner, agenda } = meeting;
  const open = openWords(meeting);
  const days = daysOf(agreement, meeting);
  const first = firstDay(from, days, meeting).replaceAll('-', '');
  const last = at === null ? until.replaceAll('-', '') : `${basic(new Date(end).toISOString())}Z`;
  const says = [
    `${ownerTitles[owner]}.`,
    ...(open === null ? [] : [open]),
    ...agenda.map((item) => `- ${item}`),
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${name}-${id}@smarketing`,
    `DTSTAMP:${from.replaceAll('-', '')}T000000Z`,
    ...(at === null
      ? [`DTSTART;VALUE=DATE:${first}`, 'TRANSP:TRANSPARENT']
      : [`DTSTART;TZID=${zone}:${first}T${at.replace(':', '')}00`, `DURATION:PT${minutes}M`]),
    `RRULE:${[...rule(meeting, days), `UNTIL=${last}`].join(';')}`,
    `SUMMARY:${escapeText(title)}`,
    `DESCRIPTION:${escapeText(says.join('\n'))}`,
    'END:VEVENT',
  ];
}

/** The weekdays (0 is Monday) on which a meeting may be; daily ones on the working days of the agreement; empty is any. */
function daysOf(
  { calendars, default_calendar: usual }: Agreement,
  { every, on }: Meeting,
): readonly number[] {
  if (on !== null) return [weekdays.indexOf(on)];
  if (every.unit !== 'day') return [];
  const hours = calendars.find(({ id }) => id === usual)?.hours ?? [];
  return hours.flatMap((spans, weekday) => (spans.length > 0 ? [weekday] : []));
}

const months = { month: 1, quarter: 3, year: 12 } as const;

/** The months between two meetings; `null` where they are days or weeks apart. */
const monthsApart = ({ every: { count, unit } }: Meeting): number | null =>
  unit === 'day' || unit === 'week' ? null : count * months[unit];

/** A meeting of every month or longer is on the first such weekday of its month, without a weekday on the first. */
function rule(meeting: Meeting, days: readonly number[]): readonly string[] {
  const { count, unit } = meeting.every;
  const apart = monthsApart(meeting);
  const interval = apart ?? count;
  const named = days.map((weekday) => `${apart === null ? '' : '1'}${codes[weekday]}`).join(',');
  const frequency = apart === null ? (unit === 'day' ? 'DAILY' : 'WEEKLY') : 'MONTHLY';
  return [
    `FREQ=${frequency}`,
    ...(interval > 1 ? [`INTERVAL=${interval}`] : []),
    ...(named === '' ? [] : [`BYDAY=${named}`]),
    ...(named === '' && apart !== null ? ['BYMONTHDAY=1'] : []),
  ];
}

/** The first day of the agreement on which the meeting may be. */
function firstDay(from: string, days: readonly number[], meeting: Meeting): string {
  const lastOfMonth = monthsApart(meeting) === null ? 31 : days.length === 0 ? 1 : 7;
  let date = new Date(from);
  const fits = () =>
    (days.length === 0 || days.includes((date.getUTCDay() + 6) % 7)) && date.getUTCDate() <= lastOfMonth;
  while (!fits()) date = new Date(date.getTime() + day);
  return date.toISOString().slice(0, 10);
}

/** What the agreement leaves open. */
function openWords({ every, on, at }: Meeting): string | null {
  const open = [on === null && every.unit !== 'day' ? 'day' : null, at === null ? 'time' : null].filter(
    (part) => part !== null,
  );
  return open.length === 0 ? null : `Still to be agreed: the ${open.join(' and the ')}.`;
}
