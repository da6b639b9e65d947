import { expect, test } from 'vitest';
import { digits, expected } from '../support/digits.ts';

test('a browser simulates the same as Node, to the last digit', () => {
  expect(digits()).toBe(expected);
});
