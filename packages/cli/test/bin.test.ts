import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
const installed = (): string => join(folder, 'node_modules/smarketing');
const cache = (): string => join(folder, 'node_modules/.cache/smarketing-code');

/** An installed package whose program only says what it is asked. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smarketing-bin-'));
  mkdirSync(join(installed(), 'dist'), { recursive: true });
  cpSync(join(import.meta.dirname, '../bin'), join(installed(), 'bin'), { recursive: true });
  writeFileSync(join(installed(), 'package.json'), '{"type":"module"}');
  writeFileSync(join(installed(), 'dist/main.js'), 'console.log(process.argv.slice(2).join());\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(env: Readonly<Record<string, string>>): string {
  const { CI: _ci, SMARKETING_CACHE: _cache, NODE_COMPILE_CACHE: _node, ...others } = process.env;
  const bin = join(installed(), 'bin/smarketing.js');
  return execFileSync(process.execPath, [bin, 'check', 'acme'], {
    env: { ...others, ...env },
    encoding: 'utf8',
  });
}

test.each([{ CI: 'true' }, { SMARKETING_CACHE: 'off' }])(
  'what Node makes of the modules is not kept with %o',
  (env) => {
    expect(run(env)).toBe('check,acme\n');
    expect(existsSync(cache())).toBe(false);
  },
);

test('what Node makes of the modules is kept beside them', () => {
  expect(run({})).toBe('check,acme\n');
  expect(readdirSync(cache())).toHaveLength(1);
  expect(run({})).toBe('check,acme\n');
});
