import type { Problem } from './types.ts';

/** A text without half characters and NUL. What is no text at all was noted before. */
export function readText(value: unknown, at: string, problems: Problem[]): string | null {
  if (typeof value !== 'string') return null;
  if (/\p{Cs}/u.test(value)) {
    problems.push({ at, message: 'must be text without halves of characters (lone surrogates)' });
  } else if (value.includes('\0')) {
    problems.push({ at, message: 'must be text without the character NUL' });
  }
  return value;
}
