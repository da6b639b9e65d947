import type { Io } from '../io.ts';
import { type Commit, git } from './git.ts';

/** A commit that changed an agreement. */
export interface Change extends Commit {
  /** The day on which it was committed, `YYYY-MM-DD`. */
  readonly day: string;
  /** The first line of its message. */
  readonly subject: string;
}

/** The commits that changed a folder, on the way that the head itself took; the oldest first. It is asked in the root. */
export function changesOf({ hash }: Commit, folder: string, io: Io): readonly Change[] {
  const format = '--format=%H%x1f%cs%x1f%s';
  const out = git(['log', '--first-parent', '--reverse', '-z', format, hash, '--', folder], io).toString(
    'utf8',
  );
  return out.split('\0').flatMap((line) => {
    const [commit = '', day = '', subject = ''] = line.split('\x1f');
    return commit === '' ? [] : [{ hash: commit, shown: commit.slice(0, 9), day, subject }];
  });
}

/** The day on which a commit was made, `YYYY-MM-DD`. */
export function dayOfCommit({ hash }: Commit, io: Io): string {
  return git(['show', '--no-patch', '--format=%cs', hash], io).toString('latin1').trim();
}
