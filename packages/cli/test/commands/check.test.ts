import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run, temporaryFolder } from '../test-io.ts';

const fine =
  '✓ agreements/northwind  6 stages · 3 scoring rules · 2 routes · 1 promise · 2 examples · no lead leaks (proved)\n';

describe('check', () => {
  test.each([
    [[]],
    [['northwind']],
    [['agreements/northwind']],
    [['agreements']],
    [['./agreements/northwind/']],
  ])('finds the agreement by %j', async (folders) => {
    expect(await run(['check', ...folders], { cwd: northwind })).toEqual({
      code: 0,
      stdout: fine,
      stderr: '',
    });
  });

  test('tells an error with its place and line, and ends with code 1', async () => {
    const cwd = changedNorthwind('scoring.yaml', ['country: [de, fr]', 'country: [de, frr]']);
    const { code, stdout, stderr } = await run(['check'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toBe('✗ agreements/northwind  1 error · 9 files\n');
    expect(stderr).toMatch(/^agreements\/northwind\/scoring\.yaml:7:\d+ {2}error {2}unknown-option\n/);
    expect(stderr).toContain('Did you mean `fr`?');
    expect(stderr).toContain('^');
  });

  test('knows the day: an agreement whose review is overdue is an error', async () => {
    const { code, stderr } = await run(['check', '--today', '2027-04-01'], { cwd: northwind });
    expect(code).toBe(1);
    expect(stderr).toContain('review-overdue');
  });

  test('sums up several agreements', async () => {
    const cwd = changedNorthwind('scoring.yaml');
    const other = join(cwd, 'agreements/other');
    mkdirSync(other);
    const { code, stdout } = await run(['check', 'northwind', 'northwind'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(`${fine}${fine}\n2 agreements: nothing to say against them.\n`);
  });

  test('says what to do where there is no agreement', async () => {
    const cwd = temporaryFolder();
    expect(await run(['check'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'error: There is no agreement here: no folder below agreements/ has an agreement.yaml.\n  Start one with: smarketing init agreements/starter\n',
    });
    mkdirSync(join(cwd, 'docs'));
    expect(await run(['check', 'docs'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('There is no agreement in docs'),
    });
  });

  test('suggests the agreement that was meant', async () => {
    expect(await run(['check', 'nortwind'], { cwd: northwind })).toMatchObject({
      code: 2,
      stderr: 'error: There is no folder nortwind.\n  Did you mean `northwind`?\n',
    });
    expect(await run(['check', 'agreements/northwind/sla.yaml'], { cwd: northwind })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this is a file'),
    });
  });
});

test('--verbose tells how the agreement could be gamed, and what to find out about leads', async () => {
  const { code, stdout } = await run(['check', '--verbose'], { cwd: northwind });
  expect(code).toBe(0);
  expect(stdout).toContain('To Mql by the rule mql_by_fit, with 0 events of the lead:');
  expect(stdout).toMatch(/What decides most often[\s\S]*\n {4}employees +\d+ of 300\n/);
});

const withWarning = (): string =>
  changedNorthwind('scoring.yaml', ['floor: 0', 'groups: { web: { cap: 5 } }']);

describe('warnings', () => {
  test('do not fail a check by themselves', async () => {
    const { code, stdout, stderr } = await run(['check'], { cwd: withWarning() });
    expect(stderr).toContain('  warning  ');
    expect(stdout).toMatch(/^! agreements\/northwind {2}1 warning · 6 stages/);
    expect(code).toBe(0);
  });

  test('fail it when there are more than --max-warnings', async () => {
    expect(await run(['check', '--max-warnings', '1'], { cwd: withWarning() })).toMatchObject({ code: 0 });
    expect(await run(['check', '--max-warnings', '0'], { cwd: withWarning() })).toMatchObject({ code: 1 });
  });
});

const isColored = async (env: Record<string, string>, isTTY = false): Promise<boolean> => {
  const { stdout } = await run(['check'], { cwd: northwind, env, isTTY });
  return stdout.includes('\u001b[');
};

describe('colours', () => {
  test('are for terminals', async () => {
    expect(await isColored({}, true)).toBe(true);
    expect(await isColored({}, false)).toBe(false);
    expect(await isColored({ TERM: 'dumb' }, true)).toBe(false);
  });

  test('can be forced, and refused', async () => {
    expect(await isColored({ FORCE_COLOR: '1' })).toBe(true);
    expect(await isColored({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(await isColored({ NO_COLOR: '1' }, true)).toBe(false);
    expect(await isColored({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
  });
});
