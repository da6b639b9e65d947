import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { help } from '../src/help.ts';
import { changedNorthwind, northwind } from './fixtures.ts';
import { run } from './test-io.ts';

const verbs = [
  'init',
  'fmt',
  'check',
  'prove',
  'diff',
  'review',
  'approvals',
  'post',
  'release',
  'log',
  'at',
  'git-diff',
  'build',
  'test',
  'decide',
  'sla',
  'simulate',
  'holidays',
  'map',
  'explain',
  'completion',
  'schema',
] as const;

describe('help', () => {
  test('stands on stdout, also without a command', async () => {
    expect(await run([])).toEqual({ code: 0, stdout: help.smarketing, stderr: '' });
    expect(await run(['--help'])).toEqual({ code: 0, stdout: help.smarketing, stderr: '' });
  });

  test('is grouped by what a person wants and names every command', () => {
    const groups = help.smarketing.match(/^[A-Z][a-z]+ (?:an|it)[^:\n]*$/gm);
    expect(groups).toEqual(['Write an agreement', 'Check it', 'Change it', 'Use it']);
    for (const verb of verbs) expect(help.smarketing).toMatch(new RegExp(`^  (?:smarketing )?${verb} `, 'm'));
  });

  test.each(verbs)('of %s stands on stdout and shows how it is used', async (verb) => {
    const { code, stdout, stderr } = await run([verb, '--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(help[verb]);
    expect(stdout).toMatch(
      new RegExp(`^smarketing ${verb}[\\s\\S]+^  (?:cat .* \\| )?smarketing ${verb}`, 'm'),
    );
  });

  test('fits in a terminal', () => {
    for (const line of Object.values(help).join('\n').split('\n'))
      expect(line.length).toBeLessThanOrEqual(130);
  });
});

test('--version is the version of the package', async () => {
  expect(await run(['--version'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  });
});

describe('a wrong command line ends with code 2, and says what was meant', () => {
  test.each([
    [['chek'], "error: unknown command 'chek'\n  Did you mean check?\n  See: smarketing --help\n"],
    [
      ['check', '--max-warning', '3'],
      "error: unknown option '--max-warning'\n  Did you mean --max-warnings?\n  See: smarketing check --help\n",
    ],
    [
      ['check', '--max-warnings', 'few'],
      "error: option '--max-warnings <n>' argument 'few' is invalid. It is not a whole number.\n  See: smarketing check --help\n",
    ],
    [
      ['build', 'acme'],
      "error: required option '--out <folder>' not specified\n  See: smarketing build --help\n",
    ],
    [
      ['schema', 'sla', '--draft', '2019-09'],
      "error: option '--draft <draft>' argument '2019-09' is invalid. Allowed choices are 07, 2020-12.\n  See: smarketing schema --help\n",
    ],
    [['decide'], "error: missing required argument 'leads'\n  See: smarketing decide --help\n"],
    [
      ['decide', 'a', '--format', 'xml'],
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are csv, jsonl.\n  See: smarketing decide --help\n",
    ],
    [
      ['check', '--format', 'jsno'],
      "error: option '--format <format>' argument 'jsno' is invalid. Allowed choices are pretty, json, github, sarif, junit.\n  Did you mean json?\n  See: smarketing check --help\n",
    ],
    [
      ['completion', 'bsh'],
      "error: 'bsh' is invalid for argument 'shell'. Allowed choices are bash, zsh, fish.\n  Did you mean bash?\n  See: smarketing completion --help\n",
    ],
    [
      ['test', '--mutat'],
      "error: unknown option '--mutat'\n  Did you mean --mutate?\n  See: smarketing test --help\n",
    ],
    [
      ['check', '--today', '2026-13-01'],
      "error: option '--today <date>' argument '2026-13-01' is invalid. It is not a date such as 2026-11-24.\n  See: smarketing check --help\n",
    ],
  ])('%j', async (args, stderr) => {
    expect(await run(args)).toEqual({ code: 2, stdout: '', stderr });
  });
});

describe('which agreement', () => {
  test.each([
    ['decide', 'leads.csv', 'agreements/northwind'],
    ['sla', 'leads.csv', 'northwind'],
    ['at', '2026-11-24', 'agreements/northwind'],
    ['map', 'leads.csv', 'northwind'],
    ['diff', 'main', 'HEAD', 'agreements/northwind'],
  ])('is said with a flag: %s %s %s', async (...args) => {
    const { code, stderr } = await run(args, { cwd: northwind });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: too many arguments/);
    expect(stderr).toContain(`\n  Say which agreement with: --agreement ${args.at(-1)}\n`);
  });

  test.each([
    ['decide', 'leads.csv', 'other'],
    ['log', 'northwind', 'northwind'],
    ['decide', 'leads.csv', 'more', '--agreement', 'northwind'],
  ])('is not what a wrong command line is about: %s %s %s', async (...args) => {
    const { stderr } = await run(args, { cwd: northwind });
    expect(stderr).toMatch(/^error: too many arguments.*\n  See: smarketing/);
  });

  test.each([
    [['decide', 'leads.csv'], '--agreement another'],
    [['at', '2026-11-24'], '--agreement another'],
    [['map', 'leads.csv'], '--agreement another'],
    [['simulate'], 'another'],
    [['log'], 'another'],
  ])('has to be said where there are several: %j', async (args, such) => {
    const cwd = changedNorthwind('scoring.yaml');
    cpSync(join(cwd, 'agreements/northwind'), join(cwd, 'agreements/another'), { recursive: true });
    expect(await run(args, { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: `error: Which agreement? There are several: agreements/another, agreements/northwind.\n  Name one of them, such as: ${such}\n`,
    });
  });
});
