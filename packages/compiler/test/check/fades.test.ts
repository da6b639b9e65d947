import { describe, expect, test } from 'vitest';
import { halfLifeFactors } from '../../src/lower/fades.ts';

const twoMillion = 2_000_000n;

/** Whether `factor` is 10⁶ × 2^(−age ÷ days) rounded, halves away from zero: (2f − 1)ᵈ × 2ᵃ ≤ (2 × 10⁶)ᵈ < (2f + 1)ᵈ × 2ᵃ. */
function isRounded(factor: number, age: number, days: number): boolean {
  const power = BigInt(days);
  const whole = twoMillion ** power;
  const scaled = (odd: number): bigint => BigInt(odd) ** power * 2n ** BigInt(age);
  return (factor === 0 || scaled(2 * factor - 1) <= whole) && whole < scaled(2 * factor + 1);
}

describe('the factors of a half-life', () => {
  test.each([
    [1, 1],
    [2, 1],
    [7, 1],
    [14, 1],
    [30, 1],
    [90, 3],
    [365, 40],
    [3650, 3000],
  ])('of %i days are exact', (days, step) => {
    const factors = halfLifeFactors(days);
    expect(factors[0]).toBe(1_000_000);
    expect(factors[days]).toBe(500_000);
    expect(factors[2 * days]).toBe(250_000);
    const ages = factors.map((_, age) => age).filter((age) => age % step === 0 || age > factors.length - 3);
    expect(ages.filter((age) => !isRounded(factors[age] ?? 0, age, days))).toEqual([]);
    expect(isRounded(0, factors.length, days)).toBe(true);
    expect(factors.at(-1)).toBeGreaterThan(0);
  });

  test('never grow', () => {
    const factors = halfLifeFactors(30);
    expect(factors.every((factor, age) => age === 0 || factor <= (factors[age - 1] ?? 0))).toBe(true);
  });

  test('of one day are known by heart', () => {
    expect(halfLifeFactors(1)).toEqual([
      1_000_000, 500_000, 250_000, 125_000, 62_500, 31_250, 15_625, 7813, 3906, 1953, 977, 488, 244, 122, 61,
      31, 15, 8, 4, 2, 1,
    ]);
  });
});
