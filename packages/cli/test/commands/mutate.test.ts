import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

const today = ['--today', '2026-11-24'];
const missing = 'agreements/northwind/examples/missing.yaml';

test('--mutate counts the changes that the examples notice, and shows the others with what is missing', async () => {
  const { code, stdout, stderr } = await run(['test', '--mutate', ...today], { cwd: northwind });
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  // Without points that are taken away, a floor of -1 is one of 0.
  expect(stdout).toMatch(
    /^✓ agreements\/northwind {2}2 examples\n {2}\d+ of \d+ changes would be noticed, 1 more changes nothing\n/,
  );
  expect(stdout).toContain(`
  mid_size would ask for employees at least 51 instead of 50.  agreements/northwind/scoring.yaml:6:9
    Missing: { lead: { country: de, employees: 50 }, expect: { stage: mql, reasons: [mid_size] } }
`);
  expect(stdout).toMatch(/\n {2}and \d+ more\n/);
  expect(stdout.match(/ {2}agreements\/northwind\/\w+\.yaml:\d+:\d+$/gm)).toHaveLength(20);
  expect(existsSync(join(northwind, missing))).toBe(false);
});

test('--write writes the missing examples, which pass and notice what nothing noticed before', async () => {
  const cwd = changedNorthwind('examples/basics.yaml');
  const first = await run(['test', 'northwind', '--mutate', '--write', ...today], { cwd });
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(
    /\n {2}\d+ examples written to agreements\/northwind\/examples\/missing\.yaml:/,
  );

  const second = await run(['test', 'northwind', '--mutate', ...today], { cwd });
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining('changes would be noticed') });
  expect(second.stdout).not.toContain('Missing:');
});

test('--write adds to what stands in the file already', async () => {
  const cwd = changedNorthwind('examples/basics.yaml');
  await run(['test', 'northwind', '--mutate', '--write', ...today], { cwd });
  const path = join(cwd, missing);
  const before = readFileSync(path, 'utf8');
  const rules = join(cwd, 'agreements/northwind/scoring.yaml');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(rules, readFileSync(rules, 'utf8').replace('country: [de, fr]', 'country: [de, fr, us]'));
  await run(['test', 'northwind', '--mutate', '--write', ...today], { cwd });
  const after = readFileSync(path, 'utf8');
  expect(after.startsWith(before.trimEnd())).toBe(true);
  expect(after.match(/^examples:/gm)).toHaveLength(1);
});

test('--write alone is refused', async () => {
  expect(await run(['test', '--write'], { cwd: northwind })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Add --mutate.'),
  });
});

test('a terminal sees how far it is, and nothing of it stays', async () => {
  let time = 0;
  const now = (): number => Date.UTC(2026, 10, 24, 9) + (time += 60);
  const { stderr } = await run(['test', '--mutate', ...today], { cwd: northwind, isTTY: true, now });
  expect(stderr).toMatch(/\d+ of \d+ changes/);
  expect(stderr.endsWith('\r\u001b[K')).toBe(true);
});
