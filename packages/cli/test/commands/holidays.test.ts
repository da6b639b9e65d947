import { format } from '@smarketing/compiler';
import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { closedDays } from '../../src/holidays/days.ts';
import { holidaysYaml } from '../../src/report/holidays.ts';
import { run } from '../test-io.ts';

test('lists the public holidays of a region as a calendar has them, with their source', async () => {
  const { code, stdout, stderr } = await run(['holidays', 'de-be', '2027']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^# Public holidays 2027 of Berlin, Germany: a proposal\..*\n# Source: date-holidays.*CC BY-SA/,
  );
  expect(stdout).toContain("\nholidays:\n  - { date: 2027-01-01, name: New Year's Day }\n");
  expect(stdout).toContain("  - { date: 2027-03-08, name: International Women's Day }\n");
  expect((await run(['holidays', 'DE', '2027'])).stdout).not.toContain('2027-03-08');
});

test('gives each of several days, and leaves out half days', async () => {
  const { stdout } = await run(['holidays', 'ae', '2027']);
  for (const day of ['09', '10', '11'])
    expect(stdout).toContain(`{ date: 2027-03-${day}, name: End of Ramadan`);
  expect((await run(['holidays', 'is', '2027'])).stdout).not.toContain('2027-12-24');
});

describe('what nobody knows ends with code 2, and says what was meant', () => {
  test.each([
    ['uk', 'There is no country uk.', 'gb United Kingdom'],
    ['germany', 'There is no country germany.', 'Did you mean de Germany?'],
    ['q1', 'There is no country q1.', 'Countries have codes of two letters, such as de.'],
    ['de-berlin', 'No region berlin of Germany has holidays of its own.', 'Did you mean de-be Berlin?'],
    ['de-xx', 'No region xx of Germany has holidays of its own.', 'Those that have: de-bb Brandenburg, '],
    ['sg-x', 'No region x of Singapore has holidays of its own.', 'Leave it out: sg'],
    ['de-by-a-x', 'No region x of Stadt Augsburg, Bayern, Germany has', 'Leave it out: de-by-a'],
  ])('%s', async (place, message, hint) => {
    const { code, stdout, stderr } = await run(['holidays', place, '2027']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error: ${message}`);
    expect(stderr).toContain(hint);
  });

  test('a year that cannot be', async () => {
    expect(await run(['holidays', 'de', '1999'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('It is not a year from 2000 to 2099.'),
    });
  });
});

const known = Object.keys(new Holidays().getCountries())
  .map((country) => [country, closedDays(new Holidays(country).getHolidays(2027, 'en'))] as const)
  .filter(([, days]) => days.length > 0);

test.each(known)('the list of %s is in our style and names each day once', (country, days) => {
  const text = holidaysYaml(days, { title: country, year: 2027 });
  expect(format({ path: country, name: country, text })).toEqual([text, []]);
  expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
});
