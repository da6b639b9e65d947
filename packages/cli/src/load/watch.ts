import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';

/** Milliseconds from one look to the next. An editor writes a file in several steps: what is as at the last look is done. */
const pause = 200;

/**
 * Calls `again` at once and after each change in some folders, one call at a time, until it is `stopped`. It looks by itself,
 * since what a system tells of files depends on how they are replaced; a folder may go away and come back, and others come.
 */
export async function watchFolders(
  folders: () => readonly string[],
  { again, stopped }: { readonly again: () => Promise<void>; readonly stopped: AbortSignal | undefined },
): Promise<void> {
  let told: string | undefined;
  let before = stateOf(folders());
  for (;;) {
    if (stopped?.aborted) return;
    const now = stateOf(folders());
    if (now === before && now !== told) {
      told = now;
      await again();
    }
    before = now;
    await later(pause);
  }
}

/** What tells the files from those of another time without reading them. */
function stateOf(folders: readonly string[]): string {
  return folders.flatMap((folder) => filesAt(folder, 2)).join('\n');
}

/** A file, or those of a folder and so many levels below. */
function filesAt(path: string, levels: number): readonly string[] {
  try {
    const stats = lstatSync(path);
    const { size, mtimeMs, ctimeMs, ino } = stats;
    if (!stats.isDirectory()) return [[path, size, mtimeMs, ctimeMs, ino].join(' ')];
    const names = levels === 0 ? [] : readdirSync(path).filter((name) => !name.startsWith('.'));
    return names.toSorted().flatMap((name) => filesAt(join(path, name), levels - 1));
  } catch {
    return []; // it went away, or may not be read
  }
}
