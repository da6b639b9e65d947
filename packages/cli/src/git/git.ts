import { spawnSync } from 'node:child_process';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';
import { visible } from '../report/encode/visible.ts';

/** Nothing is fetched, locked or asked, and a path is a path. */
const quiet = {
  GIT_LITERAL_PATHSPECS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** As much as one call may give. */
const mostBytes = 512_000_000;

/**
 * What a git command prints; `undefined` if it ends with a status that is not fine. Only commands that read objects are called,
 * without a shell.
 */
export function tryGit(
  args: readonly string[],
  { cwd, env }: Io,
  input = '',
  fine: readonly number[] = [0],
): Buffer | undefined {
  const ran = spawnSync('git', args, { cwd, input, env: { ...env, ...quiet }, maxBuffer: mostBytes });
  if (ran.error && 'code' in ran.error && ran.error.code === 'ENOENT')
    throw new CannotRun('There is no git here.', 'Install git, or name two folders.');
  return ran.status !== null && fine.includes(ran.status) ? ran.stdout : undefined;
}

/** The same for what cannot fail, but for a repository that is not as it should be. */
export function git(args: readonly string[], io: Io, input = ''): Buffer {
  const out = tryGit(args, io, input);
  if (out) return out;
  throw new CannotRun(`git ${args[0] ?? ''} did not work here.`, 'Is this a repository that you may read?');
}

/** A commit by its hash. */
export interface Commit {
  readonly hash: string;
  /** As people named it. */
  readonly shown: string;
}

/** The commit that a name stands for; a name is never taken for an option. */
export function findCommit(name: string, io: Io): Commit {
  const commit = tryCommit(name, io);
  if (commit) return commit;
  if (!tryGit(['rev-parse', '--git-dir'], io))
    throw new CannotRun('This is no git repository.', 'Name two folders of agreements instead.');
  throw new CannotRun(
    `There is no commit ${visible(name).slice(0, 100)}.`,
    isShallow(io) ? shallowHelp : 'It is a branch, a tag or a commit, or a folder.',
  );
}

/** The same; `undefined` if there is none. */
export function tryCommit(name: string, io: Io): Commit | undefined {
  const hash = isPlain(name)
    ? tryGit(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], io)
    : undefined;
  return hash && { hash: hash.toString('latin1').trim(), shown: name };
}

/** What to do where the history is cut. */
export const shallowHelp =
  'This clone is shallow: its history is cut. All of it: git fetch --unshallow, or fetch-depth: 0 where a workflow checks it out.';

/** Whether only the last commits are there. */
export function isShallow(io: Io): boolean {
  return tryGit(['rev-parse', '--is-shallow-repository'], io)?.toString('latin1').trim() === 'true';
}

/** Whether a commit has one before it that is not there. */
export function isCut({ hash }: Commit, io: Io): boolean {
  if (!isShallow(io) || tryGit(['rev-parse', '--verify', '--quiet', `${hash}^`], io)) return false;
  return /^parent /m.test(git(['cat-file', 'commit', hash], io).toString('latin1').split('\n\n', 1)[0] ?? '');
}

/** Names that git could take for something else are none: options, ranges, several lines. */
function isPlain(name: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  return name !== '' && name.length < 1000 && !/^[-:^]|[\u0000-\u001f\u007f]|\.\./.test(name);
}

/** Where two commits parted; the first of them if they have nothing in common. */
export function mergeBase(one: Commit, other: Commit, io: Io): Commit {
  const base = tryGit(['merge-base', one.hash, other.hash], io);
  return base ? { ...one, hash: base.toString('latin1').trim() } : one;
}

/** The folder in which git's paths begin; `undefined` outside of a repository. */
export function findRoot(io: Io): string | undefined {
  return tryGit(['rev-parse', '--show-toplevel'], io)?.toString('utf8').replace(/\n$/, '');
}

export function rootOf(io: Io): string {
  const root = findRoot(io);
  if (root !== undefined) return root;
  throw new CannotRun('This is no git repository.', 'The versions of an agreement are its commits in git.');
}
