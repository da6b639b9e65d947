import { describe, expect, test } from 'vitest';
import { day, deadline, hour, minute, workingSteps } from '../../src/time/index.ts';
import { at, calendar, reading, tableOf } from './calendars.ts';
import { deadlineCases } from './deadline-cases.ts';

describe('deadlines across weekends, holidays and changes of the clock', () => {
  test.each(deadlineCases)('%s %j %j: %s and %s is %s', (zone, hours, holidays, start, work, due) => {
    const years = [0, 1, 2].map((years) => Number(start.slice(0, 4)) + years);
    const dates = years.flatMap((year) => holidays.map((holiday) => `${year}-${holiday}`));
    const table = tableOf(
      calendar(zone, { hours, holidays: dates }),
      `${years.at(0)}-01-01`,
      `${years.at(-1)}-12-31`,
    );
    const found = deadline(table, at(zone, start), milliseconds(work));
    expect(reading(zone, found)).toBe(due);
    expect(workingSteps(table, at(zone, start), milliseconds(work)).at(-1)?.until).toBe(found);
  });
});

function milliseconds(work: string): number {
  const units: Record<string, number> = { d: day, h: hour, m: minute, s: minute / 60 };
  const parts = work.split(' ').map((part) => parseInt(part, 10) * (units[part.slice(-1)] ?? NaN));
  return parts.reduce((sum, part) => sum + part, 0);
}
