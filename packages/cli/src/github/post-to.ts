import type { Approvals } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { fetchCommits } from '../git/fetch.ts';
import { type Commit, mergeBase } from '../git/git.ts';
import type { Io } from '../io.ts';
import { loadFingerprints } from '../load/fingerprints.ts';
import { type LoadedReview, loadReviews, type Reviewed, withApprovals } from '../load/reviewed.ts';
import { loadVersion } from '../load/version.ts';
import type { GitHub } from './client.ts';
import { membersOf } from './members.ts';
import { publish, type Publishing } from './publish.ts';
import { repositoryOf, tipOf } from './pulls.ts';
import { type Approving, approvingOf } from './reviews.ts';
import type { PullRequest } from './shapes.ts';

export interface Posting extends Publishing {
  /** With a token that may read who belongs to teams. */
  readonly teams: GitHub | undefined;
  readonly server: { readonly server: string; readonly token: string };
  readonly io: Io;
}

/** Posts to one pull request, and tells in a line what it did. */
export async function postTo(pull: PullRequest, posting: Posting): Promise<string> {
  const { github, event, io } = posting;
  const repository = repositoryOf(event);
  const approving = await approvingOf(github, repository, pull.number);
  const tip = await tipOf(github, repository, pull.base.ref);
  const hashes = [tip, pull.head.sha, ...approving.map(({ commit }) => commit ?? '')];
  const commits = fetchCommits(hashes, posting.server, io);
  const [base, head] = [commits.get(tip), commits.get(pull.head.sha)];
  if (!base || !head)
    throw new CannotRun(
      'The commits cannot be fetched from origin.',
      'Check out the repository with all of its history (fetch-depth: 0), and let the token read its contents.',
    );

  const own = withRulesOf(base, head, await loadReviews({ base: base.hash, head: head.hash }, io), io);
  const known = await membersOf(
    posting.teams,
    own.agreements.map(({ before }) => before),
    approving.map(({ login }) => login),
  );
  const seen = new Map([[head.hash, fingerprintsOf(own)]]);
  const approvals = await approvalsOf(approving, { base, commits, seen, io });
  const given: Approvals = { author: `@${pull.user?.login ?? ''}`, members: known.members, approvals };
  const agreements = own.agreements.map((one) => withApprovals(one, given));
  return await publish(pull, posting, { agreements, failed: own.failed, unknown: known.unknown });
}

/** The rules by which a change is approved are those of the branch that it goes to, as it is now. */
function withRulesOf(base: Commit, head: Commit, reviewed: Reviewed, io: Io): Reviewed {
  if (mergeBase(base, head, io).hash === base.hash) return reviewed;
  const agreements = reviewed.agreements.map((one): LoadedReview => {
    const place = { kind: 'commit', commit: base, folder: one.folder } as const;
    return { ...one, before: loadVersion(place, one.review.agreement, io).agreement ?? one.before };
  });
  return { ...reviewed, agreements };
}

interface Seen {
  readonly base: Commit;
  readonly commits: ReadonlyMap<string, Commit>;
  /** The fingerprints of the changes up to a commit, by its hash; those of other commits are added. */
  readonly seen: Map<string, readonly string[]>;
  readonly io: Io;
}

/** An approval is for the changes that its author saw: those of the commit that they approved. */
async function approvalsOf(
  approving: readonly Approving[],
  { base, commits, seen, io }: Seen,
): Promise<Approvals['approvals']> {
  for (const { hash } of commits.values())
    if (!seen.has(hash) && approving.some(({ commit }) => commit === hash))
      seen.set(hash, await loadFingerprints({ base: base.hash, head: hash }, io));
  return approving.map(({ login, commit, for: party }) => ({
    by: `@${login}`,
    ...(party && { for: party }),
    changes: seen.get(commit ?? '') ?? [],
  }));
}

function fingerprintsOf({ agreements }: Reviewed): readonly string[] {
  return agreements.flatMap(({ review }) => review.changes.map(({ fingerprint }) => fingerprint));
}
