import { join } from 'node:path';
import { compile, readAgreementFolder, type SourceFile } from '@smarketing/compiler';
import { type Agreement, type Decision, evaluate, readLead } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { anewIn, type Replay, replayWords, type Review, reviewVersions, startReplay } from '../src/index.ts';
import { replaySections } from '../src/render/replay.ts';
import { shareOf } from '../src/replay/share.ts';
import { edited } from './acme.ts';

const [files = []] = readAgreementFolder(join(import.meta.dirname, '../../../agreements/starter'));

function starter(sources: readonly SourceFile[]): Agreement {
  const [agreement] = compile(sources, { name: 'starter', today: '2026-11-22', proofs: false });
  if (!agreement) throw new Error('starter has errors');
  return agreement;
}

/** Firms of 200 people and more get no points for their size any more. */
const smaller = edited(files, [{ file: 'scoring.yaml', replace: [['below: 500', 'below: 200']] }]);
const review = reviewVersions(starter(files), starter(smaller));
const swapped: Review = reviewVersions(starter(smaller), starter(files));

const asOf = Date.UTC(2026, 10, 24, 12);
const day = 86_400_000;

/** A lead with enough points, if firms of its size get some; and what became of it. */
function lead(employees: number, became?: 'customer' | 'disqualified') {
  const seen = [2, 3, 4].map((days) => ({
    event: 'page_viewed',
    at: asOf - days * day,
    properties: { path: '/pricing' },
  }));
  const entered = became ? [{ event: `entered_${became}`, at: asOf - day }] : [];
  return {
    id: 'a secret id',
    created_at: asOf - 9 * day,
    email: 'secret@example.com',
    role: 'manager',
    employees,
    gave_consent: true,
    events: [{ event: 'form_sent', at: asOf - 8 * day }, ...seen, ...entered],
  };
}

/** Replays leads by the reference. */
function replayed(versions: Review, leads: readonly object[]): Replay {
  const replaying = startReplay(versions, asOf);
  const anew = anewIn(versions.before);
  const decide = (agreement: Agreement, input: unknown): Decision => {
    const reading = readLead(agreement, input);
    if (!('lead' in reading)) throw new Error(JSON.stringify(reading.problems));
    return evaluate(agreement, reading.lead, { asOf });
  };
  const both = (input: unknown) => [decide(versions.before, input), decide(versions.after, input)] as const;
  for (const input of leads) {
    const reading = readLead(versions.before, input);
    if (!('lead' in reading)) throw new Error(JSON.stringify(reading.problems));
    const { created_at, fields, events } = reading.lead;
    const [was, is] = both(input);
    replaying.add({ created_at, fields, events, lead: () => reading.lead, was, is, anew: both(anew(input)) });
  }
  return replaying.result();
}

const times = (count: number, made: object): readonly object[] => Array.from({ length: count }, () => made);
const many = [
  ...times(20, lead(100)),
  ...times(10, lead(100, 'customer')),
  ...times(10, lead(100, 'disqualified')),
  ...times(12, lead(300)),
  ...times(4, lead(300, 'customer')),
  ...times(3, lead(5)),
];

describe('a replay', () => {
  const told = replayed(review, many);

  test('counts the leads that are decided differently, each of which the proof tells', () => {
    expect(told).toMatchObject({
      leads: 59,
      changed: 12,
      outside: 'none',
      created: ['2026-11-15', '2026-11-15'],
    });
    const stages = told.moves.filter(({ aspect }) => aspect === 'stage');
    expect(stages).toEqual([
      { aspect: 'stage', from: 'Marketing-qualified lead (MQL)', to: 'Lead', leads: 12 },
    ]);
  });

  test('compares what became of leads that only one version hands over', () => {
    expect(told.handover).toMatchObject({
      stage: 'Marketing-qualified lead (MQL)',
      won: 'Customer',
      hasOutcomes: true,
      before: 56,
      after: 40,
      cohorts: [
        { who: 'both', leads: 40, won: { share: 0.25 }, lost: { share: 0.25 } },
        { who: 'added', leads: 0, won: null },
        { who: 'dropped', leads: 16, won: { share: 0.25 }, lost: { share: 0 } },
      ],
    });
    expect(replayed(swapped, many).handover?.cohorts[1]).toMatchObject({ who: 'added', leads: 16 });
  });

  test('tells of no lead: no field, and no count below five', () => {
    const few = replayed(review, [...times(7, lead(100)), ...times(3, lead(300, 'customer'))]);
    const text = JSON.stringify(few);
    expect(text).not.toMatch(/secret|example\.com/);
    expect(few.handover?.cohorts).toContainEqual({ who: 'dropped', leads: null, won: null, lost: null });
    const counts = JSON.stringify(few.segments.map(({ leads, changed, handed }) => [leads, changed, handed]));
    expect(counts.match(/\b[1-4]\b/)).toBeNull();
    expect(few.segments.map(({ by }) => by)).not.toContain('E-mail');
    const some = replayed(review, [...times(7, lead(100)), ...times(3, lead(300))]);
    expect([some.leads, some.changed, some.moves[0]?.leads]).toEqual([10, null, null]);
    expect(replayWords(some).says).toContain(': fewer than 5 of them are decided differently. Each');
    const none = { created: null, changed: null, outside: null, moves: [], segments: [], handover: null };
    const four = replayed(review, times(4, lead(300)));
    expect(four).toEqual({ as_of: four.as_of, leads: null, refused: 0, ...none });
    expect(replayWords(four).says).toMatch(/^Fewer than 5 leads, as of .* UTC: of so few nothing is told\.$/);
  });

  test('is loud where a lead is decided differently and the proof does not tell it', () => {
    const wrong = { ...review, differences: { ...review.differences, sets: [] } };
    const bug = replayed(wrong, many);
    expect(bug.outside).toBe('some');
    expect(replaySections(bug)[0]?.text).toMatch(/^\*\*This is a bug of smarketing&#58; some of these leads/);
    expect(replaySections(told)[0]?.text).toMatch(/ Each of them is among those that the proof tells/);
  });

  test('says that nothing is known of outcomes where no lead was won', () => {
    const open = replayed(review, [...times(9, lead(100)), ...times(9, lead(300))]);
    expect(replaySections(open)[0]?.text).toContain('None of them has come to Customer yet');
  });
});

test.each([
  [0, 10, 0, 0.213],
  [5, 10, 0.2693, 0.7307],
  [10, 10, 0.787, 1],
])('%i of %i lie within Wilson’s interval', (count, of, low, high) => {
  const { low: from, high: to } = shareOf(count, of);
  expect([from, to].map((value) => Number(value.toFixed(4)))).toEqual(
    [low, high].map((value) => expect.closeTo(value, 3)),
  );
});
