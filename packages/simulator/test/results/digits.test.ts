import { expect, test } from 'vitest';
import { digits, expected } from '../support/digits.ts';

test('Node simulates the same as a browser, to the last digit', () => {
  expect(digits()).toBe(expected);
});
