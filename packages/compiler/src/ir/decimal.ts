/**
 * The scaled integer of a number, read off its shortest decimal text, so that no binary fraction ever enters.
 * `undefined` if it has more decimals, or is not finite.
 *
 * ```ts
 * scale(12.5, 2); // 1250
 * scale(12.345, 2); // undefined
 * ```
 */
export function scale(value: number, decimals: number): number | undefined {
  // Whole numbers have no fraction to be read off, and are their own text as far as all digits count.
  if (Number.isSafeInteger(value)) return value * 10 ** decimals + 0;
  const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  if (whole === undefined || fraction.length > decimals) return undefined;
  return Number(`${sign}${whole}${fraction.padEnd(decimals, '0')}`);
}

/**
 * The number that a scaled integer stands for; never −0.
 *
 * ```ts
 * natural(1250, 2); // 12.5
 * ```
 */
export function natural(scaled: number, decimals: number): number {
  return scaled / 10 ** decimals + 0;
}
