import { z } from 'zod';
import { at, type GitHub } from './client.ts';
import { branch, type PullRequest, pullRequest, read, type workflowRunEvent } from './shapes.ts';

/** The event that a run of the workflow that computes has ended. */
export type RunEvent = z.infer<typeof workflowRunEvent>;

/** A repository by its two names. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
}

export function repositoryOf({ repository }: RunEvent): Repository {
  const [owner = '', name = ''] = repository.full_name.split('/');
  return { owner, name };
}

/**
 * The open pull requests that a run was about: those of its branch that still end in its commit. What the run itself says of
 * them is not asked, and GitHub's event does not name those of forks.
 */
export async function findPulls(github: GitHub, event: RunEvent): Promise<readonly PullRequest[]> {
  const { head_repository: from, head_branch: name, head_sha: head } = event.workflow_run;
  if (!from || name === null) return [];
  const repository = repositoryOf(event);
  const branchName = `${from.owner.login}:${name}`;
  const path = at`/repos/${repository.owner}/${repository.name}/pulls?state=open&per_page=100&head=${branchName}`;
  const pulls = read(z.array(pullRequest), await github.pages(path), 'pull requests');
  return pulls.filter((pull) => pull.head.sha === head && pull.head.repo?.id === from.id);
}

/** The commit in which a branch ends now. */
export async function tipOf(github: GitHub, { owner, name }: Repository, of: string): Promise<string> {
  return read(branch, await github.get(at`/repos/${owner}/${name}/branches/${of}`), of).commit.sha;
}
