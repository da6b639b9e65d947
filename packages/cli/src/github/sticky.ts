import { readMarker, type Stamp, stampedMarker } from '@smarketing/review';
import { z } from 'zod';
import { at, type GitHub } from './client.ts';
import { GitHubFailure } from './failure.ts';
import type { Repository } from './pulls.ts';
import { comment, type Comment, read } from './shapes.ts';

export interface Sticky extends Repository {
  readonly pull: number;
  /** The account that comments, such as `github-actions[bot]`. */
  readonly author: string;
  readonly stamp: Stamp;
}

export interface Posted {
  readonly url: string;
  readonly how: 'created' | 'updated' | 'left as it is' | 'left to a newer run';
}

/** How often a comment is sought again that may have been created, or not. */
const attempts = 3;

/**
 * Keeps one comment on a pull request. It is known by its first line and its author; what anybody made of its text is replaced;
 * the same text is not posted again; what a newer run says of the same commit stays.
 *
 * @param bodyWith the comment with a first line; `null` where a comment is not worth having, if there is none yet
 */
export async function keepSticky(
  github: GitHub,
  sticky: Sticky,
  bodyWith: { readonly text: (marker: string) => string; readonly isNeeded: boolean },
): Promise<Posted | null> {
  const { owner, name, pull, stamp } = sticky;
  const body = bodyWith.text(stampedMarker(stamp));
  const comments = at`/repos/${owner}/${name}/issues/${pull}/comments`;
  for (let attempt = 1; ; attempt += 1) {
    const own = await findOwn(github, `${comments}?per_page=100`, sticky.author);
    if (!own && !bodyWith.isNeeded) return null;
    if (own) return await update(github, own, { ...sticky, body });
    try {
      const made = read(comment, await github.sendOnce('POST', comments, { body }), 'comment');
      return { url: made.html_url, how: 'created' };
    } catch (error) {
      const mayBeThere = error instanceof GitHubFailure && error.mayHaveWorked;
      if (!mayBeThere || attempt === attempts) throw error;
    }
  }
}

/** The first comment of an account that begins with our line; the same line of anybody else is nothing to us. */
async function findOwn(github: GitHub, path: string, author: string): Promise<Comment | undefined> {
  const all = read(z.array(comment), await github.pages(path), 'comments');
  return all.find(({ user, body }) => user?.login === author && readMarker(body ?? '') !== undefined);
}

async function update(
  github: GitHub,
  own: Comment,
  { owner, name, stamp, body }: Sticky & { readonly body: string },
): Promise<Posted> {
  const url = own.html_url;
  const there = readMarker(plain(own.body ?? ''));
  if (there?.stamp && there.stamp.head === stamp.head && isNewer(there.stamp, stamp))
    return { url, how: 'left to a newer run' };
  if (there?.text === readMarker(plain(body))?.text) return { url, how: 'left as it is' };
  await github.send('PATCH', at`/repos/${owner}/${name}/issues/comments/${own.id}`, { body });
  return { url, how: 'updated' };
}

/** GitHub gives line breaks back as it likes, and no spaces at the end. */
function plain(body: string): string {
  return `${body.replaceAll('\r\n', '\n').trimEnd()}\n`;
}

function isNewer(one: Stamp, other: Stamp): boolean {
  return one.run > other.run || (one.run === other.run && one.attempt > other.attempt);
}
