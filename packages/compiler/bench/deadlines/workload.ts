import { below, pick } from '../../src/ir/index.ts';
import { type CalendarSpec, hour, minute } from '../../src/time/index.ts';

/** A start, and the working time until the deadline; both in milliseconds. */
export interface Task {
  readonly start: number;
  readonly work: number;
}

const split = [
  { open: 9 * 60, close: 12 * 60 + 30 },
  { open: 13 * 60 + 30, close: 18 * 60 },
];

/** An office in Berlin with two spans a day, twenty holidays and two short days. */
export const office: CalendarSpec = {
  zone: 'Europe/Berlin',
  hours: [split, split, split, split, [{ open: 9 * 60, close: 16 * 60 }], [], []],
  holidays: ['2026', '2027'].flatMap((year) =>
    ['01-01', '03-08', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26'].map(
      (date) => `${year}-${date}`,
    ),
  ),
  special: ['2026-12-24', '2027-12-24'].map((date) => ({ date, hours: [{ open: 9 * 60, close: 12 * 60 }] })),
};

/** What the calendar speaks for. */
export const from: number = Date.UTC(2025, 11, 31, 23);
export const until: number = Date.UTC(2027, 11, 31, 23);

const lengths = [15 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 16 * hour, 40 * hour];

/** A start in the first 23 months, at any minute of day and night, and one of the usual lengths. */
export function makeTask(random: () => number): Task {
  return { start: from + below(random, 23 * 30 * 24 * 60) * minute, work: pick(random, lengths) };
}
