import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

const scoring = 'agreements/northwind/scoring.yaml';
const sla = 'agreements/northwind/sla.yaml';

/** An agreement with one file that is not in the style. */
function untidy(): { readonly cwd: string; readonly read: (file: string) => string } {
  const cwd = changedNorthwind('scoring.yaml', ['country: [de, fr]', 'country:   [ de,fr ]']);
  return { cwd, read: (file) => readFileSync(join(cwd, file), 'utf8') };
}

test('writes the files that are not in the style, and only those', async () => {
  const { cwd, read } = untidy();
  expect(await run(['fmt'], { cwd })).toEqual({
    code: 0,
    stdout: `${scoring}\n`,
    stderr: '9 files: 1 formatted.\n',
  });
  expect(read(scoring)).toBe(readFileSync(join(northwind, scoring), 'utf8'));
  expect(readdirSync(join(cwd, 'agreements/northwind')).filter((name) => name.endsWith('.partial'))).toEqual(
    [],
  );
  expect(await run(['fmt', 'northwind', 'northwind'], { cwd })).toEqual({
    code: 0,
    stdout: '',
    stderr: '9 files: nothing to change.\n',
  });
});

test('--check writes nothing, and ends with code 1 when a file would change', async () => {
  const { cwd, read } = untidy();
  const before = read(scoring);
  expect(await run(['fmt', '--check'], { cwd })).toEqual({
    code: 1,
    stdout: `${scoring}\n`,
    stderr: '9 files: 1 would change.\n  Run: smarketing fmt\n',
  });
  expect(read(scoring)).toBe(before);
  expect(await run(['fmt', '--check'], { cwd: northwind })).toMatchObject({ code: 0, stdout: '' });
});

test('leaves a file with errors alone and shows them', async () => {
  const { cwd, read } = untidy();
  writeFileSync(join(cwd, sla), 'promises:   [\n');
  const { code, stdout, stderr } = await run(['fmt'], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: `${scoring}\n` });
  expect(stderr).toMatch(/^agreements\/northwind\/sla\.yaml:1:13 {2}error {2}yaml-syntax\n/);
  expect(stderr).toMatch(/\n9 files: 1 formatted; 1 left alone, with errors\.\n$/);
  expect(read(sla)).toBe('promises:   [\n');
});

test('writes nothing at all when it would change what one file says', async () => {
  const { cwd, read } = untidy();
  const before = read(scoring);
  writeFileSync(join(cwd, sla), ' ---');
  const { code, stdout, stderr } = await run(['fmt'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /^This is a bug in smarketing .*agreements\/northwind\/sla\.yaml would have other values/,
  );
  expect([read(scoring), read(sla)]).toEqual([before, ' ---']);
});
