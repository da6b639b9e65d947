// Builds everything: the compiler, the command line, the engines and the site.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('turbo', ['run', 'build'], { stdio: 'inherit' });
process.exit(status ?? 1);
