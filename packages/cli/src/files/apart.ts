import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';

/** A file as a person named it: what it is, such as `--out`, and its path. */
export interface NamedFile {
  readonly what: string;
  readonly path: string | undefined;
}

/** Refuses what cannot be written as one file, or would be written over a file that is read or written too. */
export function refuseOverwriting(
  { read, written }: { readonly read: readonly NamedFile[]; readonly written: readonly NamedFile[] },
  { cwd }: Io,
): void {
  const taken = new Map<string, string>();
  for (const { what, path } of read) {
    if (path !== undefined && path !== '-') taken.set(realOf(resolve(cwd, path)), what);
  }
  for (const { what, path } of written) {
    if (path === undefined) continue;
    const file = resolve(cwd, path);
    refuseOther(file, { what, path });
    const other = taken.get(realOf(file));
    if (other !== undefined)
      throw new CannotRun(`${other} and ${what} are the same file, ${path}.`, `Name another ${what}.`);
    taken.set(realOf(file), what);
  }
}

/** A folder, or what is no plain file, such as `/dev/null`, cannot be replaced by a file. */
function refuseOther(file: string, { what, path }: { readonly what: string; readonly path: string }): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found || found.isFile()) return;
  throw new CannotRun(
    `${path} is ${found.isDirectory() ? 'a folder' : 'no plain file'}.`,
    `${what} is a file.`,
  );
}

/** Where a path leads, also of what is not there yet. */
export function realOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realOf(parent), basename(path));
  }
}
