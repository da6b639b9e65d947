import type { Problem } from './types.ts';

/** One of the options, the very string of the list. */
export function readOption<T extends string>(
  value: unknown,
  options: readonly T[],
  at: string,
  problems: Problem[],
): T | null {
  const found = options.find((option) => option === value) ?? null;
  if (found === null && value !== null)
    problems.push({ at, message: 'must be one of ' + options.join(', ') });
  return found;
}
