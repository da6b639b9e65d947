import { CannotRun } from '../cannot-run.ts';
import { colors, type Io } from '../io.ts';

/** What is said of an error that is no fault of ours; `undefined` of a bug. */
export function refusal(error: unknown, io: Io): string | undefined {
  const { red, cyan } = colors(io, 'stderr');
  if (!(error instanceof CannotRun || isSystemError(error))) return undefined;
  const hint = error instanceof CannotRun && error.help !== null ? `  ${cyan(error.help)}\n` : '';
  return `${red('error')}: ${error.message}\n${hint}`;
}

/** What the system refuses: a full disk, a file that may not be read. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}
