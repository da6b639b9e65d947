import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { runCli } from './cli.ts';
import { unwritten } from './files/unwritten.ts';
import type { Io } from './io.ts';

/** Somebody may have removed the folder that a shell is in. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    writeSync(2, 'error: The folder that you are in is not there any more.\n  Go to another one: cd ..\n');
    process.exit(2);
  }
}

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  isTTY: { stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
  columns: process.stdout.columns || process.stderr.columns || 80,
  cwd: currentFolder(),
  env: process.env,
  now: Date.now,
  fetch,
  sleep: (milliseconds) => setTimeout(milliseconds),
  peakMemory: () => process.resourceUsage().maxRSS * 1024,
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads our output may stop reading, as `head` does: nothing is wrong then.
  if (error.code === 'EPIPE') process.exit(0);
  writeSync(2, `error: ${unwritten('The output', error).message}\n`);
  process.exit(2);
});
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 2));

process.exitCode = await runCli(process.argv.slice(2), io);
