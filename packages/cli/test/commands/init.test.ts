import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from '../test-io.ts';

test('writes an agreement that has nothing against it', async () => {
  const cwd = temporaryFolder();
  const { code, stdout, stderr } = await run(['init', 'agreements/ours'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('  agreements/ours/agreement.yaml\n');
  expect(stdout).toContain('smarketing check agreements/ours');
  expect(readdirSync(join(cwd, 'agreements'))).toEqual(['ours']);
  expect(await run(['check'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(await run(['test'], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('never writes over anything', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'ours'));
  writeFileSync(join(cwd, 'ours/notes.txt'), 'mine');
  expect(await run(['init', 'ours'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: ours exists and is not empty; nothing was written.\n  Name a new folder.\n',
  });
  expect(readdirSync(join(cwd, 'ours'))).toEqual(['notes.txt']);
});

test.runIf(existsSync('/proc'))('ends where no folder can be made', async () => {
  const { code, stderr } = await run(['init', '/proc/smarketing/ours'], { cwd: temporaryFolder() });
  expect(code).toBe(2);
  expect(stderr).toContain(
    '/proc/smarketing/ours cannot be written: no folder can be made there (ENOENT).\n',
  );
});

test('takes an empty folder, and refuses a file and a name that no agreement can have', async () => {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'ours'));
  expect(await run(['init', 'ours'], { cwd })).toMatchObject({ code: 0 });
  writeFileSync(join(cwd, 'file'), '');
  expect(await run(['init', 'file'], { cwd })).toMatchObject({ code: 2 });
  expect(await run(['init', 'North-Wind'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('An agreement cannot be called North-Wind.'),
  });
  expect(existsSync(join(cwd, 'North-Wind'))).toBe(false);
  expect(await run(['init', 'agreements/findings'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the site has a page of that name'),
  });
});
