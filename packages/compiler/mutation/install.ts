import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installed when it is asked for, not with the repository: 61 MB that only this command uses. */
const versions = {
  '@stryker-mutator/core': '10.1.1',
  '@stryker-mutator/vitest-runner': '10.1.1',
} as const;

/** Git ignores it; it lies below the repository's own vitest, which the runner then finds and uses. */
export const strykerFolder = join(import.meta.dirname, '../out/stryker');

/** Installs those versions, without running any script of theirs and without a vitest of their own. */
export function installStryker(): void {
  const installed = (name: string) => existsSync(join(strykerFolder, 'node_modules', name));
  if (Object.keys(versions).every(installed)) return;
  mkdirSync(strykerFolder, { recursive: true });
  const manifest = JSON.stringify({ private: true, dependencies: versions });
  writeFileSync(join(strykerFolder, 'package.json'), manifest);
  const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...flags], { cwd: strykerFolder, stdio: 'inherit' });
  if (status !== 0) throw new Error('StrykerJS cannot be installed: is the registry in reach?');
}
