import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { northwind } from './fixtures.ts';
import { flags, main, smarketing } from './spawn.ts';
import { temporaryFolder } from './test-io.ts';

/** Writes a table of leads without holding it in memory. */
async function writeLeads(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  file.write('ID,Created,Country,Staff,Mail,Owner,Demo,Visits,Notes\n');
  const countries = ['Germany', 'France', 'USA', 'Peru'];
  for (let id = 0; id < count; id++) {
    const country = id % 1000 === 0 ? countries[3] : countries[id % 3];
    const line = `${id},20.11.2026 09:${String(id % 60).padStart(2, '0')},${country},${1 + (id % 1500)},${id}@example.com,,,${id % 4},note\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

describe('the program', () => {
  test('runs, and tells its exit code', async () => {
    expect(await smarketing(['check'], { cwd: northwind })).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^✓ /),
    });
    expect(await smarketing(['chek'], { cwd: northwind })).toMatchObject({ code: 2, stdout: '' });
  });

  test('says in one line that the folder it is started in is gone', async () => {
    const gone = mkdtempSync(join(tmpdir(), 'smarketing-'));
    const script = 'rmdir "$PWD" && exec "$0" "$@"';
    const args = ['-c', script, process.execPath, ...flags, main, '--version'];
    const started = spawn('sh', args, { cwd: gone });
    const [stderr, [code]] = await Promise.all([
      text(started.stderr),
      once(started, 'close') as Promise<[number]>,
    ]);
    expect(stderr).toBe(
      'error: The folder that you are in is not there any more.\n  Go to another one: cd ..\n',
    );
    expect(code).toBe(2);
  });

  test('ends quietly when nobody reads on', async () => {
    const leads = join(temporaryFolder(), 'leads.csv');
    await writeLeads(leads, 20_000);
    const args = [...flags, main, 'decide', leads, '--mapping', 'crm', '--format', 'jsonl'];
    const started = spawn(process.execPath, args, { cwd: northwind });
    await once(started.stdout, 'data');
    started.stdout.destroy();
    const [stderr, [code]] = await Promise.all([
      text(started.stderr),
      once(started, 'close') as Promise<[number]>,
    ]);
    expect(stderr).not.toMatch(/EPIPE|bug/);
    expect(code).toBe(0);
  });

  test('decides 200,000 leads in 96 MB', { timeout: 60_000 }, async () => {
    const folder = temporaryFolder();
    const leads = join(folder, 'leads.csv');
    const out = join(folder, 'out.csv');
    await writeLeads(leads, 200_000);
    const args = [
      'decide',
      leads,
      '--mapping',
      'crm',
      '--out',
      out,
      '--refused',
      join(folder, 'refused.csv'),
    ];
    const { code, stdout, stderr } = await smarketing(args, {
      cwd: northwind,
      flags: ['--max-old-space-size=96'],
    });
    expect(stderr).toMatch(/^199,800 leads decided, 200 refused/m);
    expect(stderr).toContain('200  Country is a word that the mapping does not know');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(199_802);
  });
});
