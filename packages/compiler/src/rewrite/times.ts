import { parseDate, parseHours } from '../schema/times.ts';
import type { Rewrite } from './rewrite.ts';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** `2026-3-1`, `31.12.2026`, `31/12/2026`, `31 December 2026`: what can only be one day. */
export const date: Rewrite = (text) => {
  const [, year, a, b] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return day(year, a, b);
  const [, dotDay, dotMonth, dotYear] = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text) ?? [];
  if (dotYear !== undefined) return day(dotYear, dotMonth, dotDay);
  const [, first = '', second = '', slashYear] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text) ?? [];
  if (slashYear !== undefined) return ofSlashes(slashYear, first, second);
  const [, wordDay = '', word = '', wordYear] =
    /^(\d{1,2})(?:st|nd|rd|th|\.)? ([a-z]+),? (\d{4})$/i.exec(text) ?? [];
  if (wordYear !== undefined) return day(wordYear, monthOf(word), wordDay);
  const [, american = '', on = '', at] = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text) ?? [];
  return at === undefined ? undefined : day(at, monthOf(american), on);
};

/** A number over 12 is no month; where both could be one, people disagree. */
function ofSlashes(year: string, first: string, second: string): string | undefined {
  if (first === second || Number(first) > 12) return day(year, second, first);
  return Number(second) > 12 ? day(year, first, second) : undefined;
}

function monthOf(word: string): string | undefined {
  const index = months.findIndex(
    (name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase(),
  );
  return index === -1 ? undefined : String(index + 1);
}

function day(year: string, month = '', date = ''): string | undefined {
  return parseDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}

/** What to say of `2027-02-30`, which has the form of a day and is none. */
export function noSuchDay(text: string): string | undefined {
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d(?!\d)/.exec(text) ?? [];
  if (year === undefined || parseDate(text.slice(0, 10)) !== undefined) return undefined;
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const name = months[Number(month) - 1];
  if (name === undefined || Number(year) < 1900) return undefined;
  return `There is no such day: ${name.charAt(0).toUpperCase()}${name.slice(1)} ${year} has ${last} days.`;
}

/** A day and a time of it: `24.11.2026 9:30`. */
export const moment: Rewrite = (text) => {
  const [, before = '', at = ''] =
    /^(.+?)(?:,? (?:at )?|T)(\d{1,2}[:.]\d{2}(?: ?[ap]m)?|\d{1,2} ?[ap]m)$/i.exec(text) ?? [];
  const [on, clock] = [parseDate(before) ?? date(before), clockOf(at)];
  if (at === '') return date(text);
  return on === undefined || clock === undefined ? undefined : `${on} ${clock}`;
};

/** `9:30`, `9.30 am`, `9am`, `930`. */
export const time: Rewrite = (text) => {
  const clock = clockOf(text.replace(/^(\d{1,2})(\d{2})$/, '$1:$2'));
  return clock === undefined ? undefined : `'${clock}'`;
};

/** `9-17`, `9:00 – 17:30`, `9am to 5pm`. */
export const hours: Rewrite = (text) => {
  const [written, later] = hoursOf(text);
  return later === undefined ? written : undefined;
};

/** What opening hours can mean that do not say am and pm: `9-5` one thing, `1-5` two. */
export function hoursMeant(text: string): readonly string[] {
  return hoursOf(text).filter((meant) => meant !== undefined);
}

/** As they are written, and as they are if they end in the afternoon; who begins at one to seven may mean that as well. */
function hoursOf(text: string): readonly [written: string | undefined, later: string | undefined] {
  const [, open = '', close = ''] = /^(.+?) ?(?:-|–|—|to|bis) ?(.+)$/i.exec(text) ?? [];
  const written = span(open, close);
  if (!/^(?:\d|1[0-2])(?:[:.]\d{2})?$/.test(close)) return [written, undefined];
  if (written === undefined) return [undefined, span(open, `${close} pm`)];
  return [written, /^[1-7](?:[:.]\d{2})?$/.test(open) ? span(`${open} pm`, `${close} pm`) : undefined];
}

function span(open: string, close: string): string | undefined {
  const [from, until] = [clockOf(open, true), clockOf(close, true)];
  const written = `${from}-${until}`;
  return from !== undefined && until !== undefined && parseHours(written) ? written : undefined;
}

function clockOf(text: string, alone = false): string | undefined {
  const [, hour = '', minute, half] = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/i.exec(text.trim()) ?? [];
  if (hour === '' || (minute === undefined && half === undefined && !alone)) return undefined;
  if (half !== undefined && (Number(hour) > 12 || Number(hour) === 0)) return undefined;
  const isAfternoon = half?.toLowerCase() === 'pm';
  const value = half === undefined ? Number(hour) : (Number(hour) % 12) + (isAfternoon ? 12 : 0);
  return value > 24 || Number(minute) > 59
    ? undefined
    : `${String(value).padStart(2, '0')}:${minute ?? '00'}`;
}

/** What to write in place of “2 business hours” or “next day”: a duration does not say whose hours count. */
export function workingTime(text: string): string | undefined {
  const word = text.toLowerCase();
  const calendar = 'Which hours count, `calendar` says.';
  const [, count, unit] = /^(\d+) (?:business|working) (hours?|minutes?)$/.exec(word) ?? [];
  if (count !== undefined) return `Write ${count} ${unit}. ${calendar}`;
  const isDay = /^(?:(?:\d+|same|next|one) )?(?:business|working) days?$|^(?:same|next) day$/.test(word);
  return isDay ? `A day has no one length: write hours, such as 8 hours. ${calendar}` : undefined;
}
