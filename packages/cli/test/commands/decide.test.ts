import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { northwind } from '../fixtures.ts';
import { type Ran, run, type Setting, temporaryFolder } from '../test-io.ts';

const header = 'ID,Created,Country,Staff,Mail,Owner,Demo,Visits,Notes\n';

/** Decides rows of the CRM's export, on 24 November 2026 at 10:00 in Berlin. */
async function decide(rows: string, args: readonly string[] = [], setting: Setting = {}): Promise<Ran> {
  const stdin = `${header}${rows}`;
  return await run(['decide', '-', '--mapping', 'crm', ...args], { cwd: northwind, stdin, ...setting });
}

describe('a table', () => {
  test('becomes a table of decisions', async () => {
    const { code, stdout, stderr } = await decide(
      '1,20.11.2026 09:00,Germany,120,,,,3,\n2,20.11.2026,USA,"1,200",,=HYPERLINK("x"),21.11.2026 10:00,,\n3,20.11.2026,USA,,,,,,\n',
    );
    expect(stdout).toBe(
      `id,stage,stage_since,fit,fit_band,grade,persona,route,queue,owner,first_call,first_call_due
1,mql,2026-11-24T10:00:00+01:00,60,A,,,routing_otherwise,inbound,,running,2026-11-24T11:00:00+01:00
2,mql,2026-11-24T10:00:00+01:00,0,B,,,known_owner,,"'=HYPERLINK(""x"")",running,2026-11-24T11:00:00+01:00
3,lead,2026-11-20T00:00:00+01:00,0,B,,,,,,,
`,
    );
    expect(stderr).toBe(
      `3 leads decided, 0 refused (northwind, as of 2026-11-24T10:00:00+01:00)
  lead  1   33.3%
  mql   2   66.7%
3,000 rows a second, at most 64 MB of memory
`,
    );
    expect(code).toBe(0);
  });

  test('with --explain has the reasons of each', async () => {
    const { stdout } = await decide('1,20.11.2026 09:00,Germany,120,,,,3,\n3,20.11.2026,USA,,,,,,\n', [
      '--explain',
    ]);
    const [head, first, second] = stdout.split('\n');
    expect(head).toMatch(/,first_call_due,reasons,next$/);
    expect(first).toMatch(/,mid_size home_market reader mql_by_fit routing_otherwise,/);
    expect(second).toMatch(/^3,lead,.*,,Mql: 40 more points of Fit: Asked for a demo$/);
  });

  test('with --as-of is decided as of then', async () => {
    const { stdout, stderr } = await decide('1,20.11.2026 09:00,Germany,120,,,,,\n', [
      '--as-of',
      '2026-11-21 10:00',
    ]);
    expect(stdout).toContain('1,mql,2026-11-21T10:00:00+01:00');
    expect(stderr).toContain('as of 2026-11-21T10:00:00+01:00');
    expect(await decide('', ['--as-of', 'soon'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('error: --as-of soon is not a moment.\n  Write one as'),
    });
  });

  test('has its refused rows on stderr, with every reason, and no personal word', async () => {
    const { code, stdout, stderr } = await decide(
      `1,2026-31-12,Atlantis,many,${'x'.repeat(30)}@example.com,,,,\n2,20.11.2026,USA\n3,20.11.2026,USA,,,,,,\n`,
    );
    expect(code).toBe(1);
    expect(stdout.split('\n')).toHaveLength(3);
    expect(stderr).toMatch(
      /^stdin row 2 {2}Created: "2026-31-12" is not a moment; accepted is a moment such as 31\.12\.2026/,
    );
    expect(stderr).toContain(
      'stdin row 2  Country: "Atlantis" is a word that the mapping does not know; accepted is ',
    );
    expect(stderr).toContain(
      'stdin row 2  Staff: "many" is not a number; accepted is a whole number from 1 to 5000000\n',
    );
    expect(stderr).toContain('stdin row 2  Mail: what stands there is longer than 40 characters');
    expect(stderr).not.toContain('example.com');
    expect(stderr).toContain('stdin row 3  too few cells: 3 where the header has 9');
    expect(stderr).toContain('1 lead decided, 2 refused');
  });

  test('shows ten refused rows, and counts all by reason', async () => {
    const rows = Array.from(
      { length: 25 },
      (_, index) => `${index},20.11.2026,${index < 20 ? 'Atlantis' : ''},,,,,,\n`,
    );
    const { stderr } = await decide(rows.join(''));
    expect(stderr.match(/^stdin row /gm)).toHaveLength(10);
    expect(stderr).toContain(
      'and 15 more; all of them by reason:\n  20  Country is a word that the mapping does not know\n   5  Country is missing\n',
    );
  });

  test('gets an engine that also refuses', async () => {
    const { code, stderr } = await decide(`${'x'.repeat(201)},20.11.2026,USA,,,,,,\n`);
    expect(code).toBe(1);
    expect(stderr).toContain('stdin row 2  id: must have at most 200 characters');
  });
});

describe('files', () => {
  test('of decisions and of refused rows are written whole', async () => {
    const folder = temporaryFolder();
    const leads = join(folder, 'leads.csv');
    writeFileSync(leads, `${header}1,20.11.2026,USA,,,,,,\n2,20.11.2026,Peru,many,,,,,\n`);
    const args = ['--out', join(folder, 'out.csv'), '--refused', join(folder, 'refused.csv')];
    const { code, stdout, stderr } = await run(['decide', leads, '--mapping', 'crm', ...args], {
      cwd: northwind,
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\n')[1]).toMatch(/^1,lead,/);
    expect(readFileSync(join(folder, 'refused.csv'), 'utf8')).toMatch(
      /^row,column,reason\n3,Country,"""Peru"" is a word .*\n3,Staff,"?""?many/,
    );
    expect(stderr).toContain('1 refused row; all of them by reason:');
    expect(readdirSync(folder).toSorted()).toEqual(['leads.csv', 'out.csv', 'refused.csv']);
  });

  test('are not left behind when the input breaks off', async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await decide('1,20.11.2026,USA,,,,,,\n2,"20', [
      '--out',
      join(folder, 'out.csv'),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('error: stdin cannot be read any further than row 2.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('are written over no other that is read or written, and over no folder', async () => {
    const folder = temporaryFolder();
    const [leads, link] = ['leads.csv', 'link.csv'].map((name) => join(folder, name)) as [string, string];
    writeFileSync(leads, header);
    symlinkSync(leads, link);
    const refused = async (...args: readonly string[]): Promise<string> => {
      const { code, stderr } = await run(['decide', ...args], { cwd: northwind });
      expect(code).toBe(2);
      return stderr.replaceAll(`${folder}/`, '');
    };
    expect(await refused(leads, '--out', leads)).toBe(
      'error: The file of leads and --out are the same file, leads.csv.\n  Name another --out.\n',
    );
    expect(await refused(link, '--refused', leads)).toMatch('The file of leads and --refused are the same');
    const [one, same] = [join(folder, 'new/out.csv'), `${folder}/new/../new/out.csv`];
    expect(await refused(leads, '--out', one, '--refused', same)).toMatch('--out and --refused are the same');
    expect(await refused(leads, '--out', northwind)).toMatch(/is a folder\.\n {2}--out is a file\.\n$/);
    expect(readFileSync(leads, 'utf8')).toBe(header);
    expect(readdirSync(folder)).toEqual(['leads.csv', 'link.csv']);
  });

  test('have to be there, and in UTF-8', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'latin.csv'), Buffer.from(`${header}1,20.11.2026,Österreich\n`, 'latin1'));
    const at = async (name: string): Promise<Ran> =>
      await run(['decide', join(folder, name), '--mapping', 'crm'], { cwd: northwind });
    expect(await at('nope.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: There is no file .*nope\.csv\.\n$/),
    });
    expect(await at('.')).toMatchObject({ code: 2, stderr: expect.stringContaining('is a folder') });
    expect(await at('latin.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not in UTF-8'),
    });
    writeFileSync(join(folder, 'empty.csv'), '');
    expect(await at('empty.csv')).toMatchObject({ code: 2, stderr: expect.stringContaining('is empty') });
  });
});

describe('columns', () => {
  test('that the mapping reads have to be there', async () => {
    const stdin = 'ID,Created,Land,Staff,Mail,Owner,Demo,Visits\n1,20.11.2026,de,,,,,\n';
    const { code, stdout, stderr } = await decide('', [], { stdin });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('The mapping crm reads a column `Country`, and there is none in this table.');
    expect(stderr).toMatch(
      /^stdin {2}error {2}\(agreement northwind, agreements\/northwind\/mappings\/crm\.yaml:\d+:\d+\)/,
    );
  });

  test('are each told where the mapping names them', async () => {
    const mapping = readFileSync(join(northwind, 'agreements/northwind/mappings/crm.yaml'), 'utf8');
    const line = mapping.split('\n').indexOf('id: ID') + 1;
    expect(line).toBeGreaterThan(1);
    const { stderr } = await decide('', [], { stdin: header.replace('ID', 'Number') });
    expect(stderr).toContain(`(agreement northwind, agreements/northwind/mappings/crm.yaml:${line}:5)\n`);
  });

  test('of another table are told once, with the command that proposes a mapping', async () => {
    const stdin = 'Record ID,First Name,\u001b[31mEmail\n1,Ann,ann@example.org\n';
    const { code, stdout, stderr } = await decide('', [], { stdin });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(`stdin  error  (agreement northwind, agreements/northwind/mappings/crm.yaml:1:1)
  The mapping crm was written for another table: this one has none of the 8 columns that it reads.
  Its columns are: Record ID, First Name, \ufffd[31mEmail.
  Write a mapping for it: smarketing map - --agreement northwind --write

`);
  });

  test('that nobody mapped are a warning', async () => {
    const stdin = `${header.trim()},Fax\n1,20.11.2026,USA,,,,,,,\n`;
    const { code, stderr } = await decide('', [], { stdin });
    expect(code).toBe(0);
    expect(stderr).toContain('The column `Fax` of this table is neither mapped nor ignored.');
  });
});

const lines = (...leads: unknown[]): string => leads.map((lead) => `${JSON.stringify(lead)}\n`).join('');

describe('JSON lines', () => {
  const lead = { id: '1', created_at: '2026-11-20T09:00:00Z', country: 'de', employees: 120 };

  test('need no mapping, and become whole decisions', async () => {
    const stdin = lines(lead, { ...lead, id: '2', employees: 0, countri: 'de' }, 7);
    const { code, stdout, stderr } = await run(['decide', '-', '--format', 'jsonl'], {
      cwd: northwind,
      stdin,
    });
    expect(code).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual([expect.objectContaining({ lead: '1', stage: 'mql', scores: { fit: 45 } })]);
    expect(stdout).not.toMatch(/ledger|reasons/);
    expect(stderr).toContain('stdin line 2  employees: must be at least 1\n');
    expect(stderr).toContain('stdin line 2  countri: is not in the agreement\n');
    expect(stderr).toContain('stdin line 3  is not an object');
  });

  test('with --explain have the ledger and the reasons of each', async () => {
    const args = ['decide', '-', '--format', 'jsonl', '--explain'];
    const { stdout } = await run(args, { cwd: northwind, stdin: lines(lead) });
    expect(JSON.parse(stdout)).toMatchObject({
      stage: 'mql',
      ledger: { fit: [{ id: 'mid_size', points: 25 }, { id: 'home_market' }] },
      reasons: ['mid_size', 'home_market', 'mql_by_fit', 'routing_otherwise'],
    });
  });

  test('take no mapping', async () => {
    const leads = join(temporaryFolder(), 'leads.jsonl');
    writeFileSync(leads, lines(lead));
    expect(await run(['decide', leads, '--mapping', 'crm'], { cwd: northwind })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('They need no --mapping'),
    });
  });

  test('come out by the ending of the file', async () => {
    const folder = temporaryFolder();
    const out = join(folder, 'decisions.jsonl');
    await run(['decide', '-', '--out', out], { cwd: northwind, stdin: lines(lead) });
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ lead: '1', stage: 'mql' });
  });
});

describe('a choice that has to be made', () => {
  test('between mappings', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'leads.csv'), header);
    const args = ['decide', join(folder, 'leads.csv')];
    expect(await run(args, { cwd: northwind })).toMatchObject({
      code: 2,
      stderr: 'error: Which mapping reads this table?\n  Say one of them: --mapping crm, --mapping short.\n',
    });
    expect(await run([...args, '--mapping', 'crn'], { cwd: northwind })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('The agreement northwind has no mapping crn.'),
    });
  });
});

const clock = (): (() => number) => {
  let now = Date.UTC(2026, 10, 24, 9);
  return () => (now += 30);
};

function shown(text: string): string {
  return text.replaceAll('\r\u001b[K', '<clear>').replaceAll('\u001b[1m', '<bold>');
}

describe('the progress bar', () => {
  const rows = Array.from(
    { length: 50 },
    (_, index) => `${index},20.11.2026,${index === 30 ? 'Peru' : 'USA'},,,,,,\n`,
  ).join('');

  test('is for terminals, goes away, and leaves stdout alone', async () => {
    const { stdout, stderr } = await decide(rows, [], { isTTY: true, now: clock() });
    expect(shown(stderr)).toMatch(/<clear>\d+ leads/);
    expect(shown(stderr)).toContain('<clear><bold>stdin row 32');
    expect(shown(stderr)).toContain('<clear><bold>49 leads decided');
    expect(stdout).not.toContain('\r');
  });

  test('is not for pipes, CI and dumb terminals', async () => {
    for (const setting of [
      {},
      { isTTY: true, env: { CI: 'true' } },
      { isTTY: true, env: { TERM: 'dumb' } },
    ]) {
      expect((await decide(rows, [], { ...setting, now: clock() })).stderr).not.toContain('\r');
    }
  });

  test('knows how far a file is', async () => {
    const leads = join(temporaryFolder(), 'leads.csv');
    writeFileSync(leads, header + rows);
    const args = ['decide', leads, '--mapping', 'crm'];
    const { stderr } = await run(args, { cwd: northwind, isTTY: true, env: { NO_COLOR: '1' }, now: clock() });
    expect(shown(stderr)).toMatch(/<clear>━{24} 100% {2}\d+ leads/);
  });
});
