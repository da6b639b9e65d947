import { existsSync, readFileSync } from 'node:fs';
import { basename, join, posix, resolve } from 'node:path';
import { bumpOf, type Change, findChanges, verdictSentence } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { commitWith, parentWith } from '../git/blob.ts';
import type { Commit } from '../git/git.ts';
import { isFileAt } from '../git/tree.ts';
import { unifiedDiff } from '../git/unified.ts';
import { type Io, write } from '../io.ts';
import { loadVersion, type Place } from '../load/version.ts';
import { visible } from '../report/encode/visible.ts';
import { fileDiffLines } from '../report/file-diff.ts';

/** One side of a file as git hands it to a program for diffs: a file with its content, and the content's hash. */
interface Side {
  readonly path: string;
  readonly file: string;
  readonly blob: string;
}

/** What is told of a file: the changes that stand in it, or why none are told. */
export type FileDiff =
  | { readonly verdict: string; readonly changes: readonly Change[] }
  | { readonly untold: string };

/**
 * Shows one file of an agreement in `git diff`: what changed by its meaning, then its lines. Git calls it for each file, with
 * `path old-file old-hex old-mode new-file new-hex new-mode`, and of a renamed file also with its new path. It always ends well,
 * since git would end otherwise.
 */
export async function gitDiff(args: readonly string[], io: Io): Promise<number> {
  const [path, file, blob, , newFile, newBlob, , newPath = path] = args;
  if (path === undefined) throw new CannotRun('It is for git to call.', 'See: smarketing git-diff --help');
  if (!file || !blob || !newFile || !newBlob || !newPath) {
    await write(io, 'stdout', `* Unmerged path ${visible(path)}\n`);
    return exit.fine;
  }
  const shownBy = withPager(io);
  const told = tell({ path, file, blob }, { path: newPath, file: newFile, blob: newBlob }, io);
  const head = fileDiffLines({ path, newPath, told }, shownBy);
  await write(io, 'stdout', `${head.join('\n')}\n${unifiedDiff(file, newFile, shownBy)}`);
  return exit.fine;
}

/** Git's pager stands between this program and the terminal. */
function withPager(io: Io): Io {
  const stdout = io.isTTY.stdout || io.env['GIT_PAGER_IN_USE'] === 'true';
  return { ...io, isTTY: { ...io.isTTY, stdout } };
}

/** `null` for what is no file of an agreement. */
function tell(before: Side, after: Side, io: Io): FileDiff | null {
  const to = commitOf(after, io);
  const from = (to && parentWith(to, before.blob, before.path, io)) ?? commitOf(before, io);
  const folder = folderOf(after.path, { commit: to, io }) ?? folderOf(before.path, { commit: from, io });
  if (folder === undefined || !after.path.endsWith('.yaml')) return null;
  const names = [before, after].map((side) => posix.relative(folder, side.path));
  const load = (side: Side, commit: Commit | undefined) => {
    const place: Place = commit
      ? { kind: 'commit', commit, folder }
      : { kind: 'folder', folder: join(io.cwd, folder) };
    const replaced = { name: posix.relative(folder, side.path), names, text: textOf(side.file, io) };
    return loadVersion(place, basename(folder), io, replaced).agreement;
  };
  const [was, is] = [load(before, from), load(after, to)];
  if (!was || !is)
    return { untold: `The ${was ? 'new' : 'old'} version has errors, so that only its lines are compared.` };
  const changes = findChanges(was, is).filter((change) => standsIn(names, change));
  return { verdict: verdictSentence({ changes, bump: bumpOf(changes) }), changes };
}

/** What has no place of its own stands at the head of the agreement. */
function standsIn(files: readonly string[], { before, after }: Change): boolean {
  const places = [before, after].flatMap((span) => (span ? [span.file] : []));
  return (places.length > 0 ? places : ['agreement.yaml']).some((file) => files.includes(file));
}

/** The commit that a side is of; `undefined` for what is on the disk, or where no commit has it. */
function commitOf({ path, file, blob }: Side, io: Io): Commit | undefined {
  return file === path || file === '/dev/null' ? undefined : commitWith(blob, path, io);
}

/** The folder of the agreement that a file is of: its own, or the one above. */
function folderOf(
  path: string,
  { commit, io }: { readonly commit: Commit | undefined; readonly io: Io },
): string | undefined {
  const own = posix.dirname(path);
  const has = (folder: string): boolean => {
    const file = posix.join(folder, 'agreement.yaml');
    return commit ? isFileAt(commit, file, io) : existsSync(join(io.cwd, file));
  };
  return [own, posix.dirname(own)].find(has);
}

function textOf(file: string, { cwd }: Io): string | null {
  return file === '/dev/null' ? null : readFileSync(resolve(cwd, file), 'utf8');
}
