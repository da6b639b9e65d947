import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../repository.ts';
import { run } from '../test-io.ts';

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };

test(
  'whoever has it harder is waited for, until somebody of theirs approves what they saw',
  { timeout: 30_000 },
  async () => {
    const { cwd, change } = repository();
    change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
    const before = await run(['approvals', 'main'], { cwd, env });
    expect(before).toMatchObject({ code: 1, stderr: '' });
    expect(before.stdout).toMatch(/^northwind\nWaits for sales\.\n {2}… The promise “first_call” of sales/);

    const fingerprint = /[0-9a-f]{64}/.exec(before.stdout)?.[0];
    const file = {
      author: '@ann',
      members: { '@northwind/sales': ['@sam'] },
      approvals: [{ by: '@sam', changes: [fingerprint] }],
    };
    writeFileSync(join(cwd, 'approvals.json'), JSON.stringify(file));
    const after = await run(['approvals', 'main', '--approvals', 'approvals.json'], { cwd, env });
    expect(after.code).toBe(0);
    expect(after.stdout).toMatch(/^northwind\nApproved\.\n {2}✓/);
    expect(after.stdout).toContain('needs sales · given by @sam for sales');

    change('sla.yaml', 'within: 30 minutes', 'within: 20 minutes');
    const again = await run(['approvals', 'main', '--approvals', 'approvals.json'], { cwd, env });
    expect(again.code).toBe(1);
  },
);

test('a file that holds something else is told what is wrong with it', { timeout: 30_000 }, async () => {
  const { cwd } = repository();
  writeFileSync(join(cwd, 'approvals.json'), '{"author":"@ann","approvals":[{"by":"@sam"}]}');
  const { code, stderr } = await run(['approvals', 'main', '--approvals', 'approvals.json'], { cwd, env });
  expect(code).toBe(2);
  expect(stderr).toContain(
    'approvals.json cannot be read as approvals. `approvals` has an entry that is none, at 1',
  );
  expect(stderr).toContain('a list of fingerprints as `smarketing approvals --format json` tells them');
  for (const [file, says] of [
    ['nope.json', 'There is no file nope.json.'],
    ['agreements', 'agreements is a folder.'],
  ]) {
    const unread = await run(['approvals', 'main', '--approvals', file ?? ''], { cwd, env });
    expect(unread).toMatchObject({ code: 2, stderr: expect.stringContaining(`error: ${says}\n`) });
  }
});
