import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Of what is still being written: `.decisions.csv.4711-0.smarketing` was begun by process 4711. */
const form = /^\..+\.(\d+)-(\d+)\.smarketing$/;

let begun = 0;

/** Where a file or folder is written before it gets its name: beside it, hidden, and known to this process alone. */
export function temporaryName(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}-${begun++}.smarketing`);
}

/**
 * Makes room under a temporary name, and removes what is left around it. What has the name already goes away: a process that
 * had this number left it, or it is a link that somebody put there.
 */
export function makeRoom(temporary: string): void {
  removeLeftovers(dirname(temporary));
  rmSync(temporary, { recursive: true, force: true });
}

/** Removes what processes that were killed had begun to write into a folder. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid] = form.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
