import { Context } from '@smarketing/logic';
import { describe, expect, it } from 'vitest';
import { asOfModel } from '../../src/prove/times/as-of.ts';
import { agesAt, type Dated, datedOf, overlap } from '../../src/prove/times/dated.ts';
import type { Test } from '../../src/prove/world/asked.ts';
import { about, agreement, day, hour, now } from '../ir/agreements.ts';
import { drawFrom } from './draw.ts';

function ageTest(id: string, from: number): Test {
  return { kind: 'age', subject: about(id), min: { value: from, inclusive: true }, max: null };
}

function momentTest(id: string, from: number): Test {
  const min = { value: from, inclusive: true };
  return { kind: 'number', subject: about(id), decimals: 0, min, max: null };
}

function signature(dated: readonly Dated[], moment: number): string {
  return dated.map((one) => one.moments.map((_, at) => agesAt(one, at, moment).join()).join(';')).join('|');
}

function beside(moment: number): number[] {
  return [moment - 1, moment, moment + 1];
}

describe('the moment of the decision', () => {
  it('is of each kind that tells how old dates and moments can be', () => {
    const tests = [ageTest('ends', 36 * hour), momentTest('ends', now), ageTest('tried_at', 5 * hour)];
    const dated = [
      datedOf({ id: 'ends', type: 'date' }, tests.slice(0, 2), [10 * day + 1]),
      datedOf({ id: 'tried_at', type: 'moment' }, [...tests.slice(2), momentTest('tried_at', now - 7)]),
    ];
    const asOf = asOfModel(new Context(), [agreement()], dated);
    const known = new Set(asOf.moments.map((moment) => signature(dated, moment)));
    const draw = drawFrom(1);
    const moments = [
      ...draw.times(500, () => now - 20 * day + draw.below(40 * day)),
      ...draw.times(200, (index) => beside(now - 10 * day + index * 3 * hour)).flat(),
      ...beside(now - 7 + 5 * hour),
    ];
    expect(asOf.isTold).toBe(true);
    expect(moments.filter((moment) => !known.has(signature(dated, moment)))).toEqual([]);
  });

  it('is not told apart by dates if they are too many', () => {
    const ages = Array.from({ length: 40 }, (_, at) => ageTest('tried_at', at * day));
    const moments = Array.from({ length: 40 }, (_, at) => momentTest('tried_at', now - at * hour));
    const asOf = asOfModel(
      new Context(),
      [agreement()],
      [datedOf({ id: 'tried_at', type: 'moment' }, [...ages, ...moments])],
    );
    expect(asOf.isTold).toBe(false);
    expect(asOf.moments.length).toBeGreaterThan(0);
  });
});

describe('two stretches of time', () => {
  it('meet in the full days that are in both', () => {
    expect(overlap({ low: 1, high: 3 * day }, { low: hour, high: 2 * day + hour }, day)).toEqual({
      low: day,
      high: 2 * day,
    });
    expect(overlap({ low: 1, high: day - 1 }, { low: 0, high: 5 * day }, day)).toBeUndefined();
  });
});
