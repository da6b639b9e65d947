import { quoted } from '../rewrite/scalar.ts';
import type { Remedy } from './diagnostic.ts';

/**
 * What to say of a key that is no key: the rest of a text or number that a comma inside braces has cut.
 * `{ who: They buy, and they stay. }` has the key `and they stay.`
 */
export function cutShort(key: string, value: unknown): string | undefined {
  if (value !== null) return undefined;
  if (/^\d+(\.\d+)?%?$/.test(key))
    return 'Inside braces a comma begins a new entry: write numbers without it.';
  return /[^\w-]/.test(key)
    ? 'Inside braces a comma begins a new entry: put a text that has one in quotes.'
    : undefined;
}

const flags: Readonly<Record<string, string>> = { yes: 'true', no: 'false', on: 'true', off: 'false' };

/** How the language writes a number or flag that stands as a text: in quotes, with a dash for its minus sign, or as `yes`. */
export function plainly(got: unknown, expected: string): { hint: string; write: string } | undefined {
  if (typeof got !== 'string') return undefined;
  const [, sign, digits] = /^([-–—−]?)((?:0|[1-9]\d*)(?:\.\d+)?)$/.exec(bare(got)) ?? [];
  if (expected.includes('number') && digits !== undefined)
    return sign === '' || sign === '-'
      ? { hint: `Remove the quotes: write ${bare(got)}.`, write: bare(got) }
      : { hint: `This dash is not a minus sign: write -${digits}.`, write: `-${digits}` };
  if (expected !== 'true or false') return undefined;
  if (got === 'true' || got === 'false') return { hint: `Remove the quotes: write ${got}.`, write: got };
  const word = got.toLowerCase();
  const flag = Object.hasOwn(flags, word) ? flags[word] : undefined;
  return flag === undefined ? undefined : { hint: `Write ${flag}.`, write: flag };
}

/** Whether a word stands for a list without entries, such as the hours of a day on which nobody works. */
export const saysNone = (text: string): boolean => /^(?:closed|none|nothing|nobody|off|empty)$/i.test(text);

/** How a value of the wrong kind was most likely meant. */
export function meant(got: unknown, expected: string): string | undefined {
  if (got === undefined) return 'Nothing belongs to it: write it after the colon, or indent the lines below.';
  if (expected === 'a text') return asText(got);
  if (expected === 'a list') return asList(got);
  if (expected.startsWith('lines ')) return asLines(got);
  const plain = plainly(got, expected);
  if (plain) return plain.hint;
  const digits = expected.includes('number') && typeof got === 'string' && /\d/.test(got);
  return digits
    ? 'Write digits only, without a currency, a unit or a thousands separator, and a point before decimals: 10000.50.'
    : undefined;
}

/** What makes a value of the kind that was expected, if nothing else can have been meant. */
export function remedyOf(got: unknown, expected: string): Remedy | undefined {
  if (
    expected === 'a list' &&
    typeof got === 'string' &&
    !saysNone(got) &&
    /^[\w@]([\w@./ -]*[\w.])?$/.test(got)
  )
    return 'bracket';
  const plain = plainly(got, expected);
  if (plain) return { write: plain.write };
  return expected === 'a text' && (typeof got === 'number' || typeof got === 'boolean') ? 'quote' : undefined;
}

function asText(got: unknown): string | undefined {
  if (typeof got !== 'object' || got === null)
    return `If the word itself is meant, put it in quotes: '${String(got)}'.`;
  const hasKeys = !Array.isArray(got) && Object.keys(got).length > 0;
  return hasKeys
    ? 'A colon with a blank after it makes a key: put a text that has one in quotes.'
    : undefined;
}

function asList(got: unknown): string | undefined {
  if (typeof got !== 'string') return 'Begin each entry with a dash and a blank, in a line of its own.';
  if (/^[–—•·*●▪-]/u.test(got))
    return 'Each line begins with a hyphen and a blank (“- ”): a longer dash, a bullet, or a hyphen without a blank is text.';
  if (saysNone(got)) return 'Leave the line out, or write [].';
  return `Put it in brackets: [${/^[\w/.]/.test(got) ? got : quoted(got)}].`;
}

function asLines(got: unknown): string | undefined {
  if (Array.isArray(got))
    return 'Leave out the dashes or brackets: what stands here has a name each, as a key.';
  if (typeof got !== 'string' || !/\S[\t;]\S/.test(got)) return undefined;
  return 'These look like the cells of a spreadsheet: write each as a key and a value, such as `target: 10000`.';
}

const curly = /^[“”„‘’«»](.+)[“”„‘’«»]$/su;

/** A text without quotes of a word processor around it. */
export function bare(text: string): string {
  return (curly.exec(text)?.[1] ?? text).trim();
}

/** Word processors write quotes that YAML takes for letters. */
export function curlyQuotes(text: unknown): string | undefined {
  return typeof text === 'string' && /^[“”„‘’«»]/.test(text)
    ? 'These quotes are letters to YAML: use straight ones, or none.'
    : undefined;
}
