const ln2High = 0.69314718036912381649;
const ln2Low = 1.90821492927058770002e-10;
/**
 * e^x from additions and multiplications only, the same on every machine to the last digit; relative error below 10⁻¹⁵.
 * 0 below −700, infinite above 700.
 *
 * e^x = 2ᵏ eʳ with |r| ≤ ½ ln 2, and the Taylor series of eʳ.
 */
export function exp(x: number): number {
  if (x < -700) return 0;
  if (x > 700) return Infinity;
  const k = Math.round(x * Math.LOG2E);
  const r = x - k * ln2High - k * ln2Low;
  let sum = 1 / 6227020800;
  sum = sum * r + 1 / 479001600;
  sum = sum * r + 1 / 39916800;
  sum = sum * r + 1 / 3628800;
  sum = sum * r + 1 / 362880;
  sum = sum * r + 1 / 40320;
  sum = sum * r + 1 / 5040;
  sum = sum * r + 1 / 720;
  sum = sum * r + 1 / 120;
  sum = sum * r + 1 / 24;
  sum = sum * r + 1 / 6;
  sum = sum * r + 1 / 2;
  sum = sum * r + 1;
  sum = sum * r + 1;
  return sum * (powersOfTwo[k + mostDoublings] as number);
}

/** |x| ≤ 700 is fewer. Powers of two are exact. */
const mostDoublings = 1011;
const powersOfTwo = Float64Array.from({ length: 2 * mostDoublings + 1 }, (_, n) => 2 ** (n - mostDoublings));
