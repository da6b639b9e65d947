import type { LedgerLine, ReasonId } from './types.ts';

/** Adds the rules that stand in a ledger to the reasons. The lines of one rule stand together. */
export function addRules(ledger: readonly LedgerLine[], reasons: ReasonId[]): void {
  let last: string | null = null;
  for (const { kind, id } of ledger) {
    if (id === last || (kind !== 'rule' && kind !== 'rule_cap' && kind !== 'rule_floor')) continue;
    reasons.push(id as ReasonId);
    last = id;
  }
}
