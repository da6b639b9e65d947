import type { Problem } from './types.ts';

/** A set: each option once, in the order of the options. What is no list was noted before. */
export function readOptions<T extends string>(
  value: unknown,
  options: readonly T[],
  at: string,
  problems: Problem[],
): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  if (value.some((item) => !options.includes(item))) {
    problems.push({ at, message: 'must have only options of ' + options.join(', ') });
  }
  return options.filter((option) => value.includes(option));
}
