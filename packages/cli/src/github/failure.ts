import { CannotRun } from '../cannot-run.ts';
import { visible } from '../report/encode/visible.ts';

/** What can go wrong with GitHub, and what to do about it. A code is permanent: it is never renamed and never reused. */
const failures = {
  'github-unreachable': ['GitHub cannot be reached', 'Run the job again when it can.'],
  'github-failing': ['GitHub does not work at the moment', 'Run the job again later.'],
  'github-rate-limited': ['GitHub asks to wait longer than a job should', 'Run the job again later.'],
  'github-forbidden': [
    'GitHub does not let this token do that',
    'Compare the permissions of the job and of the tokens with smarketing post --help.',
  ],
  'github-not-found': [
    'GitHub does not know what was asked for, or does not show it to this token',
    'It may have been deleted, or the token may lack a permission: see smarketing post --help.',
  ],
  'github-refused': ['GitHub refuses what was sent', 'Report it, with this message.'],
  'github-unreadable': [
    'GitHub answered something else than its documentation says',
    'Report it, with this message.',
  ],
} as const satisfies Readonly<Record<string, readonly [says: string, help: string]>>;

export type GitHubCode = keyof typeof failures;

/** A call to GitHub that did not work, in words. */
export class GitHubFailure extends CannotRun {
  readonly code: GitHubCode;
  /** The call may have been carried out all the same. */
  readonly mayHaveWorked: boolean;

  constructor(code: GitHubCode, what: string, mayHaveWorked = false) {
    const [says, help] = failures[code];
    super(`${says} (${code}): ${visible(what).replaceAll(/\s+/g, ' ').slice(0, 300)}`, help);
    this.code = code;
    this.mayHaveWorked = mayHaveWorked;
  }
}
