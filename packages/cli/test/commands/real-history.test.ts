import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inForceOf, loadHistory } from '../../src/load/history.ts';
import { replayed } from '../repository.ts';
import { run, testIo } from '../test-io.ts';

const env = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', PATH: process.env['PATH'] ?? '' };

const posthog = (): string =>
  replayed(
    join(import.meta.dirname, '../fixtures/posthog'),
    'Write down how leads are scored and routed',
    '2026-03-02T12:00:00Z',
  ).cwd;

/** What each commit did, the oldest first: its day, its message, the verdict and the kinds of its changes. */
const steps = [
  ['2026-03-02', 'Write down how leads are scored and routed', 'The agreement is new.'],
  ['2026-03-05', 'Explain the order of the territories', 'Nothing changes: both versions say the same.'],
  [
    '2026-03-12',
    'Take smaller companies at their first sign-up if they use the product',
    '1 notable change: harder for both teams.',
    'rule-changed',
  ],
  [
    '2026-03-20',
    'Give customers who roll off the startup plan to new business',
    '2 notable changes: harder for both teams.',
    'rule-removed',
    'rule-added',
  ],
  [
    '2026-03-27',
    'Ask those who roll off within 100 days, too',
    '1 notable change: harder for sales.',
    'rule-added',
  ],
  [
    '2026-04-02',
    'Add the named lists of account executives',
    '1 notable change: harder for sales.',
    'rule-added',
  ],
  [
    '2026-04-10',
    'Leave e-mails and Trust Center requests to experiments',
    '2 notable changes: harder for marketing.',
    'rule-removed',
    'rule-removed',
  ],
  [
    '2026-04-17',
    'Fix typo',
    '1 breaking change: harder for marketing.',
    'promise-loosened',
    'promise-reworded',
  ],
  [
    '2026-04-24',
    'Contact new leads within a day again',
    '1 breaking change: harder for sales.',
    'promise-tightened',
  ],
  [
    '2026-05-08',
    'Make leads of unmanaged customers who raise a ticket, from June on',
    '2 notable changes: harder for sales.',
    'rule-added',
    'agreement-changed',
  ],
  [
    '2026-06-15',
    'Hand unmanaged customers who raise a ticket to customer success',
    '1 notable change: harder for sales.',
    'route-added',
  ],
  [
    '2026-06-26',
    'Make a lead of everybody who writes to sales',
    '1 notable change: harder for sales.',
    'rule-added',
  ],
  [
    '2026-07-03',
    'Give the edge of two bands to the upper one',
    '4 notable changes: harder for marketing.',
    'rule-narrowed',
    'rule-narrowed',
    'rule-narrowed',
    'rule-narrowed',
  ],
  [
    '2026-07-10',
    'Say with whom sales is in touch',
    '1 notable change: harder for both teams.',
    'stage-redefined',
  ],
] as const;

describe('the history of a real agreement', () => {
  test('is told in words, and a change that a message hides is seen', async () => {
    const cwd = posthog();
    const { code, stdout } = await run(['log', '--format', 'json'], { cwd, env });
    expect(code).toBe(0);
    const { log } = JSON.parse(stdout) as {
      log: { day: string; subject: string; verdict: string; changes: { kind: string; says: string }[] }[];
    };
    expect(
      log
        .toReversed()
        .map(({ day, subject, verdict, changes }) => [
          day,
          subject,
          verdict,
          ...changes.map(({ kind }) => kind),
        ]),
    ).toEqual(steps);
    const typo = log.find(({ subject }) => subject === 'Fix typo');
    expect(typo?.changes[0]?.says).toBe(
      'The promise “first_contact” of sales is due within 2 days; before: 1 day.',
    );
  });

  test('has an answer for every day', () => {
    const { entries } = loadHistory('posthog', testIo({ cwd: posthog(), env }));
    const later = { committed: '2026-05-08', from: '2026-06-01' };
    for (let day = '2026-02-20'; day <= '2026-07-20'; day = dayAfter(day)) {
      const known = steps.filter(
        ([committed]) => committed <= day && (committed < later.committed || later.from <= day),
      );
      const found = inForceOf(entries, day);
      expect([day, found && 'subject' in found.known ? found.known.subject : undefined]).toEqual([
        day,
        known.at(-1)?.[1],
      ]);
    }
  });

  test('decides a lead by the day', async () => {
    const cwd = posthog();
    const lead = {
      id: '1',
      created_at: '2026-03-01T09:00:00Z',
      employees: 600,
      product_events: 10,
      invites: 2,
    };
    const stdin = `${JSON.stringify({ ...lead, events: [{ event: 'signed_up', at: '2026-03-01T09:00:00Z' }] })}\n`;
    const stageOn = async (day: string) => {
      const { stdout } = await run(['decide', '-', '--format', 'jsonl', '--at', day], { cwd, env, stdin });
      return (JSON.parse(stdout) as { stage: string }).stage;
    };
    expect([await stageOn('2026-03-11'), await stageOn('2026-03-12')]).toEqual(['customer_or_user', 'new']);
  });
});

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
