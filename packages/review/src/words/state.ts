import type { ApprovalState } from '../approvals/approvals.ts';

/** Who has yet to agree, in a sentence. */
export function stateWords({ isApproved, changes, waitsFor }: ApprovalState): string {
  const waits = waitsFor.map((one) => (one === 'either' ? 'one of the two teams' : one));
  if (!isApproved) return `It waits for ${waits.join(' and for ')}.`;
  return changes.every(({ needs }) => needs.from === 'nobody')
    ? 'Nobody has to agree.'
    : 'Everybody who must agree has agreed.';
}
