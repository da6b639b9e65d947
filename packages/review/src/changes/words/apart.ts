/** So many signs of a text are shown, in whole words. */
const mostSigns = 140;

/** So many words stand before the first that differs, where the beginning is left out. */
const mostBefore = 3;

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What two texts say, quoted, as a sentence ends. Long ones are cut to whole words and both begin near the first difference.
 *
 * ```ts
 * textsApart('A company that pays.', 'A company that signed.') // '“A company that signed.”; before: “A company that pays.”'
 * ```
 */
export function textsApart(was: string | null, is: string | null): string {
  const [before, after] = [wordsOf(was ?? ''), wordsOf(is ?? '')];
  const isShort = [before, after].every((words) => words.join('').length <= mostSigns);
  const from = isShort ? 0 : Math.max(0, sameWords(before, after) - mostBefore);
  const said = `${shown(after, from)}; before: ${shown(before, from)}`;
  return /[.!?]”$/.test(said) ? said : `${said}.`;
}

/** Each word with the space after it; what is long and has no spaces is cut into its signs. */
function wordsOf(text: string): readonly string[] {
  const words = text.trim().replaceAll(/\s+/g, ' ').match(/\S+ ?/g) ?? [];
  return words.flatMap((word) =>
    word.length > 40 ? [...signs.segment(word)].map(({ segment }) => segment) : [word],
  );
}

function sameWords(before: readonly string[], after: readonly string[]): number {
  const at = before.findIndex((word, index) => word.trim() !== after[index]?.trim());
  return at === -1 ? before.length : at;
}

function shown(words: readonly string[], from: number): string {
  if (words.length === 0) return 'nothing';
  let text = '';
  let next = from;
  for (; next < words.length; next++) {
    const longer = text + (words[next] ?? '');
    if (longer.trimEnd().length > mostSigns) break;
    text = longer;
  }
  return `“${from > 0 ? '… ' : ''}${text.trimEnd()}${next < words.length ? ' …' : ''}”`;
}
