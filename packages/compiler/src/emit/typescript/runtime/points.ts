import type { LedgerLine } from './types.ts';

/** The points, after a line for them in the ledger if there are any. `unit` is what one point counts. */
export function given(
  kind: LedgerLine['kind'],
  id: LedgerLine['id'],
  points: number,
  unit: number,
  ledger: LedgerLine[] | null,
): number {
  if (ledger !== null && points !== 0) ledger.push({ kind, id, points: points / unit });
  return points;
}
