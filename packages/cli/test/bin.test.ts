import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
const installed = (): string => join(folder, 'node_modules/smarketing');
const cache = (): string => join(folder, 'node_modules/.cache/smarketing-code');

/** An installed package whose program only says what it is asked. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smarketing-bin-'));
  mkdirSync(join(installed(), 'dist'), { recursive: true });
  cpSync(join(import.meta.dirname, '../bin'), join(installed(), 'bin'), { recursive: true });
  cpSync(join(import.meta.dirname, '../package.json'), join(installed(), 'package.json'));
  writeFileSync(join(installed(), 'dist/main.js'), 'console.log(process.argv.slice(2).join());\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(env: Readonly<Record<string, string>>): string {
  const unset = ['CI', 'SMARKETING_CACHE', 'NODE_COMPILE_CACHE', 'NODE_DISABLE_COMPILE_CACHE'];
  const others = Object.entries(process.env).filter(([name]) => !unset.includes(name));
  const bin = join(installed(), 'bin/smarketing.js');
  return execFileSync(process.execPath, [bin, 'check', 'acme'], {
    env: { ...Object.fromEntries(others), ...env },
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

/** Runs it as under another Node. */
function runUnder(version: string): { readonly status: number | null; readonly stderr: string } {
  const faked = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const as = `--import=data:text/javascript,${encodeURIComponent(faked)}`;
  const bin = join(installed(), 'bin/smarketing.js');
  const { status, stderr } = spawnSync(process.execPath, [as, bin, 'check'], { encoding: 'utf8' });
  return { status, stderr };
}

describe('a Node that is too old', () => {
  test.each(['18.20.8', '20.20.2', '24.10.0'])('is told, and what is needed: %s', (version) => {
    expect(runUnder(version)).toEqual({
      status: 2,
      stderr: `error: smarketing needs Node 24.11 or newer, and this is ${version}.\n  Install a newer one: https://nodejs.org\n`,
    });
  });

  test('need not be used in a project that has another one', () => {
    const bins = join(folder, 'node_modules/.bin');
    mkdirSync(bins);
    writeFileSync(join(bins, 'node'), '');
    expect(runUnder('20.20.2').stderr).toContain('npx takes: npx smarketing');
    rmSync(bins, { recursive: true });
  });

  test.each(['24.11.0', '24.21.0', '26.0.0'])('is none of these: %s', (version) => {
    expect(runUnder(version)).toEqual({ status: 0, stderr: '' });
  });
});
