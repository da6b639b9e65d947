import { existsSync, realpathSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { CannotRun } from '../cannot-run.ts';
import { type Commit, findCommit, mergeBase, rootOf, tryCommit } from '../git/git.ts';
import { agreementsAt, isFolderAt } from '../git/tree.ts';
import type { Io } from '../io.ts';
import { shellWord } from '../report/encode/shell-word.ts';
import { visible } from '../report/encode/visible.ts';
import { findFolder, findFolders, isFolder } from './folders.ts';
import type { Parted, Place } from './version.ts';

export interface VersionOptions {
  /** A folder, or a branch, tag or commit. */
  readonly base: string;
  /** The same; what is on the disk if it is left out. */
  readonly head?: string;
  /** Which agreement, where commits are compared. */
  readonly agreement?: string;
  /** Compare with the base itself, not with the commit at which the head parted from it. */
  readonly direct?: boolean;
}

/** One agreement in two versions; one side is missing where the agreement is new or gone. */
export interface VersionPair {
  readonly before: Place | null;
  readonly after: Place | null;
}

/** The agreements to compare. */
export function findVersions(options: VersionOptions, io: Io): readonly VersionPair[] {
  const { base, head } = options;
  if (isFolder(base, io)) {
    if (head === undefined || !isFolder(head, io))
      throw new CannotRun(
        `${base} is a folder, and there is no other one to compare it with.`,
        'Name two folders, or a branch.',
      );
    const [before, after] = [base, head].map((folder): Place => ({
      kind: 'folder',
      folder: findFolder(folder, io),
    }));
    return [{ before: before ?? null, after: after ?? null }];
  }
  if (head !== undefined && isFolder(head, io) && !tryCommit(head, io))
    throw new CannotRun(
      `${visible(head)} is a folder, and ${visible(base)} is none: folders are compared with folders, commits with commits.`,
      `What is on the disk is compared with ${visible(base)} by: ${visible(shellWord(base))} --agreement ${visible(shellWord(head))}`,
    );
  const parted = head === undefined ? findCommit('HEAD', io) : findCommit(head, io);
  const named = findCommit(base, io);
  const from = options.direct ? { commit: named } : partedFrom(named, parted, io);
  return head === undefined ? againstDisk(from, options, io) : betweenCommits(from, parted, options, io);
}

/** The commit that is compared with, and where it is no other one than was named, the names of both. */
interface From {
  readonly commit: Commit;
  readonly parted?: Parted;
}

function partedFrom(named: Commit, head: Commit, io: Io): From {
  const { hash } = mergeBase(named, head, io);
  if (hash === named.hash) return { commit: named };
  return { commit: { hash, shown: hash.slice(0, 9) }, parted: { base: named.shown, head: head.shown } };
}

/** Why nothing is compared: the head has nothing that the base does not have; `null` if something is. */
export function whyNotCompared({ before, after }: VersionPair): string | null {
  if (before?.kind !== 'commit' || after?.kind !== 'commit' || !before.parted) return null;
  if (before.commit.hash !== after.commit.hash) return null;
  const { base, head } = before.parted;
  return `Nothing is compared: ${base} is ahead of ${head}, which has no commit of its own. To compare it with ${base} itself: --direct.`;
}

/** A commit and what is on the disk now. */
function againstDisk(from: From, { agreement }: VersionOptions, io: Io): readonly VersionPair[] {
  const root = realpathSync(rootOf(io));
  const known =
    agreement === undefined && !existsSync(join(io.cwd, 'agreements'))
      ? []
      : findFolders(agreement ? [agreement] : [], io);
  const pairs = known.map((folder): VersionPair => {
    const inside = relative(root, realpathSync(folder)).replaceAll('\\', '/');
    const before: Place = { kind: 'commit', ...from, folder: inside };
    return { before: isFolderAt(from.commit, inside, io) ? before : null, after: { kind: 'folder', folder } };
  });
  if (agreement !== undefined) return pairs;
  const here = new Set(known.map((folder) => basename(folder)));
  const gone = agreementsAt(from.commit, io).filter((folder) => !here.has(basename(folder)));
  return [
    ...pairs,
    ...gone.map((folder): VersionPair => ({ before: { kind: 'commit', ...from, folder }, after: null })),
  ];
}

function betweenCommits(
  from: From,
  to: Commit,
  { agreement }: VersionOptions,
  io: Io,
): readonly VersionPair[] {
  const wanted = agreement === undefined ? undefined : folderIn(agreement);
  const all = wanted
    ? [wanted]
    : [...new Set([from.commit, to].flatMap((commit) => agreementsAt(commit, io)))].toSorted();
  const pairs = all.map((folder): VersionPair => {
    const [before, after] = [from, { commit: to }].map((side): Place | null =>
      isFolderAt(side.commit, folder, io) ? { kind: 'commit', ...side, folder } : null,
    );
    return { before: before ?? null, after: after ?? null };
  });
  if (pairs.some(({ before, after }) => before ?? after)) return pairs;
  throw new CannotRun(
    'There is no agreement in these commits.',
    'Name its folder with --agreement, from the root of the repository.',
  );
}

/** A folder inside a repository, from its root; a bare name is one below `agreements/`. */
function folderIn(agreement: string): string {
  const plain = agreement.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  return plain.includes('/') ? plain : `agreements/${plain}`;
}
