import { expect, test } from 'vitest';
import { readLead, slaStatus } from '../../src/ir/index.ts';
import type { Agreement, EventInput, SlaStatus } from '../../src/ir/index.ts';
import { offices } from '../emit/offices.ts';
import { lead, minute } from './agreements.ts';

const at = (text: string): number => Date.parse(text);

function contact(asOf: string, ...events: [event: string, at: string][]): SlaStatus | undefined {
  const inputs: EventInput[] = events.map(([event, moment]) => ({ event, at: at(moment) }));
  return status(offices, inputs, at(asOf)).find(({ id }) => id === 'contact_europe_berlin');
}

function status(agreement: Agreement, events: readonly EventInput[], asOf: number): readonly SlaStatus[] {
  const reading = readLead(agreement, lead({ events }));
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return slaStatus(agreement, reading.lead, { asOf });
}

/** In Berlin the clock is put forward on Sunday, 29 March; the days around it have hours of their own. */
const asked: [string, string] = ['asked', '2026-03-27T15:00+01:00'];

test('leads over the weekend, a holiday and special days to the deadline', () => {
  expect(contact('2026-03-31T10:00+02:00', asked)).toEqual({
    id: 'contact_europe_berlin',
    state: 'running',
    reason: null,
    calendar: 'europe_berlin',
    zone: 'Europe/Berlin',
    started_at: at('2026-03-27T15:00+01:00'),
    due_at: at('2026-04-02T17:00+02:00'),
    stopped_at: null,
    used_ms: 240 * minute,
    left_ms: 480 * minute,
    steps: [
      { kind: 'started', at: at('2026-03-27T15:00+01:00'), event: 'asked' },
      open('2026-03-27', '15:00+01:00', '16:00+01:00', true),
      open('2026-03-28', '10:00+01:00', '12:00+01:00', true, 'Open Saturday'),
      { kind: 'closed', day: '2026-03-29' },
      { kind: 'holiday', day: '2026-03-30', name: 'First day' },
      open('2026-03-31', '09:00+02:00', '10:00+02:00', true, 'Short day'),
      open('2026-03-31', '10:00+02:00', '11:00+02:00', false, 'Short day'),
      { kind: 'holiday', day: '2026-04-01', name: 'No day' },
      open('2026-04-02', '09:00+02:00', '12:30+02:00', false),
      open('2026-04-02', '13:30+02:00', '17:00+02:00', false),
      { kind: 'reminder', at: at('2026-04-02T16:30+02:00') },
      { kind: 'due', at: at('2026-04-02T17:00+02:00') },
      { kind: 'escalation', at: at('2026-04-02T17:00+02:00'), to: 'boss' },
      { kind: 'escalation', at: at('2026-04-04T01:00+02:00'), to: 'heads' },
    ],
  });
});

function open(day: string, from: string, until: string, counted: boolean, name: string | null = null) {
  const [start, end] = [at(`${day}T${from}`), at(`${day}T${until}`)];
  return { kind: 'open', from: start, until: end, work_ms: end - start, counted, day, name };
}

test('tells of pauses, of a restart, and of nothing before it but its events', () => {
  const told = contact(
    '2026-04-10T12:00+02:00',
    asked,
    ['handed', '2026-04-07T09:00+02:00'],
    ['waits', '2026-04-07T10:00+02:00'],
    ['answers', '2026-04-08T10:00+02:00'],
    ['called', '2026-04-08T11:00+02:00'],
  );
  expect(told).toMatchObject({ state: 'met', used_ms: 120 * minute, left_ms: 600 * minute });
  expect(told?.steps.map(({ kind }) => kind).join(' ')).toBe(
    'started restarted open paused resumed open stopped open open open open due',
  );
});

test('says why a clock did not start', () => {
  expect(contact('2026-04-10T12:00+02:00')).toMatchObject({ state: 'not_started', reason: 'not_begun' });
  const parts = { promises: offices.promises.map((promise) => ({ ...promise, in_force: never })) };
  const [first] = status({ ...offices, ...parts }, [], 0);
  expect(first).toMatchObject({ state: 'not_started', reason: 'not_in_force', steps: [] });
});

const never = { from: 1, until: 1 };
