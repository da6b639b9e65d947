import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { SourceFile } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import {
  type Bump,
  inOneOrder,
  type KeptVersion,
  type Release,
  releaseOf,
  reviewVersions,
  versionOf,
} from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { makeFolder } from '../files/folder.ts';
import { refuseLinks } from '../files/links.ts';
import { type NewFile, replaceFiles } from '../files/staged.ts';
import { writing } from '../files/unwritten.ts';
import { findRoot } from '../git/git.ts';
import { type Io, write } from '../io.ts';
import { dayOf, type LoadOptions } from '../load/agreement.ts';
import { findFolder } from '../load/folders.ts';
import { keptFolder } from '../load/kept.ts';
import { loadVersionOrReport } from '../load/pair.ts';
import { type LastReleased, loadLast } from '../load/released.ts';
import { compiled } from '../load/version.ts';

export interface ReleaseCommand extends LoadOptions {
  /** What was released last, where no version is kept yet: a branch, tag or commit. */
  readonly base?: string;
  readonly agreement?: string;
  readonly package?: string;
  readonly bump?: Exclude<Bump, 'none'>;
}

/** The version on the disk. */
interface Now {
  readonly folder: string;
  readonly sources: readonly SourceFile[];
  readonly agreement: Agreement;
  readonly today: string;
}

/** What a release writes, and what is said of it. */
interface Written {
  readonly versions: readonly KeptVersion[];
  readonly files: readonly NewFile[];
  readonly says: readonly string[];
}

/** Keeps the version on the disk, with what changed since the last one; nothing is written if something cannot be. */
export async function release(options: ReleaseCommand, io: Io): Promise<number> {
  const folder = findFolder(options.agreement, io);
  const last = await loadLast(folder, options.base, io);
  if (last === undefined) return exit.findings;
  const loaded = await loadVersionOrReport({ kind: 'folder', folder }, basename(folder), io);
  if (!loaded) return exit.findings;
  const now: Now = { folder, ...loaded, today: dayOf(options, io) };
  const { versions, files, says } = last
    ? nextVersion(last, now, options, io)
    : { versions: [versionOf(now.agreement, { released: now.today })], files: [], says: [] };
  const kept = versions.map((version) => keptFile(version, folder, io));
  for (const { path } of files) refuseLinks(io.cwd, path);
  writing(keptFolder(folder), () => makeFolder(keptFolder(folder)));
  replaceFiles(io.cwd, [...kept, ...files]);
  const lines = versions.map(
    ({ in_force_from: from }, index) => `${kept[index]?.path}: in force from ${from}`,
  );
  await write(io, 'stdout', `${[...lines, ...says].join('\n')}\n`);
  return exit.fine;
}

function nextVersion(last: LastReleased, now: Now, options: ReleaseCommand, io: Io): Written {
  const { name } = now.agreement;
  const packageName = options.package ?? `@smarketing/engine-${name.replaceAll('_', '-')}`;
  const review = reviewVersions(last.agreement, inOneOrder(now.agreement));
  const asked = { packageName, today: now.today, ...(options.bump && { bump: options.bump }) };
  const made = releaseOf(review, asked);
  if ('problem' in made) throw new CannotRun(made.problem, 'See: smarketing diff');
  requireChangesets(io);
  const moved = withNotice(made, now, io);
  const { bump } = made;
  const version = versionOf(moved?.agreement ?? now.agreement, {
    released: now.today,
    before: last.version,
    bump,
    changes: review.changes,
  });
  const changeset: NewFile = {
    path: `.changeset/${name}-${version.version}.md`,
    text: `${made.changeset}\nVersion ${version.version} of the agreement, in force from ${version.in_force_from}.\n`,
  };
  return {
    versions: last.isKept ? [version] : [last.version, version],
    files: [changeset, ...(moved ? [moved.file] : [])],
    says: [
      `${changeset.path}: ${packageName} ${bump}`,
      ...(moved ? [`effective_from: ${made.effectiveFrom}, after the notice period`] : []),
    ],
  };
}

/** What changed is told to those who install the engine in a changeset, for which a repository is set up once. */
function requireChangesets(io: Io): void {
  if (existsSync(join(io.cwd, '.changeset'))) return;
  const root = findRoot(io);
  const isElsewhere = root !== undefined && existsSync(join(root, '.changeset'));
  throw new CannotRun(
    'There is no folder .changeset here, for the changeset that tells what changed; nothing was written.',
    isElsewhere
      ? 'Run it in the root of the repository.'
      : 'Set it up once, in the root of the repository: npm install --save-dev @changesets/cli && npx changeset init',
  );
}

/** The agreement with its first day moved, if the notice period asks for that, and the file that says so. */
function withNotice(
  { effectiveFrom }: Release,
  { folder, sources, agreement: { name } }: Now,
  io: Io,
): { readonly file: NewFile; readonly agreement: Agreement } | undefined {
  if (effectiveFrom === null) return undefined;
  const moved = sources.map((source) =>
    source.name === 'agreement.yaml'
      ? { ...source, text: source.text.replace(/^effective_from:.*$/m, `effective_from: ${effectiveFrom}`) }
      : source,
  );
  const [agreement, found] = compiled(moved, name);
  const error = found.find(({ severity }) => severity === 'error');
  if (error)
    throw new CannotRun(
      `The notice period is over on ${effectiveFrom}. With that effective_from there is an error (${error.code}): ${error.message}`,
      `Write effective_from: ${effectiveFrom} into agreement.yaml, run smarketing check, and mend what it finds.`,
    );
  const text = moved.find((source) => source.name === 'agreement.yaml')?.text;
  if (agreement?.effective_from !== effectiveFrom || text === undefined)
    throw new CannotRun(
      `The notice period is over on ${effectiveFrom}, and effective_from could not be moved there.`,
      `Write effective_from: ${effectiveFrom} into agreement.yaml, in a line of its own.`,
    );
  return { file: { path: relative(io.cwd, join(folder, 'agreement.yaml')), text }, agreement };
}

function keptFile(version: KeptVersion, folder: string, { cwd }: Io): NewFile {
  const path = relative(cwd, join(keptFolder(folder), `${version.version}.json`)).replaceAll('\\', '/');
  return { path, text: `${JSON.stringify(version)}\n` };
}
