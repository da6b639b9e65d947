import type { LedgerLine } from './types.ts';

/** By how much the floor of a score lifts the sum of its lines; `unit` is what one point counts. */
export function lifted(lines: readonly LedgerLine[], unit: number): number {
  return lines
    .filter(({ kind }) => kind === 'score_floor')
    .reduce((sum, { points }) => sum + Math.round(points * unit), 0);
}
