const bits = new DataView(new ArrayBuffer(8));

/**
 * The natural logarithm of a positive, normal number, from additions, multiplications and divisions only: `Math.log` may
 * differ in its last digit between machines, this may not. Off by less than 2 × 10⁻¹⁶, relative to the result or, near 1, to 1.
 *
 * ln(2ᵉ m) = e ln 2 + 2 artanh((m − 1) ÷ (m + 1)), with √½ ≤ m < √2.
 */
export function log(x: number): number {
  bits.setFloat64(0, x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - 1022;
  bits.setUint32(0, (high & 0x000fffff) | 0x3fe00000);
  let m = bits.getFloat64(0); // in [½, 1)
  if (m < Math.SQRT1_2) {
    m *= 2;
    exponent -= 1;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  const series =
    1 / 3 +
    z *
      (1 / 5 +
        z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z * (1 / 15 + z * (1 / 17 + z / 19)))))));
  return exponent * Math.LN2 + 2 * (s + s * z * series);
}
