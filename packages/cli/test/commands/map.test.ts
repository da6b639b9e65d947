import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

const exported = `Record ID;Create Date;Country/Region;Number of Employees;Email;Contact owner;Demo requested;Page views;Notes
a1;20.11.2026 09:00;Germany;1.200;ann@example.org;Eve;21.11.2026;3;called twice
a2;13.11.2026;USA;7;ben@example.org;Eve;;0;n/a
a3;14.11.2026;France;;cem@example.org;Flo;22.11.2026;12;
`;

const proposed = `# A proposal, from the names of the columns and the words in 3 rows. Read each line before you use it.
system: Export stdin
id: Record ID # sure: named as an id, and no value stands twice
created_at: Create Date # sure: named the same, with dates
missing: [n/a]
dates: dmy
decimal_mark: ','
fields:
  country:
    # sure: named the same, 3 of 3 words are options
    column: Country/Region
    values:
      Germany: de
      USA: us
      France: fr
  employees: Number of Employees # sure: named the same, 100% are whole numbers
  email: Email # sure: named the same, texts
  account_owner: Contact owner # sure: named alike, texts
events:
  - { event: demo_requested, at: Demo requested } # sure: named the same, with dates
  - { event: page_viewed, at: created_at, times: Page views } # sure: named the same, whole numbers
ignore:
  - Notes # one word
`;

test('proposes how an export is read, with how sure and why', async () => {
  const { code, stdout, stderr } = await run(['map', '-'], { cwd: northwind, stdin: exported });
  expect({ code, stdout }).toEqual({ code: 0, stdout: proposed });
  expect(stderr).toBe(
    '✓ 8 columns of 9 read: 8 sure, 0 likely, 0 guess\n  It is a proposal: read each line before you use it.\n',
  );
});

test('counts one row as one', async () => {
  const { stdout } = await run(['map', '-'], {
    cwd: northwind,
    stdin: exported.split('\n').slice(0, 2).join('\n'),
  });
  expect(stdout).toContain('the words in 1 row. Read');
});

test('does what the README shows', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, shown = ''] = /\$ smarketing map .*\n([\s\S]*?)```/.exec(readme) ?? [];
  const lines = shown
    .trim()
    .split('\n')
    .filter((line) => line !== '…');
  expect(lines.length).toBeGreaterThan(2);
  expect(lines.filter((line) => !proposed.split('\n').includes(line))).toEqual([]);
});

test('may be sent into the file that it proposes, which the shell makes first', async () => {
  const cwd = changedNorthwind('scoring.yaml');
  writeFileSync(join(cwd, 'HubSpot contacts.csv'), exported);
  writeFileSync(join(cwd, 'agreements/northwind/mappings/hubspot.yaml'), '');
  expect(await run(['map', 'HubSpot contacts.csv'], { cwd })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('fields:'),
  });
});

test('what it writes is a mapping that check accepts and decide uses', async () => {
  const cwd = changedNorthwind('scoring.yaml');
  writeFileSync(join(cwd, 'HubSpot contacts.csv'), exported);
  const written = await run(['map', 'HubSpot contacts.csv', '--write'], { cwd });
  expect(written).toMatchObject({ code: 0, stdout: '' });
  expect(written.stderr).toContain('written to agreements/northwind/mappings/hubspot_contacts.yaml');
  expect(await run(['check', '--max-warnings', '0'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const decided = await run(['decide', 'HubSpot contacts.csv', '--mapping', 'hubspot_contacts'], { cwd });
  expect(decided).toMatchObject({ code: 0 });
  expect(decided.stdout.trim().split('\n')).toHaveLength(4);
});

test('writes over nothing', async () => {
  const cwd = changedNorthwind('scoring.yaml');
  writeFileSync(join(cwd, 'crm.csv'), exported);
  const path = join(cwd, 'agreements/northwind/mappings/crm.yaml');
  const before = readFileSync(path, 'utf8');
  const { code, stderr } = await run(['map', 'crm.csv', '--write'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'error: agreements/northwind/mappings/crm.yaml is there already; nothing was written.\n  Say another --name.\n',
  });
  expect(readFileSync(path, 'utf8')).toBe(before);
});

describe('of the cells', () => {
  test('only words of columns with options are told, and none that few rows have', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `${at},${at < 30 ? 'Germany' : `Nobody ${at}`},nn${at}@example.org,Secret ${at}`,
    );
    const stdin = `Id,Country,Mail,Notes\n${rows.join('\n')}\n`;
    const { stdout } = await run(['map', '-'], { cwd: northwind, stdin });
    expect(stdout).toContain('Germany: de');
    expect(stdout).not.toMatch(/Nobody|example\.org|Secret/);
  });

  test('and of the names, what tries to be more than a name stays one', async () => {
    const names = [
      'Id',
      'a: b',
      '- x',
      '{ y }',
      "it's",
      '"quoted"',
      '# no',
      '*ref',
      '!!tag',
      'NO',
      '1',
      '? k',
      'a\u200bb',
      '',
      'twice',
      'twice',
      '${x}',
      '<script>',
    ];
    const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
    const cwd = changedNorthwind('scoring.yaml');
    writeFileSync(
      join(cwd, 'hostile.csv'),
      `${quoted.join(',')},Country\n${names.map(() => 'w').join(',')},"us: ""x"" # y"\n`,
    );
    const { code } = await run(['map', 'hostile.csv', '--write'], { cwd });
    expect(code).toBe(0);
    const { stderr } = await run(['check'], { cwd });
    expect(stderr).toBe('');
    const text = readFileSync(join(cwd, 'agreements/northwind/mappings/hostile.yaml'), 'utf8');
    for (const name of names.slice(1, 12)) expect(text).toContain(`- '${name.replaceAll("'", "''")}'`);
  });
});

test.each([
  ['', 'error: stdin is empty.\n  The first row of a table has the names of its columns.\n'],
  [
    'Record ID,Create Date\n,\n',
    'error: stdin has the names of columns, and no rows.\n  A mapping is proposed from what stands in some of them: export a few leads too.\n',
  ],
  ['\u200b\nx\n', 'error: stdin has no column that a mapping could name.\n'],
])('there is nothing to propose for %j', async (stdin, stderr) => {
  expect(await run(['map', '-'], { cwd: northwind, stdin })).toEqual({ code: 2, stdout: '', stderr });
});

test('names the columns that cannot be told apart', async () => {
  const { code, stderr } = await run(['map', '-'], { cwd: northwind, stdin: 'a,b,a\n1,2,3\n' });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^✓ 1 column of 3 read: /);
  expect(stderr).toContain('  not read, as several columns are called so: a. Give each its own name.\n');
});

const leads = join(import.meta.dirname, '../../../../../shared/data/x-education/Leads.csv');
const reason = existsSync(leads) ? '' : ' (skipped: the data set is not here)';

test.skipIf(reason !== '')(`reads X Education mostly as people do${reason}`, async () => {
  const cwd = join(import.meta.dirname, '../fixtures/x-education');
  const { stdout, code } = await run(['map', leads, '--today', '2026-01-05'], { cwd });
  const people = readFileSync(join(cwd, 'agreements/x_education/mappings/leads_csv.yaml'), 'utf8');
  const columns = readFileSync(leads, 'utf8').split('\n')[0]?.trim().split(',').filter(Boolean) ?? [];
  const same = columns.filter((column) => useOf(stdout, column) === useOf(people, column));
  expect({ code, columns: columns.length }).toEqual({ code: 0, columns: 37 });
  expect(columns.filter((column) => !same.includes(column))).toEqual([
    'Converted',
    'Tags',
    'Last Notable Activity',
  ]);
});

/** What a mapping does with a column: the field or section that names it. */
function useOf(text: string, column: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => new RegExp(`(: |- )${column}(,| #| \\}|$)`).test(line));
  const above = lines.slice(0, at + 1).toReversed();
  const line = lines[at] ?? '';
  const field = /^ {4}column:/.test(line) ? above.find((other) => /^ {2}\w/.test(other)) : line;
  const section = above.find((other) => /^\w/.test(other)) ?? '';
  return `${section.split(':')[0]} ${/^ {2}(\w+):/.exec(field ?? '')?.[1] ?? ''}`;
}
