import { expect, test } from 'vitest';
import { listed } from '../../src/mapping/words.ts';
import { scale } from '../../src/schema/numbers.ts';
import { show } from '../../src/schema/words.ts';

test.each([
  [12.5, 2, 1250],
  [-0, 0, 0],
  [1.5, 0, undefined],
  [1e21, 0, undefined],
  [1e-7, 6, undefined],
  [2 ** 53 - 1, 0, 2 ** 53 - 1],
  [2 ** 53 - 1, 2, undefined],
])('%d with %d decimals is %s', (value, decimals, scaled) => {
  expect(scale(value, decimals)).toBe(scaled);
});

test.each([
  [undefined, 'nothing'],
  [null, 'nothing'],
  ['a\nb', '“a b”'],
  ['x'.repeat(61), `“${'x'.repeat(60)}…”`],
  [[], 'a list'],
  [{}, 'a `key: value`'],
  [5, '5'],
])('%j is shown as %s', (value, shown) => {
  expect(show(value)).toBe(shown);
});

test('of many words the first are listed', () => {
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b', 'c'])).toBe('a, b or c');
  expect(listed([...'abcdefghi'])).toBe('a, b, c, d, e, f or 3 more');
});
