import type { Fade } from '../ir/types.ts';
import { once } from '../once.ts';

const million = 1_000_000;

/**
 * factors[k] = round(10⁶ × 2^(−k ÷ days)), halves away from zero, until it is 0.
 *
 * Exact on every machine: where a binary double might round to the wrong side, whole numbers of any size decide.
 */
export function halfLifeFactors(days: number): number[] {
  const factors: number[] = [];
  for (let age = 0; ; age++) {
    const factor = roundedFactor(age, days);
    if (factor === 0) return factors;
    factors.push(factor);
  }
}

function roundedFactor(age: number, days: number): number {
  const estimate = million * 2 ** (-age / days);
  const rounded = Math.round(estimate);
  if (Math.abs(estimate - rounded) < 0.5 - 1e-6) return rounded;
  const below = Math.floor(estimate - 0.5 + 1e-6);
  return reaches(below + 1, age, days) ? below + 1 : below;
}

/** Whether 10⁶ × 2^(−age ÷ days) ≥ whole − ½, that is (2 × 10⁶)^days ≥ (2 × whole − 1)^days × 2^age. */
function reaches(whole: number, age: number, days: number): boolean {
  if (whole < 1) return true;
  const power = BigInt(days);
  return BigInt(2 * million) ** power >= BigInt(2 * whole - 1) ** power * 2n ** BigInt(age);
}

/** A fade by half-life of so many whole days; its factors are made for who asks for them. */
export function halfLife(days: number): Fade {
  const factors = once(() => halfLifeFactors(days));
  return {
    kind: 'half_life',
    half_life_days: days,
    get factors() {
      return factors();
    },
  };
}
