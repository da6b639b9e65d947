import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { CannotRun } from '../cannot-run.ts';

/** Whether a symbolic link stands at a path, wherever it leads. */
export function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** Refuses a path inside of a folder that leads through a link: a repository may hold one that leads out of it. */
export function refuseLinks(folder: string, path: string): void {
  let shown = '';
  for (const step of path.split('/')) {
    shown = join(shown, step);
    if (isLink(join(folder, shown)))
      throw new CannotRun(
        `${shown} is a symbolic link, which is neither read nor written.`,
        'Put what it leads to in its place.',
      );
  }
}
