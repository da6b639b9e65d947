import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { changedNorthwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

test('writes an engine that decides, in place of the old one', async () => {
  const cwd = changedNorthwind('scoring.yaml');
  mkdirSync(join(cwd, 'engine/generated'), { recursive: true });
  writeFileSync(join(cwd, 'engine/package.json'), '{ "name": "@northwind/engine", "type": "module" }');
  writeFileSync(join(cwd, 'engine/generated/stale.js'), '');
  const { code, stdout, stderr } = await run(['build', 'northwind', '--out', 'engine'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^✓ northwind → engine\/generated: \d+ files \(agreement [0-9a-f]{12}\)\n/);
  expect(stdout).toMatch(/^ {2}index\.js +[\d.]+ kB {2}[\d.]+ kB gzipped$/m);
  expect(readdirSync(join(cwd, 'engine')).toSorted()).toEqual(['README.md', 'generated', 'package.json']);
  expect(readFileSync(join(cwd, 'engine/package.json'), 'utf8')).toContain('@northwind/engine');
  expect(existsSync(join(cwd, 'engine/generated/stale.js'))).toBe(false);
  const url = pathToFileURL(join(cwd, 'engine/generated/index.js')).href;
  expect(await import(/* @vite-ignore */ url)).toHaveProperty('decide');
});

test('makes a package where there is none yet', async () => {
  const cwd = changedNorthwind('scoring.yaml');
  await run(['build', 'northwind', '--out', 'engine'], { cwd });
  const manifest = JSON.parse(readFileSync(join(cwd, 'engine/package.json'), 'utf8')) as { name: string };
  expect(manifest.name).toBe('@smarketing/engine-northwind');
  expect(readFileSync(join(cwd, 'engine/README.md'), 'utf8')).toContain(
    "from '@smarketing/engine-northwind'",
  );
});

test('writes the same bytes again', async () => {
  const cwd = changedNorthwind('scoring.yaml');
  const build = async (out: string): Promise<Record<string, string>> => {
    await run(['build', 'northwind', '--out', out], { cwd });
    const folder = join(cwd, out, 'generated');
    return Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
  };
  expect(await build('one')).toEqual(await build('two'));
});

test('writes nothing for an agreement with errors', async () => {
  const cwd = changedNorthwind('scoring.yaml', ['country: [de, fr]', 'country: [de, frr]']);
  const { code, stderr } = await run(['build', 'northwind', '--out', 'engine'], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain('unknown-option');
  expect(existsSync(join(cwd, 'engine'))).toBe(false);
});

test.each(['agreements/northwind', 'agreements/northwind/engine', 'agreements/new', 'elsewhere/mine/engine'])(
  'writes nothing among the files of an agreement: %s',
  async (out) => {
    const cwd = changedNorthwind('scoring.yaml');
    cpSync(join(cwd, 'agreements/northwind'), join(cwd, 'elsewhere/mine'), { recursive: true });
    const before = readdirSync(cwd, { recursive: true });
    expect(await run(['build', 'northwind', '--out', out], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: --out ${out} is where agreements are, and an engine among their files would break them; nothing was written.\n  Name a folder of its own, such as: --out packages/engine\n`,
    });
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  },
);
