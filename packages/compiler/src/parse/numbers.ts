/** Decimal digits that every reader of YAML takes for the same number, and that a binary double holds exactly enough. */
export function isPlainNumber(source: string): boolean {
  if (!/^-?(0|[1-9]\d*)(\.\d+)?$/.test(source) || source === '-0') return false;
  if (!source.includes('.')) return Number.isSafeInteger(Number(source));
  return source.replace(/\D/g, '').length <= 15 && thousands(source) === undefined;
}

/** What to say of `10.000`: in half of Europe that is ten thousand. */
export function thousands(source: string): string | undefined {
  const [, whole, rest] = /^-?(\d{1,3})\.(\d\d0)$/.exec(source) ?? [];
  if (whole === undefined || rest === undefined) return undefined;
  const small = `${whole}.${rest}`.replace(/\.?0+$/, '');
  return `Is it ${Number(whole + rest)} or ${small}? Write it without the point, or without the last zero.`;
}

/** A number with the plus sign that people write before points: `+20`. */
export function withoutPlus(source: string): string | undefined {
  const plain = source.slice(1);
  return source.startsWith('+') && isPlainNumber(plain) ? plain : undefined;
}
