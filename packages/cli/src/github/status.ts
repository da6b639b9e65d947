import type { ApprovalState, ReviewedAgreement, ReviewFile } from '@smarketing/review';
import { visible } from '../report/encode/visible.ts';

/** The commit status `approvals`: whether those who must agree have agreed. */
export interface Status {
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  /** One line of at most 140 characters, as GitHub takes it. */
  readonly description: string;
}

/** An agreement in a review, as far as its approval is concerned. */
type Approvable = Pick<ReviewedAgreement, 'review' | 'approvals'>;

/** As long as GitHub takes a description. */
const longest = 140;

/** @param unknown the teams of which it is not known who belongs to them */
export function approvalStatus(
  { agreements, failed }: Pick<ReviewFile, 'failed'> & { readonly agreements: readonly Approvable[] },
  unknown: readonly string[],
): Status {
  const changed = agreements.filter(({ review }) => review.bump !== 'none');
  const open = changed.filter(({ approvals }) => !approvals.isApproved);
  const [broken] = failed;
  if (broken !== undefined) return status('failure', `${broken} has errors: smarketing check shows them.`);
  if (changed.length === 0) return status('success', 'The agreement does not change.');
  if (open.length === 0) return status('success', approvedWords(changed));
  if (unknown.length > 0) return status('error', `It is not known who belongs to ${unknown.join(' and ')}.`);
  const waits = open.map(({ review, approvals }) => {
    const name = changed.length > 1 ? `${review.agreement}: ` : '';
    return `${name}${waitsWords(approvals)}`;
  });
  return status('pending', `Waits for ${waits.join('; ')}.`);
}

function approvedWords(changed: readonly Approvable[]): string {
  const needs = changed.some(({ approvals }) =>
    approvals.changes.some(({ needs: { from } }) => from !== 'nobody'),
  );
  return needs
    ? 'Everybody who must agree has agreed.'
    : 'No lead is decided differently: nobody has to agree.';
}

function waitsWords({ waitsFor }: ApprovalState): string {
  return waitsFor.map((one) => (one === 'either' ? 'one of the two teams' : one)).join(' and ');
}

function status(state: Status['state'], text: string): Status {
  const whole = visible(text).replaceAll(/\s+/g, ' ').trim();
  if (whole.length <= longest) return { state, description: whole };
  // What is cut off is never half a sign.
  return { state, description: `${whole.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…` };
}
