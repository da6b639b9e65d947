import { describe, expect, it } from 'vitest';
import { manyOf, menuOf, pointsOfSome } from '../../src/prove/decide/menu.ts';
import { day, eventRule } from '../ir/agreements.ts';

describe('what a rule gives for some events', () => {
  it('ends where one more changes nothing', () => {
    const twice = eventRule('visits', 10, { at_most: { count: 2, per_ms: null } });
    expect(menuOf(twice).map(({ points, isFull }) => [points, isFull])).toEqual([
      [0, false],
      [10, false],
      [20, true],
    ]);
    const capped = eventRule('visits', 10, { cap: 15 });
    expect(menuOf(capped).map(({ points, isFull }) => [points, isFull])).toEqual([
      [0, false],
      [10, false],
      [15, true],
    ]);
  });

  it('keeps as far apart as it must', () => {
    const daily = eventRule('visits', 10, { at_most: { count: 1, per_ms: day } });
    const { ages, points } = menuOf(daily).at(-1) ?? { ages: [], points: 0 };
    expect(points).toBe(30);
    expect(ages.slice(1).map((age, at) => age - (ages[at] ?? 0))).toEqual([day, day]);
  });

  it('is within its bounds, and many events give the most if that is not too many', () => {
    const rule = eventRule('visits', 10, { cap: 120 });
    const [low, high] = pointsOfSome(rule);
    expect([low, high]).toEqual([10, 120]);
    expect(manyOf(rule)).toMatchObject({ points: 120, isFull: true });
    expect(manyOf(rule).ages).toHaveLength(12);
    expect(manyOf(eventRule('visits', 10)).ages).toHaveLength(40);
  });

  it('can be less than nothing', () => {
    const rule = eventRule('bounces', -5, { floor: -20 });
    expect(pointsOfSome(rule)).toEqual([-20, -5]);
    expect(manyOf(rule).points).toBe(-20);
  });
});
