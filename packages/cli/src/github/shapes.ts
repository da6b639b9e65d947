import { z } from 'zod';
import { GitHubFailure } from './failure.ts';

/** What is read of GitHub's answers and events; all else in them is left alone. */

const hash = z.string().regex(/^[0-9a-f]{40}$/);
const user = z.object({ login: z.string(), type: z.string().optional() });

export const workflowRunEvent = z.object({
  repository: z.object({ full_name: z.string().regex(/^[\w.-]+\/[\w.-]+$/) }),
  workflow_run: z.object({
    id: z.int(),
    run_number: z.int(),
    run_attempt: z.int(),
    event: z.string(),
    head_branch: z.string().nullable(),
    head_sha: hash,
    head_repository: z.object({ id: z.int(), owner: user }).nullable(),
  }),
});

export const pullRequest = z.object({
  number: z.int(),
  user: user.nullable(),
  head: z.object({ sha: hash, repo: z.object({ id: z.int() }).nullable() }),
  base: z.object({ ref: z.string() }),
});
export type PullRequest = z.infer<typeof pullRequest>;

export const branch = z.object({ commit: z.object({ sha: hash }) });

export const pullReview = z.object({
  user: user.nullable(),
  state: z.string(),
  commit_id: hash.nullable(),
  body: z.string().nullable(),
});
export type PullReview = z.infer<typeof pullReview>;

export const comment = z.object({
  id: z.int(),
  body: z.string().nullish(),
  user: user.nullable(),
  html_url: z.string(),
});
export type Comment = z.infer<typeof comment>;

export const artifact = z.object({
  id: z.int(),
  name: z.string(),
  size_in_bytes: z.int(),
  expired: z.boolean(),
});

export const membership = z.object({ state: z.string() });

/** A value of a known shape. */
export function read<T>(shape: z.ZodType<T>, value: unknown, what: string): T {
  const { data, error } = shape.safeParse(value);
  if (!error) return data;
  const where = error.issues[0]?.path.join('.') ?? '';
  throw new GitHubFailure('github-unreadable', `${what}${where && `, ${where}`}`);
}
