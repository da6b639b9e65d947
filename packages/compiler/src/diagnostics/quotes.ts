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

/** How a value of the wrong kind was most likely meant. */
export function meant(got: unknown, expected: string): string | undefined {
  if (got === undefined) return 'Nothing belongs to it: write it after the colon, or indent the lines below.';
  if (expected === 'a text') return asText(got);
  if (expected === 'a list' && typeof got === 'string') return `Put it in brackets: [${got}].`;
  const digits = expected.includes('number') && typeof got === 'string' && /\d/.test(got);
  return digits ? 'Write digits only, with a point before decimals: 10000.50.' : undefined;
}

/** What makes a value of the kind that was expected, if nothing else can have been meant. */
export function remedyOf(got: unknown, expected: string): Remedy | undefined {
  if (expected === 'a list' && typeof got === 'string' && /^[\w@./ -]+$/.test(got)) return 'bracket';
  return expected === 'a text' && (typeof got === 'number' || typeof got === 'boolean') ? 'quote' : undefined;
}

function asText(got: unknown): string | undefined {
  if (typeof got !== 'object' || got === null)
    return `If the word itself is meant, put it in quotes: '${String(got)}'.`;
  const mapping = !Array.isArray(got) && Object.keys(got).length > 0;
  return mapping ? 'A colon and a space make a mapping: put a text that has them in quotes.' : undefined;
}

/** Word processors write quotes that YAML takes for letters. */
export function curlyQuotes(text: unknown): string | undefined {
  return typeof text === 'string' && /^[“”„‘’«»]/.test(text)
    ? 'These quotes are letters to YAML: use straight ones, or none.'
    : undefined;
}
