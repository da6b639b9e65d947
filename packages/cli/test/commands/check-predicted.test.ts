import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { waysOut } from '../../src/simulation/predicted.ts';
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

const people = { times: 2, desks: [{ desk: 'desk', people: 4 }] };
const hours = 5.4 * 3_600_000;

test.each([
  [
    { people, within_ms: hours, leads: 0.7 },
    'Enough would be one of: more people (4 at Sales desk); a time of 5.4 hours; 70% of the leads, or others of whom fewer are handed over.',
  ],
  [
    { people, within_ms: null, leads: 0.7 },
    'Enough would be one of: more people (4 at Sales desk); 70% of the leads, or others of whom fewer are handed over. A longer time would not be enough (too many are never answered).',
  ],
  [
    { people: null, within_ms: hours, leads: null },
    'A time of 5.4 hours would be enough. More people would not be enough (even six times as many), nor would fewer leads (even a tenth of them).',
  ],
  [
    { people: null, within_ms: null, leads: 0.1 },
    '10% of the leads, or others of whom fewer are handed over would be enough. More people would not be enough (even six times as many), nor would a longer time (too many are never answered).',
  ],
  [
    { people: null, within_ms: null, leads: null },
    'More people would not be enough (even six times as many), nor would a longer time (too many are never answered), nor would fewer leads (even a tenth of them).',
  ],
])('%o is told in sentences', (breach, says) => {
  expect(waysOut(breach, [{ id: 'desk', title: 'Sales desk' }])).toBe(says);
});
