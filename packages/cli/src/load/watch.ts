import { type FSWatcher, watch } from 'node:fs';
import { setTimeout as later } from 'node:timers/promises';

/** An editor writes a file in several steps: what comes within so many milliseconds is one change. */
const settling = 100;

/** Calls `again` after each change below some folders, one call at a time, until it is `stopped`. */
export async function watchFolders(
  folders: readonly string[],
  { again, stopped }: { readonly again: () => Promise<void>; readonly stopped: AbortSignal | undefined },
): Promise<void> {
  let changed = Promise.withResolvers<void>();
  const change = (): void => {
    changed.resolve();
  };
  const watchers: readonly FSWatcher[] = folders.map((folder) => watch(folder, { recursive: true }, change));
  stopped?.addEventListener('abort', change);
  try {
    for (;;) {
      await changed.promise;
      if (stopped?.aborted) return;
      await later(settling);
      changed = Promise.withResolvers();
      await again();
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
