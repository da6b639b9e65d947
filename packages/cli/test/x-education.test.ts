import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smarketing } from './spawn.ts';
import { run } from './test-io.ts';

const project = join(import.meta.dirname, '../../..');
const leads = join(project, '../shared/data/x-education/Leads.csv');
const cwd = join(import.meta.dirname, 'fixtures/x-education');
const absent = !existsSync(leads);

test('the agreement of X Education holds', async () => {
  expect(await run(['check', '--today', '2026-01-05'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(await run(['test', '--today', '2026-01-05'], { cwd })).toMatchObject({ code: 0 });
});

const reason = absent ? ' (skipped: the data set is not here, ../shared/data/x-education/Leads.csv)' : '';

test.skipIf(absent)(`every row of X Education is decided, or refused with a reason${reason}`, async () => {
  const args = ['decide', leads, '--as-of', '2026-01-10', '--today', '2026-01-05'];
  const { code, stdout, stderr } = await smarketing(args, { cwd });
  expect(code).toBe(1);
  expect(stdout.trim().split('\n')).toHaveLength(1 + 9238);
  const refused = stderr.match(/row \d+ {2}.*$/gm);
  expect(refused).toEqual([
    expect.stringMatching(/^row \d+ {2}Lead Source: "testone" is a word that the mapping does not know/),
    expect.stringMatching(/^row \d+ {2}Lead Source: "NC_EDM" is a word that the mapping does not know/),
  ]);
  expect(stderr).toContain('9,238 leads decided, 2 refused');
  for (const stage of ['lead', 'mql', 'ruled_out']) {
    expect(stderr).toMatch(new RegExp(`^  ${stage} +[\\d,]+ +[\\d.]+%$`, 'm'));
  }
  console.log(`X Education: ${stderr.trim().split('\n').at(-1)}`);
});
