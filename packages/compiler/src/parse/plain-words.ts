import { untidy } from './line-cursor.ts';
import { isPlainNumber } from './numbers.ts';

const constants = new Map<string, boolean | null>([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
/** All that some reader of YAML takes for a number, and more. */
const numberLike = /^[-+]?(?:0[ox][\da-f]*|\.?(?:inf|nan)|[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?)$/i;

/** What begins as no constant and nothing like a number does, and is in normal form. */
const plainWord = /^[a-dg-hj-mo-su-z][ -~]*$/i;

/** What the core schema of YAML makes of a word without quotes; `untidy` is thrown where it is not certain. */
export function wordValue(written: string): unknown {
  if (plainWord.test(written)) return written;
  const constant = constants.get(written);
  if (constant !== undefined) return constant;
  if (isPlainNumber(written)) return Number(written);
  if (numberLike.test(written)) throw untidy;
  return written.normalize('NFC');
}
