import { reviewFile, type ReviewFile } from './schema.ts';

/** A review as a file holds it, or what is wrong with the file, in words. */
export type ReadReview = { readonly file: ReviewFile } | { readonly problem: string };

/** More than this is not looked at. */
export const mostBytes = 8_000_000;

/**
 * Reads a review from JSON that anybody may have written: it is data of the known shape, or it is refused.
 *
 * ```ts
 * const read = readReviewFile('{}');
 * 'problem' in read && read.problem; // 'It is not a review: version is not as it should be.'
 * ```
 */
export function readReviewFile(json: string): ReadReview {
  if (json.length > mostBytes) return { problem: 'It is too long.' };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: 'It is not JSON.' };
  }
  const read = reviewFile.safeParse(value);
  if (read.success) return { file: read.data };
  const [first] = read.error.issues;
  const where = first?.path.join('.').slice(0, 100) || 'the whole';
  return { problem: `It is not a review: ${where} is not as it should be.` };
}
