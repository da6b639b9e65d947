import { expect, test } from 'vitest';
import { lognormal, lognormalOf, poisson, uncertain } from '../../src/maths/draws.ts';
import { exp } from '../../src/maths/exp.ts';
import { log } from '../../src/maths/log.ts';
import { normalQuantile, z95 } from '../../src/maths/normal.ts';

const steps = Array.from({ length: 20_000 }, (_, i) => (i + 0.5) / 20_000);

test('log and exp are those of the machine, but for the last digit', () => {
  const offLog = steps.flatMap((u) =>
    [u, u * 1e6, u * 1e-300].map((x) => Math.abs(log(x) - Math.log(x)) / Math.max(1, Math.abs(Math.log(x)))),
  );
  const offExp = steps.map((u) => (u - 0.5) * 1400).map((y) => Math.abs(exp(y) / Math.exp(y) - 1));
  expect(offLog.reduce((a, b) => Math.max(a, b))).toBeLessThan(4e-16);
  expect(offExp.reduce((a, b) => Math.max(a, b))).toBeLessThan(1e-15);
  expect([exp(-1e9), exp(0), exp(1e9), log(1)]).toEqual([0, 1, Infinity, 0]);
});

test('they have these digits on every machine', () => {
  const digits = [
    log(2),
    log(3),
    log(0.1),
    log(1e-10),
    exp(1),
    exp(-1),
    exp(0.1),
    exp(20),
    normalQuantile(0.001),
  ];
  expect(digits.map(bits)).toEqual([
    '3fe62e42fefa39ef',
    '3ff193ea7aad030a',
    'c0026bb1bbb55515',
    'c037069e2aa2aa5a',
    '4005bf0a8b14576a',
    '3fd78b56362cef38',
    '3ff1aec7b35a00d4',
    '41bceb088b68e804',
    'c008b8cbb7204470',
  ]);
});

function bits(x: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

// Published quantiles: Abramowitz and Stegun, table 26.5, and R's qnorm.
test.each([
  [0.5, 0],
  [0.95, z95],
  [0.975, 1.959963984540054],
  [0.999, 3.090232306167813],
  [1e-10, -6.361340902404056],
])('the normal quantile of %f is %f', (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 12);
});

test('a Poisson count is the smallest whose distribution function reaches u', () => {
  for (const mean of [0.1, 1, 7.5, 60, 400])
    for (const u of [1e-9, 0.01, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9]) {
      const count = poisson(u, mean);
      expect(distribution(count, mean)).toBeGreaterThanOrEqual(u - 1e-12);
      expect(distribution(count - 1, mean)).toBeLessThan(u + 1e-12);
    }
});

/** Summed from the largest term down, in another order than the program does. */
function distribution(count: number, mean: number): number {
  if (count < 0) return 0;
  let [term, sum] = [1, 0];
  for (let k = count; k >= 0; k--) {
    sum += term;
    term *= k / mean;
  }
  let logTop = -mean + count * Math.log(mean);
  for (let k = 2; k <= count; k++) logTop -= Math.log(k);
  return sum * Math.exp(logTop);
}

test('a lognormal spread has the mean and the middle 90% that are written', () => {
  const spread = lognormalOf(24_000, 7_000, 90_000);
  const draws = steps.map((u) => lognormal(spread, u));
  expect(draws.reduce((a, b) => a + b, 0) / draws.length).toBeCloseTo(24_000, -2);
  expect(lognormal(spread, 0.95) / lognormal(spread, 0.05)).toBeCloseTo(90 / 7, 9);
  expect(lognormal(lognormalOf(5, null, null), 0.123)).toBeCloseTo(5, 12);
});

test('an uncertain number lies in its range nine times out of ten, and above its value as often as below', () => {
  const ends = [0.05, 0.5, 0.95].map((u) => uncertain(60, 54, 70, normalQuantile(u)));
  expect(ends.map((x) => Number(x.toFixed(9)))).toEqual([54, 60, 70]);
  expect(uncertain(60, null, null, 2)).toBe(60);
});
