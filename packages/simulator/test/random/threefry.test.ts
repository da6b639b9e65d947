import { expect, test } from 'vitest';
import { branch, purposeOf, seedStream, uniformAt } from '../../src/random/stream.ts';
import { threefry, unit } from '../../src/random/threefry.ts';

// From the authors' `kat_vectors` (Random123): counter, key, result.
test.each([
  [
    [0, 0],
    [0, 0],
    ['6b200159', '99ba4efe'],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    ['1cb996fc', 'bb002be7'],
  ],
  [
    [0x243f6a88, 0x85a308d3],
    [0x13198a2e, 0x03707344],
    ['c4923a9c', '483df7a0'],
  ],
] as const)('the generator gives the published words', (counter, key, words) => {
  const out = new Uint32Array(2);
  threefry(key[0], key[1], counter[0], counter[1], out);
  expect([...out].map((word) => word.toString(16))).toEqual(words);
});

test('a word lies strictly between 0 and 1', () => {
  expect(unit(0)).toBeGreaterThan(0);
  expect(unit(-1)).toBeLessThan(1);
});

// Chi-square with 99 degrees of freedom: 170 is exceeded once in 80,000.
test('numbers of one stream, and first numbers of many, are spread evenly', () => {
  const one = seedStream(42);
  expect(chiSquare((i) => uniformAt(one, 3, i))).toBeLessThan(170);
  expect(chiSquare((i) => uniformAt(branch(one, 5, i), 0, 0))).toBeLessThan(170);
  expect(chiSquare((i) => uniformAt(seedStream(i), 0, 0))).toBeLessThan(170);
});

function chiSquare(draw: (i: number) => number): number {
  const bins = new Float64Array(100);
  const count = 50_000;
  for (let i = 0; i < count; i++) bins[Math.floor(draw(i) * 100)]! += 1;
  return bins.reduce((sum, n) => sum + (n - count / 100) ** 2 / (count / 100), 0);
}

// Of 20,000 pairs; 4.42 standard errors: once in 100,000.
test('neighbouring streams have nothing to do with each other', () => {
  const pairs = Array.from({ length: 20_000 }, (_, i) => [
    uniformAt(seedStream(1), 0, i),
    uniformAt(seedStream(2), 0, i),
  ]);
  const sum = pairs.reduce((all, [a, b]) => all + (a! - 0.5) * (b! - 0.5) * 12, 0);
  expect(Math.abs(sum) / Math.sqrt(pairs.length)).toBeLessThan(4.42);
});

test('large seeds differ, and names have numbers of their own', () => {
  expect(seedStream(2 ** 40 + 1)).not.toEqual(seedStream(1));
  expect(purposeOf('accepting.rate')).not.toBe(purposeOf('accepting.takes'));
});
