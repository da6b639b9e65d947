import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from './folder.ts';
import { isLink } from './links.ts';
import type { NewFile } from './staged.ts';
import { makeRoom, temporaryName } from './temporary.ts';
import { writing } from './unwritten.ts';

/** What is written and complete; from the moment it has this name, it is the output. */
const readyName = '.smarketing-ready';

/**
 * Writes files and folders into `out` as one set: what `files` name at the top (`generated` of `generated/index.js`) is there
 * as it was before or as it is now, never as a mixture.
 *
 * All is written beside first, then gets one name, then takes its places. Whoever is killed in between leaves a complete new
 * set, and the next call puts it in its places before anything else.
 */
export function replaceOutput(out: string, files: readonly NewFile[]): void {
  writing(out, () => {
    makeFolder(out);
    finishOutput(out);
    const ready = join(out, readyName);
    const temporary = temporaryName(ready);
    makeRoom(temporary);
    try {
      for (const { path, text } of files) {
        const file = join(temporary, 'new', path);
        makeFolder(dirname(file));
        writeFileSync(file, text, { flush: true });
      }
      mkdirSync(join(temporary, 'old'));
      renameSync(temporary, ready);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    finishOutput(out);
  });
}

/** Puts a complete set in its places, if one is waiting: all of it, or none when something cannot be moved. */
function finishOutput(out: string): void {
  const ready = join(out, readyName);
  // A set that was written here has no links. One that somebody put into the repository may lead out of it, to what is dear.
  if ([ready, join(ready, 'new'), join(ready, 'old')].some(isLink))
    rmSync(ready, { recursive: true, force: true });
  if (!existsSync(ready)) return;
  const fresh = join(ready, 'new');
  const moved: (readonly [from: string, to: string])[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    moved.push([from, to]);
  };
  try {
    for (const name of existsSync(fresh) ? readdirSync(fresh).toSorted() : []) {
      const [target, old] = [join(out, name), join(ready, 'old', name)];
      if (existsSync(target)) {
        rmSync(old, { recursive: true, force: true });
        move(target, old);
      }
      move(join(fresh, name), target);
    }
  } catch (error) {
    for (const [from, to] of moved.toReversed()) renameSync(to, from);
    rmSync(ready, { recursive: true, force: true });
    throw error;
  }
  rmSync(ready, { recursive: true, force: true });
}
