import { deadline, unpackIntervals, workBetween } from '@smarketing/compiler/time';
import { expect, test } from 'vitest';
import { always, hoursOf } from '../../src/time/hours.ts';
import { never } from '../../src/time/units.ts';
import { agreementOf } from '../support/starter.ts';

const { calendars } = agreementOf('acme');
const origin = Date.UTC(2026, 3, 2);

test.each(calendars.map((calendar) => [calendar.id, calendar] as const))(
  '%s works as the compiler says',
  (_, calendar) => {
    const hours = hoursOf(calendar, origin);
    const { zone, tzdb, from, until } = calendar;
    const table = { zone, tzdb, from, until, ...unpackIntervals(calendar.intervals) };
    for (let i = 0; i < 3000; i++) {
      const start = (i * 7919 * 1801) % (500 * 86_400);
      const [startMs, need] = [origin + start * 1000, (i * 977) % 200_000];
      const due = deadline(table, startMs, need * 1000);
      expect(hours.deadline(start, need)).toBe(due === undefined ? never : (due - origin) / 1000);
      const end = start + ((i * 7717) % 1_000_000);
      expect(hours.workAt(end) - hours.workAt(start)).toBe(
        workBetween(table, startMs, origin + end * 1000) / 1000,
      );
      const open = hours.openFrom(start);
      expect(hours.workAt(open)).toBe(hours.workAt(start));
      expect(hours.workAt(open + 1)).toBe(hours.workAt(open) + 1);
    }
  },
);

test('a calendar that ended is never open again', () => {
  const hours = hoursOf(calendars[0]!, calendars[0]!.until + 1);
  expect([hours.openFrom(0), hours.deadline(0, 1), hours.workAt(1e9)]).toEqual([never, never, 0]);
});

test('always is open', () => {
  expect([always.openFrom(5), always.deadline(5, 10), always.workAt(15) - always.workAt(5)]).toEqual([
    5, 15, 10,
  ]);
});
