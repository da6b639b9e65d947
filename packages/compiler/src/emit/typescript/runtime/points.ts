import type { LedgerLine } from './types.ts';

/** Where scores write their lines; `null` while nobody asks for them. */
let ledger: LedgerLine[] | null = null;

/** The points, after a line for them in the ledger if there are any. */
export function given(kind: LedgerLine['kind'], id: LedgerLine['id'], points: number): number {
  if (ledger !== null && points !== 0) ledger.push({ kind, id, points });
  return points;
}

/** The lines of a score; `unit` is what one point counts in it. */
export function linesOf<L>(
  score: (lead: L, asOf: number) => number,
  lead: L,
  asOf: number,
  unit: number,
): LedgerLine[] {
  const written: LedgerLine[] = [];
  ledger = written;
  score(lead, asOf);
  ledger = null;
  return written.map((line) => ({ ...line, points: line.points / unit }));
}
