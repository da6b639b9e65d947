/** A number as its digits: `-1 234,50` is `{ negative: true, whole: '1234', fraction: '5' }`. */
export interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  /** Without zeros at its end. */
  readonly fraction: string;
}

const plain = /^(0|[1-9][0-9]*)$/;
const grouped = /^[1-9][0-9]{0,2}(?:([ \u00A0\u2009\u202F'’.,])[0-9]{3})(?:\1[0-9]{3})*$/;
const separators = /[ \u00A0\u2009\u202F'’.,]/g;

/**
 * Reads a number written with this decimal mark. Thousands may be grouped by spaces, apostrophes or the other mark, when
 * every group has three digits and all marks are the same. No exponents, signs of currency or percent, or leading zeros.
 *
 * ```ts
 * readDigits('1.234,5', ','); // { negative: false, whole: '1234', fraction: '5' }
 * readDigits('1,5', '.'); // undefined
 * ```
 */
export function readDigits(text: string, mark: '.' | ','): Digits | undefined {
  const negative = /^[-\u2212]/.test(text);
  const unsigned = negative ? text.slice(1) : text;
  const at = unsigned.lastIndexOf(mark);
  const left = at < 0 ? unsigned : unsigned.slice(0, at);
  const right = at < 0 ? '0' : unsigned.slice(at + 1);
  if (!/^[0-9]+$/.test(right)) return undefined;
  if (!plain.test(left) && !(grouped.test(left) && !left.includes(mark))) return undefined;
  return { negative, whole: left.replace(separators, ''), fraction: right.replace(/0+$/, '') };
}

/** Why it is not a number, in words that stand after the word itself. */
export function whyNotNumber(text: string, mark: '.' | ','): string {
  if (/[%‰]/.test(text)) return 'has a percent sign';
  if (/\p{Sc}/u.test(text) || /^[A-Z]{3}\s|\s[A-Z]{3}$/.test(text)) return 'has a currency sign';
  if (/^[-+]?[0-9.,]+[eE][-+]?[0-9]+$/.test(text)) return 'is written with an exponent';
  if (/^0[0-9]/.test(text)) return 'begins with 0, like a code rather than a number';
  const other = mark === '.' ? ',' : '.';
  if (readDigits(text, other)) return `has its decimals after \`${other}\``;
  return 'is not a number';
}
