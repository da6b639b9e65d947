import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Installed when they are measured, not with the repository: DuckDB alone has 70 MB. */
export const versions = {
  'json-rules-engine': '7.3.1',
  'json-logic-engine': '5.0.7',
  '@gorules/zen-engine': '0.54.0',
  '@duckdb/node-api': '1.5.6-r.1',
} as const;

const folder = join(import.meta.dirname, '../../../out/peers');

/** Installs those versions into a folder that git ignores, without running any script of theirs. */
export function installPeers(): void {
  const manifest = JSON.stringify({ private: true, dependencies: versions });
  if (Object.keys(versions).every((name) => existsSync(join(folder, 'node_modules', name)))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...flags], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers cannot be installed; measure without --peers');
}

export async function loadPeer(name: keyof typeof versions): Promise<unknown> {
  const path = createRequire(join(folder, 'package.json')).resolve(name);
  return import(pathToFileURL(path).href);
}
