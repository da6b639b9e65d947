import { CannotRun } from '../cannot-run.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more may be written to this disk',
  EROFS: 'the disk can only be read',
  EACCES: 'it is not allowed',
  EPERM: 'it is not allowed, or another program has it open',
  EBUSY: 'another program has it open',
  EEXIST: 'a file is where a folder has to be',
  ENOTDIR: 'a file is where a folder has to be',
  EISDIR: 'a folder is in its place',
  ENOENT: 'no folder can be made there',
};

/** Does what writes to a place; where the system refuses, says so in words, with what became of the place. */
export function writing<T>(place: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw error instanceof Error && 'syscall' in error
      ? unwritten(place, error as NodeJS.ErrnoException)
      : error;
  }
}

export function unwritten(place: string, { code = '', message }: NodeJS.ErrnoException): CannotRun {
  const reason = Object.hasOwn(reasons, code) ? `${reasons[code]} (${code})` : message;
  return new CannotRun(`${place} cannot be written: ${reason}.`, 'What was there before is unchanged.');
}
