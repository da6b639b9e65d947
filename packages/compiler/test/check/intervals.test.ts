import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ends, gaps, type NamedInterval, overlaps } from '../../src/ir/intervals.ts';

const bound = fc.option(fc.record({ value: fc.integer({ min: -8, max: 8 }), inclusive: fc.boolean() }), {
  nil: null,
});
const interval = fc.record({ min: bound, max: bound }).filter((given) => ends(given)[0] <= ends(given)[1]);
const intervals = fc
  .array(interval, { maxLength: 5 })
  .map((list) => list.map((given, index): NamedInterval => ({ ...given, id: String(index) })));

const values = Array.from({ length: 41 }, (_, index) => index - 20);

function holds(given: NamedInterval, value: number): boolean {
  const { min, max } = given;
  const above = min === null || (min.inclusive ? value >= min.value : value > min.value);
  return above && (max === null || (max.inclusive ? value <= max.value : value < max.value));
}

describe('overlaps', () => {
  test('are the pairs that share a number, with the smallest one they share', () => {
    fc.assert(
      fc.property(intervals, (list) => {
        const found = overlaps(list);
        for (const [index, second] of list.entries())
          for (const first of list.slice(0, index)) {
            const shared = values.filter((value) => holds(first, value) && holds(second, value));
            const told = found.find((overlap) => overlap.first === first.id && overlap.second === second.id);
            expect(told !== undefined).toBe(shared.length > 0);
            expect(told === undefined || shared.includes(told.value)).toBe(true);
            const lowest = (shared[0] ?? -20) > -20 ? shared[0] : told?.value;
            expect(told?.value).toBe(lowest);
          }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('gaps', () => {
  test('are the first numbers of each stretch that no interval holds', () => {
    const range = fc.tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(intervals, range, (list, [low, length]) => {
        const high = low + length;
        const free = (value: number): boolean =>
          low <= value && value <= high && !list.some((given) => holds(given, value));
        const expected = values
          .concat(21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32)
          .filter((value) => free(value) && !free(value - 1));
        expect(gaps(list, low, high)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('of what has no end are numbers too', () => {
    const from: NamedInterval = { id: 'a', min: { value: 10, inclusive: true }, max: null };
    const below: NamedInterval = { id: 'b', min: null, max: { value: 5, inclusive: false } };
    expect(gaps([from, below], -Infinity, Infinity)).toEqual([5]);
    expect(gaps([from], -Infinity, Infinity)).toEqual([9]);
    expect(gaps([below], -Infinity, Infinity)).toEqual([5]);
    expect(gaps([], 0, Infinity)).toEqual([0]);
  });
});
