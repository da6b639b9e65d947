import { expect, test } from 'vitest';
import { chance, verdictOf } from '../../src/results/verdict.ts';

test.each([
  [0, 20, 'below 5%'],
  [0, 1000, 'below 1%'],
  [0.004, 1000, 'below 1%'],
  [0.01, 1000, '1%'],
  [0.55, 200, '55%'],
  [0.99, 1000, '99%'],
  [0.996, 1000, 'above 99%'],
  [1, 200, 'above 99%'],
  [1, 20, 'above 95%'],
])('a chance of %s in %i runs is %s', (probability, runs, words) => {
  expect(chance(probability, runs)).toBe(words);
});

test('a promise is kept in nine of ten runs, and at risk in more than half', () => {
  expect([1, 0.9, 0.89, 0.51, 0.5, 0].map(verdictOf)).toEqual([
    'kept',
    'kept',
    'at risk',
    'at risk',
    'broken',
    'broken',
  ]);
});
