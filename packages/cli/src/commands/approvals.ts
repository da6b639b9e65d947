import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { approvalsIn } from '../load/approvals.ts';
import { fromHome } from '../load/home.ts';
import { loadReviews, withApprovals } from '../load/reviewed.ts';
import type { VersionOptions } from '../load/versions.ts';
import { type Asked, approvalLines } from '../report/approvals.ts';
import { jsonText } from '../report/encode/json.ts';

export interface ApprovalOptions extends VersionOptions {
  /** A file of who approved what. */
  readonly approvals?: string;
  readonly format?: 'pretty' | 'json';
}

/** Tells who must agree to a change, and who has; exit code 1 while somebody is waited for. */
export async function approvals(given: ApprovalOptions, here: Io): Promise<number> {
  const { options, io } = fromHome(given, here);
  const approved = approvalsIn(options.approvals, io);
  const { agreements, failed } = await loadReviews(options, io);
  const all = agreements.map((loaded): Asked => {
    const { review, approvals: state } = withApprovals(loaded, approved);
    return { name: review.agreement, changes: review.changes, state };
  });
  const text =
    options.format === 'json'
      ? jsonText({ agreements: all })
      : `${all.flatMap((asked) => approvalLines(asked, io)).join('\n')}\n`;
  await write(io, 'stdout', text);
  return failed.length === 0 && all.every(({ state }) => state.isApproved) ? exit.fine : exit.findings;
}
