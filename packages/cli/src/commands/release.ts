import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Bump, type Release, releaseOf, reviewVersions } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { type NewFile, replaceFiles } from '../files/staged.ts';
import { type Io, write } from '../io.ts';
import { dayOf, type LoadOptions } from '../load/agreement.ts';
import { findFolder } from '../load/folders.ts';
import { loadPair } from '../load/pair.ts';
import { findVersions } from '../load/versions.ts';

export interface ReleaseCommand extends LoadOptions {
  /** What was released last: a branch, tag or commit. */
  readonly base: string;
  readonly agreement?: string;
  readonly package?: string;
  readonly bump?: Exclude<Bump, 'none'>;
}

/** Writes the changeset of what changed since the base, and the day from which the notice period lets it be in force. */
export async function release(options: ReleaseCommand, io: Io): Promise<number> {
  const folder = findFolder(options.agreement, io);
  const [pair] = findVersions({ base: options.base, agreement: folder, direct: true }, io);
  const loaded = pair && (await loadPair(pair, io));
  if (!loaded) return exit.findings;
  const packageName = options.package ?? `@smarketing/engine-${loaded.name.replaceAll('_', '-')}`;
  const asked = { packageName, today: dayOf(options, io), ...(options.bump && { bump: options.bump }) };
  const made = releaseOf(reviewVersions(loaded.before, loaded.after), asked);
  if ('problem' in made) throw new CannotRun(made.problem, 'See: smarketing diff');
  const changeset: NewFile = {
    path: `.changeset/${loaded.name}-${loaded.after.hash.slice(0, 8)}.md`,
    text: made.changeset,
  };
  if (!existsSync(join(io.cwd, '.changeset')))
    throw new CannotRun('There is no folder .changeset here.', 'Run it in the root of the repository.');
  replaceFiles(io.cwd, [changeset, ...noticeFile(made, folder, io)]);
  const notice =
    made.effectiveFrom === null ? '' : `effective_from: ${made.effectiveFrom}, after the notice period\n`;
  await write(io, 'stdout', `${changeset.path}: ${packageName} ${made.bump}\n${notice}`);
  return exit.fine;
}

/** The file of the agreement with its first day moved, if notice asks for that. */
function noticeFile({ effectiveFrom }: Release, folder: string, io: Io): readonly NewFile[] {
  if (effectiveFrom === null) return [];
  const path = join(resolve(io.cwd, folder), 'agreement.yaml');
  const text = readFileSync(path, 'utf8');
  const moved = text.replace(/^effective_from:.*$/m, `effective_from: ${effectiveFrom}`);
  return [{ path: relative(io.cwd, path), text: moved }];
}
