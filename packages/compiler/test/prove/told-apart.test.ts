import { expect, test } from 'vitest';
import type { Band, LeadRule, Score } from '../../src/ir/index.ts';
import { createAsker } from '../../src/prove/ask/asker.ts';
import { agreement, day, field, group, leadRule, now, score, span } from '../ir/agreements.ts';
import { decide } from './enumerate.ts';

// Sums are cut off beyond what is asked of them. Here every lead is gone through, at points where a cut too near would show.

const flags = ['a', 'b', 'c', 'd'];
const leads = Array.from({ length: 2 ** flags.length }, (_, bits) => ({
  input: {
    id: 'one',
    created_at: now - 10 * day,
    ...Object.fromEntries(flags.map((id, at) => [id, ((bits >> at) & 1) === 1])),
  },
  asOf: now,
}));

function rule(flag: string, points: number, group: string | null = null): LeadRule {
  return leadRule(`${flag}_${points}`, points, { group, when: isSet(flag) });
}

function isSet(id: string): NonNullable<LeadRule['when']> {
  return { kind: 'flag', subject: { kind: 'field', id }, is: true };
}

/** Two bands that meet at an edge. */
function bandsAt(edge: number): Band[] {
  return [
    { id: 'low', min: null, max: { value: edge, inclusive: false }, span },
    { id: 'high', min: { value: edge, inclusive: true }, max: null, span },
  ];
}

/** Some scores, and their sum. */
function total(edge: number, parts: readonly Score[], own: Partial<Score> = {}): Score[] {
  return [...parts, score('total', { sum: parts.map(({ id }) => id), bands: bandsAt(edge), ...own })];
}

const a = score('a_score', { rules: [rule('a', 10)] });
const b = score('b_score', { rules: [rule('b', 10)] });
const c = score('c_score', { rules: [rule('c', 2)] });
const lost = [score('a_score', { rules: [rule('a', -10)] }), score('b_score', { rules: [rule('b', -10)] })];

test.each<[what: string, scores: readonly Score[], ...points: number[]]>([
  ['an edge that a sum never reaches', total(60, [a, b])],
  ['an edge far beyond', total(1000, [a, b])],
  ['an edge far below', total(-60, [a, b])],
  ['an edge far below what is taken', total(-1000, lost)],
  ['an edge just beyond', total(25, [a, b, c]), 21, 22],
  ['an edge within', total(15, [a, b]), 10, 11, 20, 21],
  [
    'parts with limits',
    total(1000, [
      { ...a, cap: 10, floor: 0 },
      { ...b, cap: 10, floor: 0 },
    ]),
  ],
  ['a sum with limits', total(1000, [a, b], { cap: 20, floor: 0 })],
  ['a part in tenths', total(600, [{ ...a, decimals: 1 }, b], { decimals: 1 })],
  [
    'parts that count in some leads only',
    total(45, [
      { ...a, when: isSet('c') },
      { ...b, when: isSet('d') },
    ]),
    1,
  ],
  [
    'a part with a floor',
    total(20, [{ ...score('f'), floor: 10, rules: [rule('a', -10)] }, score('g', { rules: [rule('b', 3)] })]),
    13,
    14,
  ],
  [
    'a part with a cap',
    total(-20, [{ ...score('f'), cap: -10, rules: [rule('a', 10)] }, score('g', { rules: [rule('b', -3)] })]),
    -13,
    -14,
  ],
  [
    'a group whose floor gives by itself',
    [
      score('s', {
        floor: 0,
        groups: [group('g', { floor: 40 })],
        rules: [rule('a', -30), rule('b', 5, 'g')],
        bands: bandsAt(20),
      }),
    ],
    10,
    15,
    40,
  ],
  [
    'a group whose cap takes by itself',
    [
      score('s', {
        cap: 10,
        groups: [group('g', { cap: -25 })],
        rules: [rule('a', 30), rule('b', 5, 'g')],
        bands: bandsAt(0),
      }),
    ],
    5,
    -15,
    -25,
  ],
  [
    'the same without limits of its own',
    [
      score('s', {
        groups: [group('g', { cap: -25 })],
        rules: [rule('a', 300), rule('b', 5, 'g'), rule('c', 2)],
        bands: bandsAt(0),
      }),
    ],
    5,
    275,
    -25,
  ],
])('%s is proved as going through leads shows it', (_, scores, ...points) => {
  const made = agreement({ fields: flags.map((id) => field(id, 'flag')), scores });
  const id = scores.at(-1)?.id ?? '';
  const all = leads.map((lead) => decide(made, lead).recorded.scores[id]?.points ?? 0);
  const edge = scores.at(-1)?.bands[1]?.min?.value ?? 0;
  for (const at of [edge, ...points]) {
    const asker = createAsker(made);
    const reached = asker.judge.score(id).atLeast(at);
    const verdict = (isReached: boolean): string =>
      asker.find({
        formula: isReached ? reached : asker.world.logic.not(reached),
        holds: ({ recorded }) => (recorded.scores[id]?.points ?? 0) >= at === isReached,
      }).verdict;
    expect({ at, reached: verdict(true), below: verdict(false) }).toEqual({
      at,
      reached: all.some((one) => one >= at) ? 'found' : 'none',
      below: all.some((one) => one < at) ? 'found' : 'none',
    });
  }
});
