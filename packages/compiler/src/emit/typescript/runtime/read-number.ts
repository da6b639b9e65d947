import { scaled } from './scaled.ts';
import type { Problem } from './types.ts';

/** A number with at most so many decimals; never -0. */
export function readNumber(value: unknown, decimals: number, at: string, problems: Problem[]): number | null {
  if (typeof value !== 'number') return null;
  if (!Number.isInteger(value) && Number.isFinite(value) && Number.isNaN(scaled(value, decimals))) {
    const most = 'must have at most ' + decimals + (decimals === 1 ? ' decimal' : ' decimals');
    problems.push({ at, message: decimals === 0 ? 'must be a whole number' : most });
  }
  return value + 0;
}
