const decimalText = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The number times a power of ten, exactly, read off its shortest text; NaN if it has more decimals. */
export function scaled(value: number, decimals: number): number {
  const [, sign = '', whole, fraction = ''] = decimalText.exec(String(value)) ?? [];
  if (whole === undefined || fraction.length > decimals) return NaN;
  return Number(sign + whole + fraction.padEnd(decimals, '0'));
}
