import type { Io } from '../io.ts';
import { type Commit, git, tryGit } from './git.ts';

/** So many branches and tags are looked at, and so many commits. */
const most = { refs: 500, commits: 20 };

/** A commit that has a file with some content, looked for at the head, at branches and tags, then in the history of the file; and `undefined` if none is found. */
export function commitWith(blob: string, path: string, io: Io): Commit | undefined {
  const near = ['HEAD', ...refs(io)];
  return havingAt(near, { blob, path }, io) ?? havingAt(changersOf(blob, path, io), { blob, path }, io);
}

/** The commit before another one, if that has the content: what `git show` compares with. */
export function parentWith({ hash }: Commit, blob: string, path: string, io: Io): Commit | undefined {
  return havingAt([`${hash}^`], { blob, path }, io);
}

function refs(io: Io): readonly string[] {
  const args = [
    'for-each-ref',
    `--count=${most.refs}`,
    '--format=%(refname)',
    'refs/heads',
    'refs/tags',
    'refs/remotes',
  ];
  return git(args, io).toString('utf8').split('\n').filter(Boolean);
}

/** Commits that brought the content or took it away, each with the one before it. */
function changersOf(blob: string, path: string, io: Io): readonly string[] {
  const args = [
    'log',
    '--all',
    `--max-count=${most.commits}`,
    '--format=%H',
    `--find-object=${blob}`,
    '--',
    path,
  ];
  const out = tryGit(args, io)?.toString('latin1') ?? '';
  return out
    .split('\n')
    .filter(Boolean)
    .flatMap((hash) => [hash, `${hash}^`]);
}

function havingAt(
  names: readonly string[],
  { blob, path }: { readonly blob: string; readonly path: string },
  io: Io,
): Commit | undefined {
  const asked = names.flatMap((name) => [`${name}^{commit}`, `${name}:${path}`]);
  const lines = git(['cat-file', '--batch-check=%(objectname)'], io, `${asked.join('\n')}\n`)
    .toString('utf8')
    .split('\n');
  const found = names.findIndex((_name, index) => lines[2 * index + 1] === blob);
  const hash = found < 0 ? undefined : lines[2 * found];
  return hash === undefined ? undefined : { hash, shown: hash.slice(0, 9) };
}
