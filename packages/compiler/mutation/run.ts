import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { installStryker, strykerFolder } from './install.ts';
import { parts, type PartName } from './parts.ts';
import { sample } from './sample.ts';

/**
 * Mutates the parts that are named, or all, and says which mutants the near tests let live; fails where they kill fewer than 85%.
 * `npm run mutation -w @smarketing/compiler -- time`, or with `EACH=20` only in every twentieth stretch of lines, `FROM=3` on.
 */
const each = Number(process.env['EACH'] ?? '1');
const from = Number(process.env['FROM'] ?? '0');
const root = join(import.meta.dirname, '../../..');
const fromRoot = (path: string) => relative(root, path);

const names = Object.keys(parts) as PartName[];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !names.some((known) => known === name));
if (unknown !== undefined) throw new Error(`No part is called ${unknown}; there are ${names.join(', ')}`);

installStryker();
for (const name of names) if (asked.length === 0 || asked.includes(name)) mutate(name);

function mutate(name: PartName): void {
  const path = join(strykerFolder, `${name}.json`);
  writeFileSync(path, JSON.stringify(configuration(name), null, 2));
  const stryker = join(strykerFolder, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', path], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MUTATED: name },
  });
  if (status !== 0) process.exitCode = 1;
}

function configuration(name: PartName): object {
  const report = (kind: string) => ({ fileName: fromRoot(join(strykerFolder, `${name}.${kind}`)) });
  return {
    plugins: [join(strykerFolder, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    mutate: sample(root, parts[name].mutate, { each, from }),
    ignorePatterns: ['out', 'dist', 'coverage', 'apps', 'packages/cli', 'packages/simulator'],
    tempDirName: fromRoot(join(strykerFolder, 'sandboxes')),
    testRunner: 'vitest',
    vitest: { configFile: 'packages/compiler/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    checkers: [],
    concurrency: Number(process.env['WORKERS'] ?? '2'),
    timeoutMS: 60_000, // a mutant whose time is up counts as noticed: a busy machine must not make one
    timeoutFactor: 4,
    dryRunTimeoutMinutes: 30,
    reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
    clearTextReporter: { allowColor: false, logTests: false },
    jsonReporter: report('mutants.json'),
    htmlReporter: report('mutants.html'),
    incremental: each === 1,
    incrementalFile: fromRoot(join(strykerFolder, `${name}.incremental.json`)),
    thresholds: { high: 95, low: 85, break: 85 },
  };
}
