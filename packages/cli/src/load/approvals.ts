import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Approvals, readApprovals } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';

/** The approvals of a file; none if there is no file. */
export function approvalsIn(file: string | undefined, io: Io): Approvals {
  if (file === undefined) return { author: '', members: {}, approvals: [] };
  const path = resolve(io.cwd, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new CannotRun(`There is no file ${file}.`, 'See: smarketing approvals --help');
  if (found.isDirectory()) throw new CannotRun(`${file} is a folder.`, 'Approvals are read from one file.');
  const read = readApprovals(readFileSync(path, 'utf8'));
  if ('approvals' in read) return read.approvals;
  throw new CannotRun(
    `${file} cannot be read as approvals. ${read.problem}`,
    'See: smarketing approvals --help',
  );
}
