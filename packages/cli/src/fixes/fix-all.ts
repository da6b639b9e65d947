import { basename } from 'node:path';
import { fix } from '@smarketing/compiler';
import { replaceFiles } from '../files/staged.ts';
import type { Io } from '../io.ts';
import { dayOf, type LoadOptions } from '../load/agreement.ts';
import { findFolders } from '../load/folders.ts';
import { loadSources } from '../load/sources.ts';
import { reportFixed } from '../report/fixed.ts';

/**
 * Makes the safe fixes of some agreements, all of them or none, and prints them; says whether there were some. A folder with
 * files that cannot be read is left alone.
 */
export async function fixAll(
  options: LoadOptions & { readonly folders: readonly string[] },
  { dryRun }: { readonly dryRun: boolean },
  io: Io,
): Promise<boolean> {
  const folders = [...new Set(findFolders(options.folders, io))];
  const all = folders.map((folder) => {
    const { sources, diagnostics } = loadSources(folder, io);
    if (diagnostics.some(({ severity }) => severity === 'error'))
      return { before: sources, sources, changes: [], found: diagnostics };
    return { before: sources, ...fix(sources, { name: basename(folder), today: dayOf(options, io) }) };
  });
  const changed = all.flatMap(({ before, sources }) =>
    sources.filter(({ path, text }) => before.find((other) => other.path === path)?.text !== text),
  );
  if (!dryRun) replaceFiles(io.cwd, changed);
  const changes = all.flatMap((fixed) => fixed.changes);
  const isFine = all.every(({ found }) => found.length === 0);
  await reportFixed({ changes, files: changed.length, isFine, dryRun }, io);
  return changes.length > 0;
}
