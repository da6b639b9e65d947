import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../repository.ts';
import { run } from '../test-io.ts';

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };

/** Git is called, and both versions are compiled. */
const slowly = { timeout: 30_000 };

const hostile = [
  '--output=/tmp/x',
  '--upload-pack=x',
  '-v',
  'main..proposal',
  'a b',
  'x\ny',
  ':/Begin',
  '$(touch x)',
  "'; ls",
  '\u202e',
  '../..',
];

describe('a commit and what is on the disk', slowly, () => {
  test('the changes are told in words, then the leads that are decided differently', async () => {
    const { cwd, change } = repository();
    change('handoff.yaml', 'employees: { at_least: 1000 }', 'employees: { at_least: 800 }');
    change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
    const { code, stdout, stderr } = await run(['diff', 'main'], { cwd, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^northwind {2}main → agreements\/northwind\n1 breaking and 1 notable changes: harder for sales\.\n/,
    );
    expect(stdout).toContain('The next version is at least a major one.');
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '✗ The promise “first_call” of sales is due within 30 minutes of working time; before: 1 hour of working time. harder for sales · sla.yaml:9',
    );
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      '• Queue: Inbound desk → Enterprise desk (all of these leads, and no others) where employees are at least 800 and below 1,000',
    );
    expect(stdout).toContain('• Deadlines of the promise “first_call”: all leads that it is about');
  });

  test('where nothing differs, that is proved', async () => {
    const { cwd, change } = repository();
    change('sla.yaml', 'default_calendar: berlin', '# ours\ndefault_calendar: berlin');
    const { code, stdout } = await run(['diff', 'HEAD'], { cwd, env });
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing changes: both versions say the same.');
    expect(stdout).toContain('Proved: no lead is decided differently.');
  });

  test('errors are printed with their place, with exit code 1', async () => {
    const { cwd, change } = repository();
    change('handoff.yaml', 'otherwise: inbound', 'otherwise: inbund');
    const { code, stdout, stderr } = await run(['diff', 'main'], { cwd, env });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('agreements/northwind/handoff.yaml:10:14');
  });
});

describe('two commits', slowly, () => {
  test('the head is compared with where it parted from the base, unless it is told otherwise', async () => {
    const { cwd, git, change, commit } = repository();
    git('checkout', '-q', '-b', 'proposal');
    change('handoff.yaml', 'employees: { at_least: 1000 }', 'employees: { at_least: 800 }');
    commit('Give more to the enterprise desk');
    git('checkout', '-q', 'main');
    change('sla.yaml', 'kept_for: 90%', 'kept_for: 95%');
    commit('Keep more');
    const told = async (...more: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await run(['diff', 'main', 'proposal', '--format', 'json', ...more], { cwd, env });
      const [one] = (JSON.parse(stdout) as { agreements: { review: { changes: { kind: string }[] } }[] })
        .agreements;
      return one?.review.changes.map(({ kind }) => kind) ?? [];
    };
    expect(await told()).toEqual(['route-widened']);
    expect(await told('--direct')).toEqual(['promise-loosened', 'route-widened']);
    const parted = git('merge-base', 'main', 'proposal').slice(0, 9);
    const { stdout } = await run(['diff', 'main', 'proposal'], { cwd, env });
    expect(stdout).toContain(`northwind  ${parted} (where proposal left main) → proposal\n`);
  });

  test('a base that is ahead of the head is told, and not that nothing changes', async () => {
    const { cwd, change, commit } = repository();
    change('sla.yaml', 'kept_for: 90%', 'kept_for: 95%');
    commit('Keep more');
    const { code, stdout } = await run(['diff', 'HEAD', 'HEAD~1'], { cwd, env });
    expect(code).toBe(0);
    expect(stdout).toContain('Nothing is compared: HEAD is ahead of HEAD~1');
    expect(stdout).toContain('--direct');
    expect(stdout).not.toMatch(/Nothing changes|Proved/);
    const { stderr } = await run(['review', 'HEAD', 'HEAD~1'], { cwd, env });
    expect(stderr).toContain('HEAD is ahead of HEAD~1');
  });

  test('a new agreement and one that is gone are told as such', async () => {
    const { cwd, git, commit } = repository();
    git('checkout', '-q', '-b', 'proposal');
    cpSync(join(cwd, 'agreements/northwind'), join(cwd, 'agreements/southwind'), { recursive: true });
    commit('Begin another one');
    const { stdout } = await run(['diff', 'main', 'proposal'], { cwd, env });
    expect(stdout).toContain('southwind  proposal\nThis agreement is new.');
  });

  test('links and programs in a commit are refused like those in a folder', async () => {
    const { cwd, git, commit } = repository();
    git('checkout', '-q', '-b', 'proposal');
    symlinkSync('/etc/passwd', join(cwd, 'agreements/northwind/goals.yaml'));
    writeFileSync(join(cwd, 'agreements/northwind/cadence.yaml'), '#!/bin/sh\n', { mode: 0o755 });
    commit('Look elsewhere');
    git('checkout', '-q', 'main');
    const { code, stderr } = await run(['diff', 'main', 'proposal'], { cwd, env });
    expect(code).toBe(1);
    expect(stderr).toContain('file-is-link');
    expect(stderr).toContain('file-unknown');
    expect(stderr).not.toContain('root:');
  });
});

describe('names that are no commits', slowly, () => {
  test('are refused, and taken for nothing else', async () => {
    const { cwd } = repository();
    for (const name of hostile) {
      const { code, stdout, stderr } = await run(['diff', '--', name, 'main'], { cwd, env });
      expect({ name, code, stdout }).toEqual({ name, code: 2, stdout: '' });
      expect(stderr).toMatch(/^error: There is no commit |is a folder/);
    }
  });

  test('a folder is no commit, and is named with a flag', async () => {
    const { cwd } = repository();
    expect(await run(['diff', 'HEAD', 'agreements/northwind'], { cwd, env })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: agreements/northwind is a folder, and HEAD is none: folders are compared with folders, commits with commits.\n  What is on the disk is compared with HEAD by: HEAD --agreement agreements/northwind\n',
    });
  });

  test('outside a repository there are only folders', async () => {
    const { cwd } = repository();
    const outside = join(cwd, 'agreements/northwind');
    const { code, stderr } = await run(['diff', 'main'], {
      cwd: outside,
      env: { ...env, GIT_CEILING_DIRECTORIES: cwd, GIT_DIR: '/nowhere' },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('This is no git repository.');
    const { stderr: log } = await run(['log', '.'], { cwd: outside, env: { ...env, GIT_DIR: '/nowhere' } });
    expect(log).toContain('This is no git repository.');
  });
});

test('two folders are compared without git, and Markdown holds no markup of theirs', slowly, async () => {
  const { cwd, change } = repository();
  cpSync(join(cwd, 'agreements/northwind'), join(cwd, 'proposal/northwind'), { recursive: true });
  change(
    'sla.yaml',
    'Call every MQL within one working hour.',
    'Call <b>@everybody</b> | `now` [x](http://y).',
  );
  const { code, stdout } = await run(
    ['diff', 'proposal/northwind', 'agreements/northwind', '--format', 'markdown'],
    { cwd, env: { PATH: '' } },
  );
  expect(code).toBe(0);
  expect(stdout).toContain('**Only the wording changes.**');
  expect(stdout).not.toMatch(/<b>|@everybody|\]\(/);
});

test('in any folder of a repository the same is told', slowly, async () => {
  const { cwd, change } = repository();
  change('sla.yaml', 'within: 1 hour', 'within: 30 minutes');
  const inside = join(cwd, 'agreements/northwind');
  const there = await run(['diff', 'main'], { cwd, env });
  expect(there.stdout).toContain('30 minutes');
  expect(await run(['diff', 'main'], { cwd: inside, env })).toEqual(there);
  const { stdout: asked } = await run(['approvals', 'main', '--agreement', '.'], { cwd: inside, env });
  expect(asked).toContain('30 minutes');
  const none = await run(['approvals', 'main', '--approvals', '/none'], { cwd: inside, env });
  expect(none.stderr).toContain('There is no file /none.');
  const { stdout } = await run(['log', '.'], { cwd: inside, env });
  expect(stdout).toContain('Begin');
  const { code, stderr } = await run(['check'], { cwd: inside, env });
  expect(code).toBe(2);
  expect(stderr).toContain('Name this agreement: `.`, or run it in ../.., where agreements/ is.');
});
