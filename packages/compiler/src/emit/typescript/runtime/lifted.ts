import type { LedgerLine } from './types.ts';

/** By how much the floor of a score, its last line, lifts the others; `unit` is what one point counts. */
export function lifted(lines: readonly LedgerLine[], unit: number): number {
  const last = lines.at(-1);
  return last?.kind === 'score_floor' ? Math.round(last.points * unit) : 0;
}
