import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// Runs the tour of the README and compares what it shows. `UPDATE_README=1` writes what it sees instead.

const root = join(import.meta.dirname, '../../..');
const readme = join(root, 'README.md');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'readme-'));
  mkdirSync(join(folder, 'bin'));
  const main = join(root, 'packages/cli/src/main.ts');
  const command = join(folder, 'bin/smarketing');
  writeFileSync(
    command,
    `#!/bin/sh\nexec '${process.execPath}' --conditions=@smarketing/source '${main}' "$@" 2>&1\n`,
  );
  chmodSync(command, 0o755);
  copyFileSync(join(root, 'samples/starter-leads.csv'), join(folder, 'leads.csv'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a command prints, without what differs from run to run. */
function run(command: string): string {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const path = `${join(folder, 'bin')}${delimiter}${PATH}`;
  const { stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { NODE_COMPILE_CACHE, PATH: path, NO_COLOR: '1', LANG: 'C.UTF-8' },
  });
  return `${stdout}${stderr}`.replace(/[\d,]+ rows a second.*/, '… rows a second, … of memory').trimEnd();
}

test('the tour shows what really happens', { timeout: 120_000 }, async () => {
  const written = readFileSync(readme, 'utf8');
  const seen = written.replace(/```console\n([\s\S]*?)```/g, (_, block: string) => {
    const commands = block.split('\n').filter((line) => line.startsWith('$ '));
    const shown = commands.map((line) => [line, run(line.slice(2))].filter(Boolean).join('\n'));
    return `\`\`\`console\n${shown.join('\n')}\n\`\`\``;
  });
  if (process.env['UPDATE_README']) writeFileSync(readme, seen);
  expect(seen).toBe(readFileSync(readme, 'utf8'));

  const code = /```ts\n([\s\S]*?)```/.exec(written)?.[1] ?? '';
  writeFileSync(join(folder, 'use.mjs'), `${code}\nconsole.log(JSON.stringify({ stage, reasons }));\n`);
  const { stage, reasons } = JSON.parse(run(`'${process.execPath}' use.mjs`)) as {
    stage: string;
    reasons: string[];
  };
  expect(stage).toBe('mql');
  expect(reasons).toContain('mql_by_demo');
});
