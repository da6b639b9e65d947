import type { Read } from './types.ts';

const longest = 60;
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A word of a cell, for a message: in quotes, cut, without characters that would rewrite a terminal. */
export function quoted(word: string): string {
  const points = Array.from(word.replace(unseen, '\uFFFD'));
  return `"${points.length > longest ? `${points.slice(0, longest).join('')}…` : points.join('')}"`;
}

const most = 8;

/** `a, b or c`; of a long list the first words, and how many more there are. */
export function listed(words: readonly string[]): string {
  if (words.length > most) return `${words.slice(0, most - 2).join(', ')} or ${words.length - most + 2} more`;
  const head = words.slice(0, -1).join(', ');
  return head === '' ? words.join('') : `${head} or ${words.at(-1)}`;
}

/**
 * A refusal: `reason` is said of every cell that fails alike; what a personal cell holds is never repeated.
 *
 * ```ts
 * refuse('is not a number', '12 pcs', { accepted: 'a number such as 12', personal: false });
 * // "12 pcs" is not a number; accepted is a number such as 12
 * ```
 */
export function refuse(
  reason: string,
  word: string,
  { accepted, personal }: { readonly accepted: string; readonly personal: boolean },
): { readonly refused: { readonly reason: string; readonly message: string } } {
  const subject = personal ? 'what stands there' : quoted(word);
  return { refused: { reason, message: `${subject} ${reason}; accepted is ${accepted}` } };
}

export function isRefused<T>(read: Read<T>): read is Extract<Read<T>, { readonly refused: unknown }> {
  return 'refused' in read;
}
