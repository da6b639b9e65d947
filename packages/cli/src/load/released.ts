import { basename, relative } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import { inOneOrder, type KeptVersion, versionOf } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import { dayOfCommit } from '../git/history.ts';
import type { Io } from '../io.ts';
import { keptFolder, loadKept } from './kept.ts';
import { loadVersionOrReport } from './pair.ts';
import { findVersions } from './versions.ts';

/** What was released last. */
export interface LastReleased {
  readonly version: KeptVersion;
  readonly agreement: Agreement;
  /** Whether a file keeps it already. */
  readonly isKept: boolean;
}

/**
 * The version that was released last: what is kept, or else a commit; `null` if there is none, and `undefined`, with its errors
 * printed, if the commit's version has some.
 */
export async function loadLast(
  folder: string,
  base: string | undefined,
  io: Io,
): Promise<LastReleased | null | undefined> {
  const last = loadKept(folder, io).at(-1);
  if (base !== undefined) return await loadBase(folder, { base, last }, io);
  if (!last) return null;
  if (last.agreement) return { version: last, agreement: last.agreement, isKept: true };
  throw new CannotRun(
    `Version ${last.version} was compiled for another version of smarketing.`,
    'Name the branch, tag or commit that it was released from: smarketing release <base>',
  );
}

async function loadBase(
  folder: string,
  { base, last }: { readonly base: string; readonly last: KeptVersion | undefined },
  io: Io,
): Promise<LastReleased | undefined> {
  const [pair] = findVersions({ base, agreement: folder, direct: true }, io);
  const place = pair?.before;
  if (place?.kind !== 'commit')
    throw new CannotRun(`${base} does not have this agreement.`, 'Name the commit that was released last.');
  const loaded = await loadVersionOrReport(place, basename(folder), io);
  if (!loaded) return undefined;
  const { agreement } = loaded;
  if (last?.agreement && last.agreement.hash !== agreement.hash)
    throw new CannotRun(
      `${base} is not what was released last: that is ${relative(io.cwd, keptFolder(folder))}/${last.version}.json.`,
      'Without a base it is compared with that.',
    );
  const version = last ?? versionOf(agreement, { released: dayOfCommit(place.commit, io) });
  return { version, agreement: inOneOrder(agreement), isKept: last !== undefined };
}
