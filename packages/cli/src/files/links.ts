import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../cannot-run.ts';

/** Refuses a path inside of a folder that leads through a link: a repository may hold one that leads out of it. */
export function refuseLinks(folder: string, path: string): void {
  let shown = '';
  for (const step of path.split('/')) {
    shown = join(shown, step);
    if (lstatSync(join(folder, shown), { throwIfNoEntry: false })?.isSymbolicLink())
      throw new CannotRun(
        `${shown} is a symbolic link, which is neither read nor written.`,
        'Put what it leads to in its place.',
      );
  }
}
