import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Repository, repository } from '../repository.ts';
import { flags, main } from '../spawn.ts';
import { run } from '../test-io.ts';

const slowly = { timeout: 60_000 };

/** A repository in which the driver is switched on as its help says. */
function switchedOn(): Repository {
  const it = repository();
  const command = [process.execPath, ...flags, main, 'git-diff'].map((word) => `'${word}'`).join(' ');
  writeFileSync(join(it.cwd, '.gitattributes'), 'agreements/**/*.yaml diff=smarketing\n');
  it.commit('Show meaning');
  it.git('config', 'diff.smarketing.command', command);
  return it;
}

/** What git calls the command with. */
const given = (path: string, old: string, now: string): readonly string[] => [
  'git-diff',
  path,
  old,
  '1'.repeat(40),
  '100644',
  now,
  '0'.repeat(40),
  '100644',
];

describe('git diff', slowly, () => {
  test('tells of each file what changed, then its lines', () => {
    const { git, change } = switchedOn();
    change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
    change('handoff.yaml', 'at_least: 1000', 'at_least: 900');
    const [, handoff, sla] = git('diff').split(/^diff --git /m);
    expect(handoff).toMatch(
      /^a\/agreements\/northwind\/handoff\.yaml b\/agreements\/northwind\/handoff\.yaml\n1 notable change: harder for sales\.\n {2}• notable: The route “big” holds for more leads: [\s\S]*\n@@ [\s\S]*\n-.*at_least: 1000[\s\S]*\n\+.*at_least: 900/,
    );
    expect(sla).toMatch(
      /\n1 breaking change: harder for sales\.\n {2}• breaking: The promise “first_call” of sales is due within 30 minutes/,
    );
    expect(sla).not.toContain('The route');
  });

  test('of a commit compares it with the one before, whatever is on the disk', () => {
    const { cwd, git, change, commit } = switchedOn();
    change('sla.yaml', 'within: 1 hour', 'within: 2 hours');
    commit('Fix typo');
    change('sla.yaml', 'within: 2 hours', 'within: 4 hours');
    writeFileSync(join(cwd, 'agreements/northwind/handoff.yaml'), 'not: an agreement\n');
    const says = /within 2 hours of working\s+time; before: 1 hour/;
    expect(git('show', '--ext-diff', '--format=')).toMatch(says);
  });
});

describe('a file', slowly, () => {
  const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };

  test('that makes the agreement wrong still has its lines', async () => {
    const { cwd, change } = repository();
    const path = 'agreements/northwind/handoff.yaml';
    writeFileSync(join(cwd, 'old.yaml'), readFileSync(join(cwd, path)));
    change('handoff.yaml', 'otherwise: inbound', 'otherwise: inbund');
    const { code, stdout } = await run(given(path, 'old.yaml', path), { cwd, env });
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\nThe new version has errors, so that only its lines are compared\.\n@@ [\s\S]*\n\+.*inbund/,
    );
  });

  test('that is new, gone or moved is told as such', async () => {
    const { cwd, git } = repository();
    const path = 'agreements/northwind/examples/basics.yaml';
    const gone = await run(given(path, path, '/dev/null'), { cwd, env });
    expect(gone.stdout).toMatch(/\nOnly the wording changes\.\n {2}• wording: The example “\w+” is /);
    const come = await run(given(path, '/dev/null', path), { cwd, env });
    expect(come.stdout).toMatch(/\nOnly the wording changes\.\n {2}• wording: The example “\w+” is new/);
    const moved = 'agreements/northwind/examples/first.yaml';
    git('mv', path, moved);
    const args = [...given(path, moved, moved), moved, 'similarity index 100%'];
    expect((await run(args, { cwd, env })).stdout).toBe(
      `diff --git a/${path} b/${moved}\nNothing changes: both versions say the same.\n`,
    );
  });

  test('of no agreement has its lines, and nothing is said of a path that is not merged', async () => {
    const { cwd } = repository();
    writeFileSync(join(cwd, 'one.yaml'), 'a: 1\n');
    writeFileSync(join(cwd, 'two.yaml'), 'a: 2\n');
    const { stdout } = await run(given('two.yaml', 'one.yaml', 'two.yaml'), { cwd, env });
    expect(stdout).toBe('diff --git a/two.yaml b/two.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n');
    expect((await run(['git-diff', 'a\u001b[2Jb'], { cwd, env })).stdout).toBe(
      '* Unmerged path a\ufffd[2Jb\n',
    );
  });
});
