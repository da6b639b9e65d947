import type { Approval } from '@smarketing/review';
import { z } from 'zod';
import { at, type GitHub } from './client.ts';
import type { Repository } from './pulls.ts';
import { pullReview, type PullReview, read } from './shapes.ts';

/** That somebody approves a pull request as it was at a commit. */
export interface Approving {
  readonly login: string;
  readonly commit: string | null;
  /** The team that they say they speak for. */
  readonly for: Approval['for'];
}

/** What some states of a review say about approval; a mere comment says nothing, and leaves what was said before. */
const deciding: ReadonlySet<string> = new Set(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED']);

/** Who approves a pull request: those whose last word is an approval. */
export async function approvingOf(
  github: GitHub,
  { owner, name }: Repository,
  pull: number,
): Promise<readonly Approving[]> {
  const path = at`/repos/${owner}/${name}/pulls/${pull}/reviews?per_page=100`;
  const last = new Map<string, PullReview>();
  for (const review of read(z.array(pullReview), await github.pages(path), 'reviews'))
    if (review.user && deciding.has(review.state)) last.set(review.user.login.toLowerCase(), review);
  return [...last.values()].flatMap(({ user, state, commit_id: commit, body }) =>
    user && state === 'APPROVED' ? [{ login: user.login, commit, for: spokenFor(body ?? '') }] : [],
  );
}

/** Who could speak for either team says for which, in a line of its own: `for sales`. */
function spokenFor(body: string): Approval['for'] {
  const found = [...body.matchAll(/^[ \t]*for (marketing|sales)[ \t]*\.?[ \t]*\r?$/gim)];
  const teams = new Set(found.map(([, team]) => team?.toLowerCase()));
  if (teams.size !== 1) return undefined;
  return teams.has('sales') ? 'sales' : 'marketing';
}
