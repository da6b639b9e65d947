import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileCalendar,
  day,
  deadline,
  hour,
  offsetAt,
  toLocal,
  workBetween,
  workingSteps,
} from '../../src/time/index.ts';
import type { CalendarSpec, CalendarTable, Span } from '../../src/time/index.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const first = Date.UTC(2026, 2, 1);
const length = 40 * day;

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map(pairs);
const spec: fc.Arbitrary<CalendarSpec> = fc.record({
  zone: fc.constantFrom(...zones),
  hours: fc.array(hours, { minLength: 7, maxLength: 7 }),
  holidays: fc.constantFrom([], ['2026-03-08'], ['2026-03-29', '2026-03-30']),
  special: fc.array(fc.record({ date: fc.constantFrom('2026-03-10', '2026-04-05'), hours }), {
    maxLength: 1,
  }),
});
const table = spec.map((calendar) => compileCalendar(calendar, first, first + length));
const moment = fc.integer({ min: first, max: first + length - 1 });
const work = fc.integer({ min: 0, max: 60 * hour });

describe('deadline', () => {
  test('is the first instant at which the work is done', () => {
    expect(
      counterexample([table, moment, work], (calendar, start, target) => {
        const due = deadline(calendar, start, target);
        if (due === undefined) return workBetween(calendar, start, calendar.until) < target;
        const before = workBetween(calendar, start, due - 1);
        return workBetween(calendar, start, due) === target && (due === start || before < target);
      }),
    ).toBeUndefined();
  });

  test('never comes earlier for a later start', () => {
    expect(
      counterexample([table, moment, moment, work], (calendar, a, b, target) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        return (
          (deadline(calendar, early, target) ?? Infinity) <= (deadline(calendar, late, target) ?? Infinity)
        );
      }),
    ).toBeUndefined();
  });

  test('never comes earlier for more work', () => {
    expect(
      counterexample([table, moment, work, work], (calendar, start, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        return (deadline(calendar, start, less) ?? Infinity) <= (deadline(calendar, start, more) ?? Infinity);
      }),
    ).toBeUndefined();
  });

  test('can be reached in two parts', () => {
    expect(
      counterexample([table, moment, work, work], (calendar, start, a, b) => {
        const half = deadline(calendar, start, a);
        if (half === undefined || half === calendar.until) return true;
        return deadline(calendar, half, b) === deadline(calendar, start, a + b);
      }),
    ).toBeUndefined();
  });
});

describe('workBetween', () => {
  test('adds up', () => {
    expect(
      counterexample([table, moment, moment, moment], (calendar, ...moments) => {
        const [a = 0, b = 0, c = 0] = moments.toSorted((x, y) => x - y);
        return workBetween(calendar, a, b) + workBetween(calendar, b, c) === workBetween(calendar, a, c);
      }),
    ).toBeUndefined();
  });

  test('is at most the time that passes', () => {
    expect(
      counterexample([table, moment, moment], (calendar, a, b) => {
        const passed = workBetween(calendar, a, b);
        return 0 <= passed && passed <= Math.max(0, b - a);
      }),
    ).toBeUndefined();
  });
});

describe('workingSteps', () => {
  test('join from the start to the deadline', () => {
    expect(
      counterexample([table, moment, work], (calendar, start, target) => {
        const steps = workingSteps(calendar, start, target);
        const joined = steps.every(({ from }, index) => from === (steps[index - 1]?.until ?? start));
        const end = deadline(calendar, start, target) ?? calendar.until;
        return joined && (steps.at(-1)?.until ?? start) === end;
      }),
    ).toBeUndefined();
  });

  test('count the work as they go', () => {
    expect(
      counterexample([table, moment, work], (calendar, start, target) =>
        workingSteps(calendar, start, target).every(
          ({ from, until, kind, work: used }) =>
            from < until &&
            used === workBetween(calendar, start, until) &&
            workBetween(calendar, from, until) === (kind === 'open' ? until - from : 0),
        ),
      ),
    ).toBeUndefined();
  });
});

describe('a compiled calendar', () => {
  test('has intervals in order, apart, and inside the time it speaks for', () => {
    expect(
      counterexample([table], ({ from, until, opens, closes }) => {
        const bounds = opens.flatMap((open, index) => [open, closes[index] ?? NaN]);
        const increasing = bounds.every((bound, index) => index === 0 || (bounds[index - 1] ?? NaN) < bound);
        return increasing && bounds.every((bound) => from <= bound && bound <= until);
      }),
    ).toBeUndefined();
  });

  test('is open when the wall clock is within the hours', () => {
    expect(
      counterexample([spec, moment], (calendar, instant) => {
        fc.pre(!clockChangesNear(calendar.zone, instant));
        const compiled = compileCalendar(calendar, first, first + length);
        return isOpen(compiled, instant) === wallClockIsWithin(calendar, instant);
      }),
    ).toBeUndefined();
  });

  test('of a part agrees with the whole', () => {
    expect(
      counterexample([spec, moment, moment], (calendar, a, b) => {
        const [from, until] = [Math.min(a, b), Math.max(a, b)];
        const whole = compileCalendar(calendar, first, first + length);
        return (
          workBetween(compileCalendar(calendar, from, until), from, until) === workBetween(whole, from, until)
        );
      }),
    ).toBeUndefined();
  });
});

/** The smallest inputs found for which something does not hold, in words. */
function counterexample<Inputs extends [unknown, ...unknown[]]>(
  inputs: { [Index in keyof Inputs]: fc.Arbitrary<Inputs[Index]> },
  holds: (...values: Inputs) => boolean,
): string | undefined {
  const outcome = fc.check(fc.property<Inputs>(...inputs, holds), { seed: 1, numRuns: 200 });
  return fc.defaultReportMessage(outcome);
}

function pairs(quarters: readonly number[]): Span[] {
  return quarters.flatMap((quarter, index) => {
    const close = quarters[index + 1];
    return index % 2 === 0 && close !== undefined ? [{ open: quarter * 15, close: close * 15 }] : [];
  });
}

function isOpen({ opens, closes }: CalendarTable, instant: number): boolean {
  return opens.some((open, index) => open <= instant && instant < (closes[index] ?? NaN));
}

function wallClockIsWithin({ zone, hours, holidays, special }: CalendarSpec, instant: number): boolean {
  const local = toLocal(zone, instant);
  const date = new Date(Date.UTC(local.year, local.month - 1, local.day));
  const name = date.toISOString().slice(0, 10);
  const ordinary = holidays.includes(name) ? [] : hours[(date.getUTCDay() + 6) % 7];
  const spans = special.find((exception) => exception.date === name)?.hours ?? ordinary ?? [];
  const now = local.hour * 60 + local.minute;
  return spans.some(({ open, close }) => open <= now && now < close);
}

function clockChangesNear(zone: string, instant: number): boolean {
  return offsetAt(zone, instant - 2 * hour) !== offsetAt(zone, instant + 2 * hour);
}
