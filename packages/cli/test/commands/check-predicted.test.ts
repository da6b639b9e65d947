import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { run } from '../test-io.ts';

const starter = join(import.meta.dirname, '../../../../agreements/starter');

/** A copy of the starter, one of its files changed. */
function changed(file: string, ...changes: readonly (readonly [string, string])[]): string {
  const cwd = mkdtempSync(join(tmpdir(), 'predicted-'));
  onTestFinished(() => {
    rmSync(cwd, { recursive: true });
  });
  cpSync(starter, join(cwd, 'agreements/starter'), { recursive: true });
  const path = join(cwd, 'agreements/starter', file);
  const text = changes.reduce((before, [from, to]) => before.replace(from, to), readFileSync(path, 'utf8'));
  writeFileSync(path, text);
  return cwd;
}

test(
  'a promise that half of the people cannot keep is told, with three ways out',
  { timeout: 60_000 },
  async () => {
    const cwd = changed('forecast.yaml', ['people: 2, per_person: 20', 'people: 1, per_person: 15']);
    const { code, stderr } = await run(['check'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /answer is predicted to be kept for \d+% of the leads that the forecast expects, and 90% is promised\./,
    );
    expect(stderr).toMatch(
      /Enough would be one of: more people \(\d at Sales desk\); a time of [\d.]+ hours; \d+% of the leads/,
    );
  },
);

test('the starter as it is can be kept', { timeout: 60_000 }, async () => {
  const { code, stderr } = await run(['check', '--max-warnings', '0'], { cwd: changed('forecast.yaml') });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
