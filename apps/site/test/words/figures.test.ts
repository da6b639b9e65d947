import { expect, test } from 'vitest';
import { axisFigure, expected, figure, halfOf, nineOfTen } from '../../src/lib/words/figures.ts';

const interval = { mean: 0.5, p5: 0.081, p25: 0.2, p50: 0.5, p75: 0.6, p95: 0.9 };

test('a figure has as many digits as anybody can know', () => {
  expect(figure(4092.4, 'leads')).toBe('4,092');
  expect(figure(2.34, 'leads')).toBe('2.3');
  expect(figure(0, 'leads')).toBe('0');
  expect(figure(-2.34, 'leads')).toBe('−2.3');
  expect(figure(Number.NaN, 'leads')).toBe('–');
  expect(figure(-0.153, 'share')).toBe('−15%');
  expect(figure(0.0816, 'share')).toBe('8.2%');
  expect(figure(0.973, 'share')).toBe('97%');
  expect(figure(12.41, 'days')).toBe('12.4 days');
  expect(figure(2_765_123, 'money', 'EUR')).toBe('€2.77 million');
  expect(figure(154_321, 'money', 'EUR')).toBe('€154,000');
  expect(figure(999_900, 'money', 'EUR')).toBe('€1 million');
});

test('a range says its unit once', () => {
  expect(nineOfTen(interval, 'share')).toBe('8.1% to 90%');
  expect(halfOf(interval, 'days')).toBe('0.2 to 0.6 days');
  expect(nineOfTen({ ...interval, p5: 0.9 }, 'share')).toBe('90%');
  expect(expected(interval, 'share')).toBe('50% (8.1% to 90%)');
  expect(expected({ ...interval, mean: 0.9, p5: 0.9 }, 'share')).toBe('90%');
});

test('a number at an axis is short', () => {
  const says = [0, 2.5, 10, 250, 5000, 60_000, 1_500_000].map((value) => axisFigure(value, 'money', 'EUR'));
  expect(says).toEqual(['€0', '€2.5', '€10', '€250', '€5,000', '€60k', '€1.5M']);
  expect(axisFigure(0.25, 'share')).toBe('25%');
});
