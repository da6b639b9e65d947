import { expect, test } from 'vitest';
import { changedNorthwind, northwind } from '../fixtures.ts';
import { run } from '../test-io.ts';

const lead = { id: '7', created_at: '2026-12-24T08:00:00Z', country: 'de' };
const events = [{ event: 'entered_mql', at: '2026-12-24T15:30:00Z' }];
const stdin = `${JSON.stringify({ ...lead, events })}\n`;

test(
  'shows when promises are due, and the way there, with holidays by name',
  { timeout: 20_000 },
  async () => {
    const cwd = changedNorthwind('sla.yaml', ['[2026-12-25]', '[{ date: 2026-12-25, name: Christmas Day }]']);
    const asOf = ['--as-of', '2026-12-28 09:10'];
    const { code, stdout, stderr } = await run(['sla', '-', ...asOf], { cwd, stdin });
    expect(stderr).toBe('');
    expect(stdout).toBe(`7
  first_call: running, due Mon 28 Dec 2026 09:30 (Europe/Berlin); 40 min used, 20 min left
    Thu 24 Dec 16:30        started by entered_mql
    Thu 24 Dec 16:30–17:00  30 min
    Fri 25 Dec              closed: Christmas Day
    Sat 26 Dec              closed
    Sun 27 Dec              closed
    Mon 28 Dec 09:00–09:10  10 min
    Mon 28 Dec 09:10–09:30  20 min still to come
    Mon 28 Dec 09:30        due

`);
    expect(code).toBe(0);
  },
);

test('tells what is overdue, and what was not needed any more', { timeout: 20_000 }, async () => {
  const late = await run(['sla', '-', '--as-of', '2026-12-28 11:00:05'], { cwd: northwind, stdin });
  expect(late.stdout).toContain('broken, due Mon 28 Dec 2026 09:30');
  expect(late.stdout).toContain('    Mon 28 Dec 09:30–11:00:05  1 h 30 min 5 s overdue\n');
  const called = [...events, { event: 'first_contact', at: '2026-12-24T15:45:00Z' }];
  const met = await run(['sla', '-', '--as-of', '2026-12-29'], {
    cwd: northwind,
    stdin: JSON.stringify({ ...lead, events: called }),
  });
  expect(met.stdout).toContain('first_call: met, due Mon 28 Dec 2026 09:30 (Europe/Berlin); 15 min used');
  expect(met.stdout).toContain('Thu 24 Dec 16:45–17:00  15 min not needed any more\n');
});

test('writes a line a lead for programs, and refused rows to stderr', async () => {
  const args = ['sla', '-', '--format', 'jsonl', '--as-of', '2026-12-28 09:10'];
  const { code, stdout, stderr } = await run(args, { cwd: northwind, stdin: `${stdin}{"id":"8"}\n` });
  expect(code).toBe(1);
  expect(stderr).toContain('stdin line 2  created_at: is required');
  expect(stdout.split('\n')).toHaveLength(2);
  expect(JSON.parse(stdout)).toMatchObject({
    lead: '7',
    promises: [{ id: 'first_call', state: 'running', used_ms: 2_400_000, zone: 'Europe/Berlin' }],
  });
});

test('shows no control characters of a lead', async () => {
  const bad = `${JSON.stringify({ ...lead, id: '\u001b[2J7\n8' })}\n`;
  const { stdout } = await run(['sla', '-', '--as-of', '2026-12-28'], { cwd: northwind, stdin: bad });
  expect(stdout).toContain('\ufffd[2J7 8\n  first_call: not started: nothing has happened that starts it\n');
});
