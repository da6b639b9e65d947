import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

const scoring = 'agreements/northwind/scoring.yaml';

/** An agreement with a slip in a name, and one thing that only people can correct. */
function slipped(): { readonly cwd: string; readonly read: () => string } {
  const cwd = changedNorthwind('scoring.yaml', ['country: [de, fr]', 'contry: [de, fr]']);
  return { cwd, read: () => readFileSync(join(cwd, scoring), 'utf8') };
}

const line = readFileSync(join(northwind, scoring), 'utf8')
  .split('\n')
  .findIndex((text) => text.includes('country: [de, fr]'));

test('--fix corrects a slip, says so, and checks the result', async () => {
  const { cwd, read } = slipped();
  const { code, stdout, stderr } = await run(['check', '--fix'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    new RegExp(`^${scoring}:${line + 1}  unknown-name\n  - .*contry.*\n  \\+ .*country.*\n`),
  );
  expect(stdout).toContain('\n1 correction in 1 file made.\n✓ agreements/northwind');
  expect(read()).toBe(readFileSync(join(northwind, scoring), 'utf8'));
  expect((await run(['check', '--fix'], { cwd })).stdout).toMatch(/^There is nothing to correct\.\n✓ /);
});

test('--dry-run only says so, and ends with code 1', async () => {
  const { cwd, read } = slipped();
  const before = read();
  const { code, stdout, stderr } = await run(['check', '--fix', '--dry-run'], { cwd });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/\n1 correction in 1 file to make; nothing was written\.\n$/);
  expect(read()).toBe(before);
  expect(await run(['check', '--fix', '--dry-run'], { cwd: northwind })).toMatchObject({ code: 0 });
});

test('what cannot be corrected is shown as ever', async () => {
  const { cwd, read } = slipped();
  writeFileSync(join(cwd, scoring), read().replace('contry: [de, fr]', 'contry: [de, uk]'));
  const { code, stdout, stderr } = await run(['check', '--fix'], { cwd });
  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: expect.stringMatching(/^Nothing that can be corrected safely\.\n✗ agreements\/northwind/),
  });
  expect(stderr).toContain('unknown-name');
});

test('a folder with a file that cannot be read is left alone', async () => {
  const { cwd, read } = slipped();
  writeFileSync(join(cwd, 'agreements/northwind/goals.yaml'), Buffer.from([0xe9, 0x0a]));
  const before = read();
  expect(await run(['check', '--fix'], { cwd })).toMatchObject({ code: 1 });
  expect(read()).toBe(before);
});

test.each([['--fix', '--watch'], ['--fix', '--format', 'json'], ['--dry-run']])(
  '%s %s does not go together',
  async (...flags) => {
    expect(await run(['check', ...flags], { cwd: northwind })).toMatchObject({ code: 2, stdout: '' });
  },
);
