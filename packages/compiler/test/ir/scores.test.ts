import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, Explanation, Rule, Score } from '../../src/ir/index.ts';
import {
  agreement,
  day,
  decide,
  eventRule,
  group,
  idleRule,
  lead,
  leadRule,
  least,
  most,
  now,
  score,
} from './agreements.ts';

const scoredOne = (parts: Partial<Score>): Explanation => scored([score('s', parts)]);

const no: Condition = { kind: 'any', of: [] };

/** The decision of an agreement that has these scores, for visits of these ages. */
function scored(scores: readonly Score[], ages: readonly number[] = []): Explanation {
  return decide(
    agreement({ scores }),
    lead({ events: ages.map((age) => ({ event: 'visit', at: now - age })) }),
  );
}

function points(rule: Rule, ages: readonly number[] = [], parts: Partial<Score> = {}): number | undefined {
  return scored([score('s', { rules: [rule], ...parts })], ages).scores['s'];
}

describe('at_most', () => {
  test('slides: it keeps one if fewer than so many kept ones are less than the span older', () => {
    const rule = eventRule('r', 1, { at_most: { count: 1, per_ms: day } });
    expect(points(rule, [0, day - 1])).toBe(1);
    expect(points(rule, [0, day])).toBe(2);
    // the one in the middle is not kept, so it does not keep out the last
    expect(points(rule, [0, day / 2, day])).toBe(2);
  });

  test('without a span it keeps the first ones', () => {
    const fades = { kind: 'expires', after_ms: day } as const;
    const rule = eventRule('r', 1, { at_most: { count: 1, per_ms: null }, fades });
    expect(points(rule, [0, 2 * day])).toBe(0);
    expect(points(rule, [0, day])).toBe(1);
  });

  test('comes after since and where', () => {
    const where: Condition = { kind: 'present', subject: { kind: 'property', id: 'path' } };
    const rules = [eventRule('r', 1, { where, at_most: { count: 1, per_ms: null } })];
    const events = [
      { event: 'visit', at: now - 4, properties: { path: '/' } },
      { event: 'asked', at: now - 3 },
      { event: 'visit', at: now - 2 },
      { event: 'visit', at: now - 1, properties: { path: '/' } },
    ];
    const scores = [score('s', { rules, since: ['asked'] })];
    expect(decide(agreement({ scores }), lead({ events })).scores).toEqual({ s: 1 });
  });
});

describe('fading', () => {
  test('by half-life: a factor for each whole day, summed exactly, rounded once', () => {
    const factors = [1_000_000, 750_000, 500_000, 250_000];
    const fades = { kind: 'half_life', half_life_days: 2, factors } as const;
    const rule = eventRule('r', 1, { fades });
    expect(points(rule, [2 * day - 1])).toBe(1);
    expect(points(rule, [2 * day])).toBe(1); // 0.5, away from zero
    expect(points(rule, [3 * day])).toBe(0);
    expect(points(rule, [3 * day, 3 * day])).toBe(1);
    expect(points(rule, [4 * day])).toBe(0);
    expect(points(eventRule('r', -1, { fades }), [2 * day])).toBe(-1);
    expect(Object.is(points(eventRule('r', -1, { fades }), [3 * day]), 0)).toBe(true);
    expect(points(eventRule('r', 15, { fades }), [day], { decimals: 1 })).toBe(1.1);
  });

  test('by half-life stays exact beyond 53 bits', () => {
    const fades = { kind: 'half_life', half_life_days: 1, factors: [999_999] } as const;
    const ages = Array.from({ length: 5000 }, () => 0);
    // 5000 × 10,000,000 × 0.999999
    expect(points(eventRule('r', 10_000_000, { fades }), ages, { decimals: 3 })).toBe(49_999_950);
  });

  test('by expiry: full while the age is at most that', () => {
    const rule = eventRule('r', 3, { fades: { kind: 'expires', after_ms: day } });
    expect([day, day + 1].map((age) => points(rule, [age]))).toEqual([3, 0]);
  });

  test('by losing: nearer to zero, never past it', () => {
    const fades = { kind: 'lose', points: 2, every_ms: day } as const;
    const ages = [day - 1, day, 2 * day, 3 * day, 99 * day];
    expect(ages.map((age) => points(eventRule('r', 5, { fades }), [age]))).toEqual([5, 3, 1, 0, 0]);
    expect(ages.map((age) => points(eventRule('r', -5, { fades }), [age]))).toEqual([-5, -3, -1, 0, 0]);
  });
});

describe('idle spans', () => {
  test('are whole ones since the latest of creation, the events without and the score’s since', () => {
    const rule = idleRule('r', -1, { every_ms: 5 * day });
    expect(points(rule)).toBe(-2);
    expect(points(rule, [5 * day])).toBe(-1);
    expect(points(rule, [5 * day - 1])).toBe(0);
    expect(points(rule, [400 * day])).toBe(-2);
    const events = [{ event: 'asked', at: now - 6 * day }];
    const scores = [score('s', { rules: [rule], since: ['asked'] })];
    expect(decide(agreement({ scores }), lead({ events })).scores).toEqual({ s: -1 });
    expect(decide(agreement({ scores }), lead({ created_at: now + 9 * day })).scores).toEqual({ s: 0 });
  });
});

describe('caps and floors', () => {
  test('move the rule, then the group, then the score, and say so', () => {
    const rules = [
      eventRule('visits', 10, { group: 'web', cap: 25 }),
      leadRule('more', 20, { group: 'web' }),
      leadRule('alone', -100, { floor: -50 }),
    ];
    const web = group('web', { cap: 40 });
    const decision = scored([score('s', { rules, groups: [web], floor: 0 })], [1, 2, 3]);
    expect(decision.scores).toEqual({ s: 0 });
    expect(decision.ledger['s']).toEqual([
      { kind: 'rule', id: 'visits', points: 30 },
      { kind: 'rule_cap', id: 'visits', points: -5 },
      { kind: 'rule', id: 'more', points: 20 },
      { kind: 'rule', id: 'alone', points: -100 },
      { kind: 'rule_floor', id: 'alone', points: 50 },
      { kind: 'group_cap', id: 'web', points: -5 },
      { kind: 'score_floor', id: 's', points: 10 },
    ]);
    expect(decision.reasons).toEqual(['visits', 'more', 'alone']);
  });

  test('a when that does not hold leaves 0, whatever the floor, and no line', () => {
    const rules = [leadRule('r', 5, { group: 'g' })];
    const nothing = { scores: { s: 0 }, ledger: { s: [] }, reasons: [] };
    expect(scoredOne({ rules: [leadRule('r', 5)], when: no, floor: 3 })).toMatchObject(nothing);
    expect(scoredOne({ rules, groups: [group('g', { when: no, floor: 3 })] })).toMatchObject(nothing);
    expect(scoredOne({ rules: [leadRule('r', 5, { when: no, floor: 3 })] })).toMatchObject(nothing);
    expect(
      scoredOne({ rules: [leadRule('r', 5, { in_force: { from: now + 1, until: null } })] }),
    ).toMatchObject(nothing);
    expect(scoredOne({ rules: [leadRule('r', 5, { in_force: { from: null, until: now } })] })).toMatchObject(
      nothing,
    );
    expect(
      scoredOne({ rules: [leadRule('r', 5, { in_force: { from: now, until: now + 1 } })] }).scores,
    ).toEqual({ s: 5 });
  });

  test('a rule that applies is lifted to its floor even without events', () => {
    const decision = scored([score('s', { rules: [eventRule('r', 5, { floor: 2 })] })]);
    expect(decision.ledger['s']).toEqual([{ kind: 'rule_floor', id: 'r', points: 2 }]);
    expect(decision.reasons).toEqual(['r']);
  });
});

test('a sum brings its parts to its own decimals', () => {
  const scores = [
    score('one', { rules: [leadRule('a', 3)] }),
    score('two', { decimals: 1, rules: [leadRule('b', 5)] }),
    score('both', { decimals: 2, sum: ['one', 'two'], cap: 325 }),
  ];
  const decision = scored(scores);
  expect(decision.scores).toEqual({ one: 3, two: 0.5, both: 3.25 });
  expect(decision.ledger['both']).toEqual([
    { kind: 'score', id: 'one', points: 3 },
    { kind: 'score', id: 'two', points: 0.5 },
    { kind: 'score_cap', id: 'both', points: -0.25 },
  ]);
  expect(decision.reasons).toEqual(['a', 'b']);
});

test('bands are told of scores that have them, and can be asked about', () => {
  const span = { file: '', line: 1, col: 1, end_line: 1, end_col: 1 };
  const bands = [
    { id: 'hot', ...least(20), span },
    { id: 'cold', ...most(20, false), span },
  ];
  const banded = (value: number): Explanation['bands'] =>
    scored([score('s', { bands, rules: [leadRule('r', value)] }), score('plain')]).bands;
  expect([19, 20].map(banded)).toEqual([{ s: 'cold' }, { s: 'hot' }]);
  const isHot: Condition = { kind: 'choice', subject: { kind: 'score', id: 's' }, options: ['hot'] };
  const asks = (value: number) =>
    scored([
      score('s', { bands, rules: [leadRule('r', value)] }),
      score('asks', { rules: [leadRule('hot', 1, { when: isHot })] }),
    ]).scores['asks'];
  expect([19, 20].map(asks)).toEqual([0, 1]);
});

test('the ledger always adds up to the score', () => {
  const bound = fc.option(fc.integer({ min: -300, max: 300 }));
  const bounds = fc.tuple(bound, bound).map(([a, b]) => ({
    cap: a,
    floor: a === null || b === null ? b : Math.min(a, b),
  }));
  const value = fc.integer({ min: -200, max: 200 });
  const inGroup = fc.constantFrom(null, 'g', 'h');
  const fades = fc.constantFrom(
    null,
    { kind: 'half_life', half_life_days: 1, factors: [1_000_000, 707_107, 500_000] } as const,
    { kind: 'lose', points: 7, every_ms: day } as const,
  );
  const rule = fc
    .tuple(value, inGroup, bounds, fades, fc.constantFrom('lead', 'event', 'idle'))
    .map(([points, group, clamps, fades, kind]) => (id: string): Rule => {
      if (kind === 'lead') return leadRule(id, points, { group, ...clamps });
      if (kind === 'idle') return idleRule(id, points, { group, every_ms: 3 * day, ...clamps });
      return eventRule(id, points, { group, fades, ...clamps });
    });
  const ages = fc.array(fc.integer({ min: 0, max: 4 * day }), { maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(rule, { maxLength: 5 }),
      bounds,
      bounds,
      bounds,
      ages,
      (rules, g, h, whole, ages) => {
        const s = score('s', {
          decimals: 1,
          rules: rules.map((make, index) => make(`r${index}`)),
          groups: [group('g', g), group('h', h)],
          ...whole,
        });
        const { ledger, scores } = scored([s, score('t', { decimals: 2, sum: ['s'], ...whole })], ages);
        for (const [id, lines] of Object.entries(ledger)) {
          const total = lines.reduce((sum, line) => sum + Math.round(line.points * 100), 0);
          expect(total).toBe(Math.round((scores[id] ?? NaN) * 100));
          expect(lines.every((line) => line.points !== 0)).toBe(true);
        }
        expect(scores['s']).toBeLessThanOrEqual((whole.cap ?? Infinity) / 10);
        expect(scores['s']).toBeGreaterThanOrEqual((whole.floor ?? -Infinity) / 10);
      },
    ),
    { numRuns: 100 },
  );
});
