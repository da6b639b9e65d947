/** A flag. What is none was noted before. */
export function readFlag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
