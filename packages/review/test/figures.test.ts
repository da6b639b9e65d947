import { expect, test } from 'vitest';
import { chance } from '../src/words/figures.ts';

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
