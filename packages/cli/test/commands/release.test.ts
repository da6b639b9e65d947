import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptVersion } from '@smarketing/review';
import { describe, expect, test } from 'vitest';
import { type Repository, repository } from '../repository.ts';
import { type Ran, run, temporaryFolder } from '../test-io.ts';

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };
const slowly = { timeout: 60_000 };

function begun(): Repository {
  const it = repository();
  mkdirSync(join(it.cwd, '.changeset'));
  return it;
}

const releaseIn = async (cwd: string, today: string, ...args: readonly string[]): Promise<Ran> =>
  await run(['release', '--today', today, ...args], { cwd, env });

const keptIn = (cwd: string, version: string): KeptVersion =>
  JSON.parse(readFileSync(join(cwd, `releases/northwind/${version}.json`), 'utf8')) as KeptVersion;

const at = async (cwd: string, day: string): Promise<string | null> => {
  const { stdout } = await run(['at', day, '--format', 'json'], { cwd, env });
  return (JSON.parse(stdout) as { in_force: { version: string } | null }).in_force?.version ?? null;
};

describe('the first release', slowly, () => {
  test('keeps the version that is there, in force from its first day on', async () => {
    const { cwd } = begun();
    expect(await releaseIn(cwd, '2026-10-05')).toEqual({
      code: 0,
      stdout: 'releases/northwind/1.0.0.json: in force from 2026-10-01\n',
      stderr: '',
    });
    expect(readdirSync(join(cwd, '.changeset'))).toEqual([]);
    const { agreement, changes, released } = keptIn(cwd, '1.0.0');
    expect([released, changes]).toEqual(['2026-10-05', []]);
    expect(agreement?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await releaseIn(cwd, '2026-10-06')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Nothing changed'),
    });
  });

  test('after a base keeps both', async () => {
    const { cwd, change } = begun();
    change('sla.yaml', 'within: 1 hour', 'within: 2 hours');
    const { code, stdout } = await releaseIn(cwd, '2026-11-05', 'main');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^releases\/northwind\/1\.0\.0\.json: in force from 2026-10-01\nreleases\/northwind\/2\.0\.0\.json: /,
    );
    expect(keptIn(cwd, '1.0.0').released).toBe('2026-10-01');
  });
});

describe('a release', slowly, () => {
  test('is as large as the changes mean, says them, and keeps the notice period', async () => {
    const { cwd, change } = begun();
    change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
    const small = await releaseIn(cwd, '2026-10-05', 'main', '--bump', 'minor');
    expect(small).toMatchObject({ code: 2, stdout: '' });
    expect(small.stderr).toContain('A minor version is less than the changes mean: it takes a major one.');
    expect(existsSync(join(cwd, 'releases'))).toBe(false);

    const { code, stdout } = await releaseIn(cwd, '2026-10-05', 'main');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\.changeset\/northwind-2\.0\.0\.md: @smarketing\/engine-northwind major\neffective_from: 2026-10-\d\d, after the notice period\n$/,
    );
    const [, day] = /effective_from: (\S+?),/.exec(stdout) ?? [];
    const changeset = readFileSync(join(cwd, '.changeset/northwind-2.0.0.md'), 'utf8');
    expect(changeset).toMatch(
      /^---\n'@smarketing\/engine-northwind': major\n---\n\n1 breaking change&#58; harder for sales\.\n\n- The promise “first&#95;call” of sales is due within 30 minutes/,
    );
    expect(changeset).toContain(`\nVersion 2.0.0 of the agreement, in force from ${day}.\n`);
    expect(readFileSync(join(cwd, 'agreements/northwind/agreement.yaml'), 'utf8')).toContain(
      `effective_from: ${day}\n`,
    );
    const { agreement, changes, in_force_from: from } = keptIn(cwd, '2.0.0');
    expect([agreement?.effective_from, from]).toEqual([day, day]);
    expect(changes).toMatchObject([{ kind: 'promise-tightened', level: 'breaking', harder_for: 'sales' }]);
  });

  test('says which error the day after the notice period would bring', async () => {
    const { cwd, change } = begun();
    change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
    change('agreement.yaml', 'review_by: 2027-03-31', 'review_by: 2026-10-08');
    const { code, stderr } = await releaseIn(cwd, '2026-10-05', 'main');
    expect(code).toBe(2);
    expect(stderr).toMatch(/over on 2026-10-\d\d\. With that effective_from there is an error \([a-z-]+\): /);
    expect(existsSync(join(cwd, 'releases'))).toBe(false);
  });

  test('of nothing is none', async () => {
    const { cwd, change } = repository();
    expect(await releaseIn(cwd, '2026-10-05', 'main')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Nothing changed'),
    });
    change('sla.yaml', 'kept_for: 90%', 'kept_for: 95%');
    expect(await releaseIn(cwd, '2026-10-05', 'main')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /^error: There is no folder \.changeset here.*\n {2}.*npx changeset init\n$/,
      ),
    });
    expect(existsSync(join(cwd, 'releases'))).toBe(false);
  });

  test('follows the one before, and days are answered by both', async () => {
    const { cwd, change } = begun();
    await releaseIn(cwd, '2026-10-01');
    change('handoff.yaml', 'at_least: 1000', 'at_least: 900');
    expect((await releaseIn(cwd, '2026-11-02')).code).toBe(0);
    const { in_force_from: from } = keptIn(cwd, '1.1.0');
    const [before = ''] = new Date(Date.parse(from) - 86_400_000).toISOString().split('T');
    expect([await at(cwd, '2026-09-30'), await at(cwd, before), await at(cwd, from)]).toEqual([
      null,
      '1.0.0',
      '1.1.0',
    ]);
    const lead = { id: '1', created_at: '2026-10-01T09:00:00Z', country: 'de', employees: 950 };
    const stdin = `${JSON.stringify({ ...lead, events: [{ event: 'demo_requested', at: '2026-10-01T10:00:00Z' }] })}\n`;
    const decide = async (day: string): Promise<Ran> =>
      await run(['decide', '-', '--format', 'jsonl', '--at', day], { cwd, env, stdin });
    const then = await decide(before);
    expect(JSON.parse(then.stdout)).toMatchObject({ route: { queue: 'inbound' } });
    expect(then.stderr).toContain('in force from 2026-10-01, version 1.0.0, released on 2026-10-01\n');
    expect(JSON.parse((await decide(from)).stdout)).toMatchObject({ route: { queue: 'enterprise' } });
    expect((await decide('2026-09-30')).stderr).toContain('The first one is in force from 2026-10-01.');
  });

  test('is compared with what was released last, not with anything else', async () => {
    const { cwd, change, commit } = begun();
    await releaseIn(cwd, '2026-10-01');
    change('handoff.yaml', 'at_least: 1000', 'at_least: 900');
    commit('Not released');
    change('handoff.yaml', 'at_least: 900', 'at_least: 800');
    expect(await releaseIn(cwd, '2026-11-02', 'main')).toMatchObject({
      code: 2,
      stderr:
        'error: main is not what was released last: that is releases/northwind/1.0.0.json.\n  Without a base it is compared with that.\n',
    });
    expect((await releaseIn(cwd, '2026-11-02', 'main~1')).code).toBe(0);
  });
});

describe('a kept version', slowly, () => {
  test.each(['releases', 'releases/northwind', 'releases/northwind/1.0.0.json'])(
    'is neither read nor written through a link, such as %s',
    async (link) => {
      const { cwd } = begun();
      const elsewhere = temporaryFolder();
      mkdirSync(join(cwd, link, '..'), { recursive: true });
      symlinkSync(elsewhere, join(cwd, link));
      const { code, stderr } = await releaseIn(cwd, '2026-10-05');
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${link} is a symbolic link`)]);
      expect(readdirSync(elsewhere)).toEqual([]);
    },
  );

  test('that somebody changed is refused in words', async () => {
    const { cwd } = begun();
    await releaseIn(cwd, '2026-10-01');
    const path = join(cwd, 'releases/northwind/1.0.0.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text
        .replace('"within":{"unit":"hours","count":1', '"within":{"unit":"hours","count":9')
        .replace('Northwind', 'Southwind'),
    );
    expect(await run(['at', '2026-10-02'], { cwd, env })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: releases/northwind/1.0.0.json cannot be read as a released version. Its agreement was changed after it was released: the hash is another one.\n  Restore it from the commit that added it.\n',
    });
    writeFileSync(join(cwd, 'releases/northwind/1.1.0.json'), text);
    writeFileSync(path, text);
    expect((await run(['at', '2026-10-02'], { cwd, env })).stderr).toContain(
      'releases/northwind/1.1.0.json cannot be read as a released version. It is version 1.0.0, not what its name says.',
    );
  });

  test('of another version of smarketing is told, but decides nothing', async () => {
    const { cwd, change } = begun();
    await releaseIn(cwd, '2026-10-01');
    const path = join(cwd, 'releases/northwind/1.0.0.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"ir_version":1', '"ir_version":999'));
    expect(await run(['decide', '-', '--at', '2026-10-02'], { cwd, env })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        'Version 1.0.0, in force on 2026-10-02, was compiled for another version of smarketing.',
      ),
    });
    change('handoff.yaml', 'at_least: 1000', 'at_least: 900');
    expect((await releaseIn(cwd, '2026-11-02')).stderr).toContain(
      'Name the branch, tag or commit that it was released from',
    );
    expect((await releaseIn(cwd, '2026-11-02', 'main')).code).toBe(0);
    expect(readdirSync(join(cwd, 'releases/northwind')).toSorted()).toEqual(['1.0.0.json', '1.1.0.json']);
  });
});
