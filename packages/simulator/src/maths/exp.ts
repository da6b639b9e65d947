const ln2High = 0.69314718036912381649;
const ln2Low = 1.90821492927058770002e-10;
const inverse = [
  1,
  1,
  1 / 2,
  1 / 6,
  1 / 24,
  1 / 120,
  1 / 720,
  1 / 5040,
  1 / 40320,
  1 / 362880,
  1 / 3628800,
  1 / 39916800,
  1 / 479001600,
];

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
  for (let n = inverse.length - 1; n >= 0; n--) sum = sum * r + (inverse[n] as number);
  return sum * powerOfTwo(k);
}

/** Exact: powers of two are floats. */
function powerOfTwo(k: number): number {
  let base = k < 0 ? 0.5 : 2;
  let power = 1;
  for (let n = Math.abs(k); n > 0; n >>= 1) {
    if (n & 1) power *= base;
    base *= base;
  }
  return power;
}
