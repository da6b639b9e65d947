import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFormats } from '../../src/report/check/formats.ts';
import { run, temporaryFolder } from '../test-io.ts';

const script = async (shell: string): Promise<string> => {
  const { code, stdout, stderr } = await run(['completion', shell]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
};

/** What bash offers for the last of the words. */
async function offered(words: readonly string[], cwd = '/', CDPATH = ''): Promise<string[]> {
  const ask = `shopt -s failglob; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _smarketing; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync(
    'bash',
    ['--norc', '-c', `${await script('bash')}\n${ask}`, 'bash', ...words],
    { cwd, encoding: 'utf8', env: { ...process.env, CDPATH } },
  );
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

describe('in bash', () => {
  test('the script is one that bash accepts', async () => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: await script('bash'), encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.each([
    [['ch'], ['check']],
    [['--v'], ['--version']],
    [['check', '--fo'], ['--format']],
    [['check', '--format', ''], checkFormats],
    [
      ['check', '--format', 'j'],
      ['json', 'junit'],
    ],
    [['check', '--format', '='], checkFormats],
    [['check', '--format', '=', 'sa'], ['sarif']],
    [
      ['prove', '--format', ''],
      ['text', 'json'],
    ],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['check', '--max-warnings', ''], []],
    [['check', '--tod'], []],
    [['nothing', ''], []],
  ])('smarketing %j is completed by %j', async (words, expected) => {
    expect(await offered(['smarketing', ...words])).toEqual(expected);
  });

  test('folders are completed as paths, and by their name below agreements/', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'agreements/acme corp'), { recursive: true });
    writeFileSync(join(cwd, 'a.csv'), '');
    expect(await offered(['smarketing', 'check', 'a'], cwd)).toEqual(['agreements', 'acme corp']);
    for (const command of ['decide', 'map'])
      expect(await offered(['smarketing', command, 'a'], cwd)).toEqual(
        expect.arrayContaining(['a.csv', 'agreements']),
      );
  });

  test('names are taken as they are, and from here', async () => {
    const cwd = temporaryFolder();
    for (const name of ['q[1]', 'q*', 'elsewhere/agreements/query'])
      mkdirSync(join(cwd, name), { recursive: true });
    const found = await offered(['smarketing', 'check', 'q'], cwd, join(cwd, 'elsewhere'));
    expect(found.toSorted()).toEqual(['q*', 'q[1]']);
  });
});

test.each(['bash', 'zsh', 'fish'])('%s knows every command, and every flag of a command', async (shell) => {
  const says = await script(shell);
  for (const command of ['init', 'check', 'prove', 'build', 'test', 'decide', 'explain', 'completion'])
    expect(says).toContain(command);
  for (const flag of ['max-warnings', 'mutate', 'as-of', 'add-example']) expect(says).toContain(flag);
  expect(says).toContain(checkFormats.join(' '));
  expect(says).not.toContain('today');
});
