import { describe, expect, it } from 'vitest';
import { readable } from '../../src/prove/fields/readable.ts';

describe('the most readable number', () => {
  it.each([
    [200, 1999, 1000],
    [51, 199, 100],
    [51, 99, 60],
    [-5, 5, 0],
    [-1999, -201, -1000],
    [123, 123, 123],
    [201, 209, 201],
    [1, Number.MAX_SAFE_INTEGER, 1_000_000_000_000_000],
  ])('from %d to %d', (low, high, expected) => {
    expect(readable({ low, high })).toBe(expected);
  });

  it('lies in the interval', () => {
    for (let low = -30; low < 130; low += 7) {
      for (let high = low; high < 300; high += 13) {
        const value = readable({ low, high });
        expect(value >= low && value <= high, `${value} in ${low} to ${high}`).toBe(true);
      }
    }
  });
});
