import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Approvals, readApprovals } from '@smarketing/review';
import { CannotRun } from '../cannot-run.ts';
import type { Io } from '../io.ts';

/** The approvals of a file; none if there is no file. */
export function approvalsIn(file: string | undefined, io: Io): Approvals {
  if (file === undefined) return { author: '', members: {}, approvals: [] };
  const read = readApprovals(readFileSync(resolve(io.cwd, file), 'utf8'));
  if ('approvals' in read) return read.approvals;
  throw new CannotRun(
    `${file} cannot be read as approvals. ${read.problem}`,
    'See: smarketing approvals --help',
  );
}
