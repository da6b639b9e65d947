import { describe, expect, it } from 'vitest';
import { dateOf, zoneDays } from '../../src/emit/typescript/runtime/zone-days.ts';
import { offsetsText } from '../../src/emit/typescript/sla-status-code.ts';
import { hour, offsetAt, toInstant, toLocal } from '../../src/time/index.ts';
import { calendars } from './offices.ts';

const dayLength = 24 * hour;

describe.each(calendars.map((calendar) => [calendar.zone, calendar] as const))(
  'days of %s',
  (zone, calendar) => {
    const { from, until } = calendar;
    const days = zoneDays(
      { from, until, packed: '', hours: null },
      { id: '', zone, offsets: offsetsText(calendar), named: ['Twice', '1 2', null, '4'] },
    );
    const step = hour / 2;
    const steps = Array.from({ length: (until - from) / step - 1 }, (_, index) => from + (index + 1) * step);

    it('are those of the wall clock, on and just before every half hour', () => {
      const wrong = steps
        .flatMap((at) => [at - 1, at])
        .filter((moment) => {
          const { year, month, day } = toLocal(zone, moment);
          return days.dayOf(moment) !== Date.UTC(year, month - 1, day) / dayLength;
        });
      expect(wrong).toEqual([]);
      const changes = steps.filter((at) => offsetAt(zone, at) !== offsetAt(zone, at - 1));
      expect(changes).toHaveLength(['UTC', 'Pacific/Kiritimati'].includes(zone) ? 0 : 4);
      expect(dateOf(days.dayOf(Date.UTC(2026, 10, 20, 12)))).toMatch(/^2026-11-2[01]$/);
    });

    it('begin when the wall clock first shows midnight, or would', () => {
      const wanted = Array.from({ length: 700 }, (_, index) => {
        const { year, month, day } = toLocal('UTC', from + (index + 2) * dayLength);
        return [
          Date.UTC(year, month - 1, day) / dayLength,
          toInstant(zone, { year, month, day, hour: 0, minute: 0 }),
        ];
      });
      expect(wanted.map(([day = 0]) => [day, days.beginOf(day)])).toEqual(wanted);
    });

    it('have the names that the calendar gives them', () => {
      const first = Math.floor(from / dayLength);
      expect([0, 1, 2, 3, 4].map((day) => days.nameOf(first + day))).toEqual([
        undefined,
        'Twice',
        undefined,
        'Twice',
        null,
      ]);
    });
  },
);
