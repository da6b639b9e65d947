// Zero-dependency launcher; must run on Node >= 18 (the Node that happens to be installed).
// 1. installs node_modules when the lockfile changed, 2. puts the repo's own Node first in PATH, 3. runs the command.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const run = (cmd, args, env = process.env) => {
  const r = spawnSync(cmd, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (r.error) throw r.error;
  if (r.status !== 0) process.exit(r.status ?? 1);
};

const stamp = join(root, 'node_modules', '.install-stamp');
const want = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== want) {
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, want);
}

const own = join(root, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node');
const major = Number(process.versions.node.split('.')[0]);
const node = existsSync(own) ? own : major >= 24 ? process.execPath : undefined;
if (!node) {
  console.error(
    `This repository needs Node >= 24 (found ${process.version}; no bundled binary for ${process.platform}-${process.arch}).`,
  );
  process.exit(1);
}
const env = {
  ...process.env,
  PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  DO_NOT_TRACK: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
};
const [cmd, ...args] = process.argv.slice(2);
if (cmd) run(cmd, args, env);
