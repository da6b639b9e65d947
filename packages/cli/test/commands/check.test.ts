import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
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

  test('tells that a folder cannot be the name of an agreement', async () => {
    const cwd = temporaryFolder();
    cpSync(join(northwind, 'agreements/northwind'), join(cwd, 'agreements/north-wind'), { recursive: true });
    for (const args of [['check'], ['build', 'north-wind', '--out', 'out'], ['test']]) {
      const { code, stderr } = await run(args, { cwd });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^agreements\/north-wind\/agreement\.yaml:2:1 {2}error {2}bad-name\n/);
      expect(stderr).toContain('`north-wind` cannot be a name.');
      expect(stderr).toContain('The folder is the name of the agreement: rename it.');
    }
  });

  test('refuses a folder whose name speaks to terminals and logs', async () => {
    const cwd = temporaryFolder();
    const name = 'a\n::error::b\u001b[31m';
    cpSync(join(northwind, 'agreements/northwind'), join(cwd, 'agreements', name), { recursive: true });
    for (const args of [['check'], ['test'], ['check', `agreements/${name}`]]) {
      const { code, stdout, stderr } = await run(args, { cwd });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^error: The name of agreements\/a\ufffd::error::b\ufffd\[31m has a character/);
    }
  });

  test('knows the day: an agreement whose review is overdue is an error', async () => {
    const { code, stderr } = await run(['check', '--today', '2027-04-01'], { cwd: northwind });
    expect(code).toBe(1);
    expect(stderr).toContain('review-overdue');
  });

  test('sums up several agreements', async () => {
    const cwd = changedNorthwind('scoring.yaml');
    cpSync(join(cwd, 'agreements/northwind'), join(cwd, 'agreements/southwind'), { recursive: true });
    const { code, stdout } = await run(['check', 'northwind', 'southwind'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(
      `${fine}${fine.replace('northwind', 'southwind')}\n2 agreements: nothing to say against them.\n`,
    );
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

  test('says of a first file that ends in .yml how it has to be called', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'agreement.yml'), 'title: Ours\n');
    const { code, stderr } = await run(['check', '.'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('Did you mean agreement.yaml?');
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
    const { code, stderr } = await run(['check', '--max-warnings', '0'], { cwd: withWarning() });
    expect(code).toBe(1);
    expect(stderr).toMatch(/\n1 warning, and --max-warnings allows 0\.\n$/);
  });
});

test('an agreement that is named in several ways is checked once', async () => {
  const cwd = withWarning();
  const names = [
    'northwind',
    'northwind/',
    'agreements',
    'agreements/northwind',
    join(cwd, 'agreements/northwind'),
  ];
  const { stdout } = await run(['check', ...names], { cwd });
  expect(stdout).toBe((await run(['check'], { cwd })).stdout);
});

const broken = (): string => changedNorthwind('scoring.yaml', ['country: [de, fr]', 'country: [de, frr]']);

describe('--format', () => {
  test('pretty is what is said without it', async () => {
    const cwd = broken();
    expect(await run(['check', '--format', 'pretty'], { cwd })).toEqual(await run(['check'], { cwd }));
  });

  test('json has what the pretty format says', async () => {
    const { code, stdout, stderr } = await run(['check', '--format', 'json'], { cwd: broken() });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      agreements: [
        {
          folder: 'agreements/northwind',
          name: 'northwind',
          hash: null,
          counts: { files: 9, errors: 1, warnings: 0, waived: 0 },
          findings: [
            {
              code: 'unknown-option',
              file: 'agreements/northwind/scoring.yaml',
              span: { line: 7, end_line: 7 },
              help: expect.stringContaining('Did you mean `fr`?'),
            },
          ],
        },
      ],
    });
  });

  test('json has the name of the agreement also where it is run, and its hash', async () => {
    const cwd = join(northwind, 'agreements/northwind');
    const { code, stdout } = await run(['check', '.', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      agreements: [{ folder: '.', name: 'northwind', hash: expect.stringMatching(/^[\da-f]{64}$/) }],
    });
  });

  test('sarif has the rules that were broken, as the catalogue has them', async () => {
    const { stdout } = await run(['check', '--format', 'sarif'], { cwd: broken() });
    const rule = {
      id: 'unknown-option',
      shortDescription: { text: '`<option>` is not an option of <field>.' },
      defaultConfiguration: { level: 'error' },
    };
    expect(JSON.parse(stdout)).toMatchObject({ runs: [{ tool: { driver: { rules: [rule] } } }] });
  });

  test.each([
    ['github', /^::error file=agreements\/northwind\/scoring\.yaml,line=7,.*\n$/],
    ['junit', /<failure type="unknown-option"/],
  ])('%s writes everything to stdout', async (format, says) => {
    const { code, stdout, stderr } = await run(['check', '--format', format], { cwd: broken() });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(says);
  });

  test.each(['json', 'github', 'sarif', 'junit'])(
    '%s keeps the exit codes, without colours',
    async (format) => {
      const args = ['check', '--format', format];
      const env = { FORCE_COLOR: '1' };
      const warned = await run([...args, '--max-warnings', '0'], { cwd: withWarning(), env });
      expect(warned).toMatchObject({ code: 1, stderr: '1 warning, and --max-warnings allows 0.\n' });
      expect(warned.stdout).not.toContain('\u001b');
      expect(await run(args, { cwd: withWarning() })).toMatchObject({ code: 0, stderr: '' });
      expect(await run(args, { cwd: temporaryFolder() })).toMatchObject({ code: 2, stdout: '' });
    },
  );

  test('has no room for what --verbose adds', async () => {
    expect(await run(['check', '--verbose', '--format', 'json'], { cwd: northwind })).toEqual({
      code: 2,
      stdout: '',
      stderr: 'error: --verbose does not go with --format json.\n  Leave one of them out.\n',
    });
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
