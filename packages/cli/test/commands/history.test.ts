import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Repository, repository } from '../repository.ts';
import { run } from '../test-io.ts';

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };
const slowly = { timeout: 60_000 };

/** Ten commits, one of which hides what it does. */
function history(): Repository {
  const it = repository();
  const { change, commit } = it;
  const step = (message: string, date: string, file: string, from: string, to: string): void => {
    change(file, from, to);
    commit(message, `${date}T12:00:00Z`);
  };
  step('Comment', '2026-10-02', 'sla.yaml', 'promises:', '# what we promise\npromises:');
  step('Give more to the enterprise desk', '2026-10-05', 'handoff.yaml', 'at_least: 1000', 'at_least: 900');
  step(
    'Raise points',
    '2026-10-09',
    'scoring.yaml',
    'id: home_market, points: 20',
    'id: home_market, points: 22',
  );
  step('Fix typo', '2026-10-12', 'sla.yaml', 'within: 1 hour', 'within: 2 hours');
  step(
    'Reword',
    '2026-10-15',
    'sla.yaml',
    'says: Call every MQL within one working hour.',
    'says: Call each MQL within two working hours.',
  );
  step('Break it', '2026-10-20', 'handoff.yaml', 'otherwise: inbound', 'otherwise: inbund');
  step('Mend it', '2026-10-21', 'handoff.yaml', 'otherwise: inbund', 'otherwise: inbound');
  step(
    'From December on',
    '2026-11-02',
    'agreement.yaml',
    'effective_from: 2026-10-01',
    'effective_from: 2026-12-01',
  );
  step('Keep more', '2026-11-10', 'sla.yaml', 'kept_for: 90%', 'kept_for: 95%');
  return it;
}

describe('a history', slowly, () => {
  test('is told by what each commit did, whatever its message says', async () => {
    const { cwd } = history();
    const { code, stdout } = await run(['log', '--format', 'json'], { cwd, env });
    expect(code).toBe(0);
    const { log } = JSON.parse(stdout) as {
      log: { subject: string; verdict: string; changes: { kind: string }[] }[];
    };
    expect(
      log.map(({ subject, verdict, changes }) => [subject, verdict, ...changes.map(({ kind }) => kind)]),
    ).toEqual([
      ['Keep more', '1 breaking change: harder for sales.', 'promise-tightened'],
      ['From December on', '1 notable change: harder for nobody.', 'agreement-changed'],
      ['Mend it', 'Nothing changes: both versions say the same.'],
      ['Break it', 'It is not there, or has errors.'],
      ['Reword', 'Only the wording changes.', 'promise-reworded'],
      ['Fix typo', '1 breaking change: harder for marketing.', 'promise-loosened'],
      ['Raise points', '1 notable change: harder for sales.', 'rule-raised'],
      ['Give more to the enterprise desk', '1 notable change: harder for sales.', 'route-widened'],
      ['Comment', 'Nothing changes: both versions say the same.'],
      ['Begin', 'The agreement is new.'],
    ]);
    const { stdout: pretty } = await run(['log'], { cwd, env });
    expect(pretty).toMatch(
      /2026-10-12 {2}Fix typo\n {2}1 breaking change: harder for marketing\.\n {2}• breaking: The promise/,
    );
  });

  test('has one version in force on each day, or none', async () => {
    const { cwd } = history();
    const expected = [
      ['2026-09-30', 1, null],
      ['2026-10-01', 0, 'Begin'],
      ['2026-10-04', 0, 'Comment'],
      ['2026-10-20', 0, 'Reword'],
      ['2026-11-30', 0, 'Mend it'],
      ['2026-12-01', 0, 'Keep more'],
    ] as const;
    for (const [day, code, subject] of expected) {
      const ran = await run(['at', day, '--format', 'json'], { cwd, env });
      const { in_force: found } = JSON.parse(ran.stdout) as { in_force: { subject: string } | null };
      expect([day, ran.code, found?.subject ?? null]).toEqual([day, code, subject]);
    }
    expect(await run(['at', '2026-11-20'], { cwd, env })).toMatchObject({
      stdout: expect.stringMatching(
        /, in force from 2026-10-21\n {2}commit [0-9a-f]{9} of 2026-10-21: Mend it\n/,
      ),
    });
  });

  test('decides leads by the version of a day', async () => {
    const { cwd, change, commit } = repository();
    change('handoff.yaml', 'at_least: 1000', 'at_least: 900');
    commit('Give more to the enterprise desk', '2026-10-05T12:00:00Z');
    const stdin = `${JSON.stringify({ id: '1', created_at: '2026-10-01T09:00:00Z', country: 'de', employees: 950, events: [{ event: 'demo_requested', at: '2026-10-01T10:00:00Z' }] })}\n`;
    const decide = async (...args: readonly string[]) => {
      const ran = await run(['decide', '-', '--format', 'jsonl', ...args], { cwd, env, stdin });
      const { route, as_of } = JSON.parse(ran.stdout) as { route: { queue: string }; as_of: number };
      return { ...ran, queue: route.queue, as_of };
    };
    expect(await decide('--at', '2026-10-04')).toMatchObject({
      code: 0,
      queue: 'inbound',
      as_of: Date.UTC(2026, 9, 4, 21, 59, 59),
      stderr: expect.stringMatching(
        /^northwind on 2026-10-04: in force from 2026-10-01, commit [0-9a-f]{9} of 2026-10-01: Begin\n/,
      ),
    });
    expect(await decide('--at', '2026-10-05')).toMatchObject({ queue: 'enterprise' });
    expect(await decide('--at', '2026-10-04', '--as-of', '2026-11-01')).toMatchObject({
      queue: 'inbound',
      as_of: Date.UTC(2026, 9, 31, 23),
    });
    expect(await decide('--at', '2026-11-24')).toMatchObject({ as_of: Date.UTC(2026, 10, 24, 9) });
  });

  test('says why no version decides on a day', async () => {
    const { cwd, change, commit, git } = repository();
    const decide = async (day: string) => await run(['decide', '-', '--at', day], { cwd, env });
    expect(await decide('2026-09-30')).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: No version of northwind was in force on 2026-09-30.\n  The first one is in force from 2026-10-01.\n',
    });
    expect(await decide('2026-02-30')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('It is not a date such as 2026-11-24.'),
    });
    git('checkout', '-q', '--orphan', 'broken');
    change('handoff.yaml', 'otherwise: inbound', 'otherwise: inbund');
    commit('Break it', '2026-10-06T12:00:00Z');
    expect((await decide('2026-10-06')).stderr).toMatch(
      /^error: No version of northwind was in force on 2026-10-06\.\n {2}Commit [0-9a-f]{9} of 2026-10-06 has none that can be read now\. See: smarketing log\n$/,
    );
    expect(await run(['at', '2026-10-05'], { cwd, env })).toMatchObject({
      code: 1,
      stdout:
        'No version of northwind was in force on 2026-10-05.\n  None of its commits can be read. See: smarketing log\n',
    });
  });
});

test('a shallow clone is told to be cut, not that the agreement is new', slowly, async () => {
  const { cwd, git, change, commit } = repository();
  change('sla.yaml', 'kept_for: 90%', 'kept_for: 95%');
  commit('Keep more');
  git('clone', '-q', '--depth', '1', `file://${cwd}`, 'shallow');
  const there = { cwd: join(cwd, 'shallow'), env };
  const { stdout } = await run(['log'], there);
  expect(stdout).toContain('Keep more');
  expect(stdout).toContain('This clone is shallow');
  expect(stdout).not.toContain('is new');
  const { code, stderr } = await run(['diff', 'HEAD~1'], there);
  expect(code).toBe(2);
  expect(stderr).toMatch(/There is no commit HEAD~1\.[^]*git fetch --unshallow/);
  const { stdout: none } = await run(['at', '2026-09-30'], there);
  expect(none).toContain('git fetch --unshallow');
});
