import { runCli } from './cli.ts';
import type { Io } from './io.ts';

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  isTTY: { stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
  columns: process.stdout.columns || process.stderr.columns || 80,
  cwd: process.cwd(),
  env: process.env,
  now: Date.now,
  peakMemory: () => process.resourceUsage().maxRSS * 1024,
};

// Whoever reads our output may stop reading, as `head` does: nothing is wrong then.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
}

process.exitCode = await runCli(process.argv.slice(2), io);
