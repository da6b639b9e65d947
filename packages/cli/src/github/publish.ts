import { isDeepStrictEqual } from 'node:util';
import {
  commentMarkdown,
  type ReadReview,
  type ReviewedAgreement,
  type ReviewFile,
} from '@smarketing/review';
import { at, type GitHub } from './client.ts';
import { GitHubFailure } from './failure.ts';
import { repositoryOf, type RunEvent } from './pulls.ts';
import type { PullRequest } from './shapes.ts';
import { approvalStatus, type Status } from './status.ts';
import { keepSticky, type Posted } from './sticky.ts';

/** Where and as whom to publish, and what the run of the pull request left, which anybody may have written. */
export interface Publishing {
  readonly github: GitHub;
  readonly event: RunEvent;
  readonly author: string;
  readonly computed: ReadReview;
}

/** What was found here: the review with its approvals, and the teams of which it is not known who belongs to them. */
export interface FoundReview extends Pick<ReviewFile, 'failed'> {
  readonly agreements: readonly OwnReview[];
  readonly unknown: readonly string[];
}

type OwnReview = Pick<ReviewedAgreement, 'folder' | 'review' | 'approvals'>;

/** Keeps the comment and sets the status; tells in a line what it did. */
export async function publish(pull: PullRequest, to: Publishing, found: FoundReview): Promise<string> {
  const status = approvalStatus(found, found.unknown);
  const posted = await unlessRefused(keepComment(pull, to, found));
  const url = posted instanceof GitHubFailure ? undefined : posted?.url;
  await setStatus(pull, to, { ...status, url });
  if (posted instanceof GitHubFailure) throw posted;
  const comment = posted ? `comment ${posted.how} (${posted.url})` : 'no comment needed';
  return `${comment}; approvals: ${status.state}, ${status.description}`;
}

/** The status is set even where the comment cannot be kept: it is what decides. */
async function unlessRefused(posting: Promise<Posted | null>): Promise<Posted | null | GitHubFailure> {
  try {
    return await posting;
  } catch (error) {
    if (error instanceof GitHubFailure) return error;
    throw error;
  }
}

async function keepComment(
  pull: PullRequest,
  { github, event, author, computed }: Publishing,
  { agreements, failed, unknown }: FoundReview,
): Promise<Posted | null> {
  const { run_number: run, run_attempt: attempt } = event.workflow_run;
  const stamp = { run, attempt, head: pull.head.sha };
  const shown = agreements.map((own) => ({ ...(agreeing(own, computed) ?? own), approvals: own.approvals }));
  const changes = agreements.some(({ review }) => review.bump !== 'none');
  const notes = [
    ...(changes && shown.some(({ review }, index) => review === agreements[index]?.review)
      ? [noteOf(computed)]
      : []),
    ...unknown.map(
      (team) =>
        `It is not known who belongs to ${team}: the workflow has no token that may read the members of teams.`,
    ),
  ];
  return await keepSticky(
    github,
    { ...repositoryOf(event), pull: pull.number, author, stamp },
    {
      text: (marker) => commentMarkdown(shown, { marker, failed, notes }),
      isNeeded: changes || failed.length > 0,
    },
  );
}

/** What the run found of an agreement, if its review is the same as the one found here; it may know more besides. */
function agreeing(own: OwnReview, computed: ReadReview): ReviewedAgreement | undefined {
  if ('problem' in computed) return undefined;
  const theirs = computed.file.agreements.find(({ folder }) => folder === own.folder);
  const asFile: unknown = JSON.parse(JSON.stringify(own.review));
  return theirs && isDeepStrictEqual(theirs.review, asFile) ? theirs : undefined;
}

function noteOf(computed: ReadReview): string {
  const why =
    'problem' in computed
      ? computed.problem
      : 'The run of the pull request came to another result than what stands on the main branch, whose result this is.';
  return `This is without a forecast. ${why}`;
}

async function setStatus(
  pull: PullRequest,
  { github, event }: Publishing,
  { state, description, url }: Status & { readonly url: string | undefined },
): Promise<void> {
  const { owner, name } = repositoryOf(event);
  const body = { state, description, context: 'approvals', ...(url !== undefined && { target_url: url }) };
  await github.send('POST', at`/repos/${owner}/${name}/statuses/${pull.head.sha}`, body);
}
