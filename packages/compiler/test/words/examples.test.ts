import { expect, test } from 'vitest';
import { openBook } from '../../src/words/book.ts';
import {
  expectedFacts,
  expectedIds,
  type Fact,
  fieldValue,
  happened,
  happenings,
  leadFacts,
} from '../../src/words/examples.ts';
import { plain } from '../../src/words/phrase.ts';
import { markTerms, readTerms } from '../../src/words/terms.ts';
import { hour, sample } from './sample.ts';

const book = openBook(sample);
const example = sample.examples[0]!;
const told = (facts: readonly Fact[]) =>
  Object.fromEntries(facts.map(({ name, says }) => [name, plain(says)]));

test('the lead of an example', () => {
  expect(told(leadFacts(book, example))).toEqual({
    Created: '20 November 2026, 09:00',
    Seniority: 'VP',
    Employees: '120 people',
    'Deal size': '€1,000.50',
    'E-mail address': 'personal, not shown',
    'Account owner': 'personal, not shown',
  });
});

test('what happened to it', () => {
  expect(happenings(book, example).map(({ at, earlier, says }) => [at, earlier, plain(says)])).toEqual([
    ['23 November 2026, 08:12', null, 'Saw a page (path: /pricing)'],
    ['24 November 2026, 08:00', '2 hours before', 'The lead got another owner (owner: personal, not shown)'],
    ['24 November 2026, 09:00', '1 hour before', 'Asked for a demo'],
  ]);
});

test('what must come out', () => {
  expect(told(expectedFacts(book, example.expect))).toEqual({
    Stage: 'MQL',
    Fit: '45 points',
    Grade: 'none',
    Persona: 'Head of operations',
    Owner: 'named (personal, not shown)',
    'Contact every new SQL within one working hour': 'running, due 24 November 2026, 10:30',
  });
  expect(expectedIds(example.expect)).toEqual([{ name: 'Because of', ids: ['known_owner', 'mql_by_demo'] }]);
});

const field = (id: string) => sample.fields.find((one) => one.id === id)!;

test.each([
  ['seniority', null, 'missing'],
  ['seniority', undefined, 'missing'],
  ['seniority', 'vp', 'VP'],
  ['seniority', 'of another version', 'of another version'],
  ['interests', ['analytics', 'billing'], 'Analytics, Billing'],
  ['interests', [], 'none'],
  ['gave_consent', true, 'yes'],
  ['gave_consent', false, 'no'],
  ['employees', 1200, '1,200 people'],
  ['nps', -8.5, '−8.5'],
  ['margin', 12.5, '12.5%'],
  ['contract_ends', '2027-01-31', '31 January 2027'],
  ['contract_ends', Date.UTC(2027, 0, 31), '31 January 2027'],
  ['trial_started', '2027-03-01T09:30:00Z', '1 March 2027, 10:30'],
  ['trial_started', Date.UTC(2027, 2, 1, 9, 30), '1 March 2027, 10:30'],
])('%s, given as %j, is %s', (id, value, said) => {
  expect(fieldValue(book, field(id), value)).toBe(said);
});

test.each([
  [{ event: 'entered_mql', at: 0 }, 'Entered MQL'],
  [{ event: 'page_viewed', at: 0 }, 'Saw a page'],
  [
    { event: 'page_viewed', at: 0, properties: { path: '/', seconds: 5 } },
    'Saw a page (path: /, seconds: 5)',
  ],
  [{ event: 'of another version', at: 0 }, 'of another version'],
])('%j happened: %s', (event, said) => {
  expect(plain(happened(book, event))).toBe(said);
});

test('how long before is said where it is a round number', () => {
  const ago = (ms: number) => ({ event: 'demo_requested', at: new Date(example.as_of - ms).toISOString() });
  const lead = { ...example.lead, events: [72, 30, 50, 1.5, 0].map((hours) => ago(hours * hour)) };
  expect(happenings(book, { ...example, lead }).map(({ earlier }) => earlier)).toEqual([
    '3 days before',
    null,
    '30 hours before',
    '90 minutes before',
    null,
  ]);
  const { events: _, ...quiet } = example.lead;
  expect(happenings(book, { ...example, lead: quiet })).toEqual([]);
});

test('every kind of outcome', () => {
  const expected = {
    scores: { fit: 1 },
    bands: { fit: 'A' },
    grade: 'A1',
    persona: null,
    queue: 'inbound',
    owner: null,
    promises: {
      first_contact: null,
      persistence: { state: 'met' },
      lead_quality: { due: Date.UTC(2026, 10, 24, 9, 30) },
    },
    reasons: ['one'],
    not_reasons: ['other'],
    notices: ['tell_owner'],
  } as const;
  expect(told(expectedFacts(book, expected))).toEqual({
    Fit: '1 point, A',
    Grade: 'A1',
    Persona: 'none',
    'Goes to': 'Inbound desk',
    Owner: 'nobody',
    'Contact every new SQL within one working hour': 'not started',
    'Try every MQL at least five times within two weeks': 'kept',
    'At least 35% of MQLs are accepted by sales': 'due 24 November 2026, 10:30',
  });
  expect(expectedIds(expected)).toEqual([
    { name: 'Because of', ids: ['one'] },
    { name: 'Not because of', ids: ['other'] },
    { name: 'Tells', ids: ['tell_owner'] },
  ]);
  expect([expectedFacts(book, {}), expectedIds({})]).toEqual([[], []]);
});

test('no personal value is ever said', () => {
  const all = JSON.stringify([
    leadFacts(book, example),
    happenings(book, example),
    expectedFacts(book, example.expect),
  ]);
  expect(all).not.toMatch(/secret/iu);
});

test('terms are marked once in a text, but not in their own meaning', () => {
  const terms = readTerms(sample);
  const marked = (text: string, except: string | null = null) =>
    markTerms(terms, text, except)
      .map((piece) =>
        typeof piece === 'string' ? piece : `[${piece.ref.kind} ${piece.ref.id}: ${piece.text}]`,
      )
      .join('');
  expect(marked('MQLs and an MQL: speed-to-lead.')).toBe(
    '[stage mql: MQLs] and an MQL: [term speed_to_lead: speed-to-lead].',
  );
  expect(marked('A lead, a customer, an SQLite file')).toBe('A lead, a customer, an SQLite file');
  expect(marked('An MQL that sales has accepted.', 'mql')).toBe('An MQL that sales has accepted.');
  expect(marked('')).toBe('');
  const withLead = readTerms({ ...sample, terms: [{ ...sample.terms[0]!, id: 'lead', title: 'Lead' }] });
  expect(markTerms(withLead, 'Leads a team', null)).toEqual(['Leads a team']);
  expect(markTerms(withLead, 'Two leads', null)).toHaveLength(2);
  expect(markTerms(readTerms({ ...sample, terms: [], stages: [] }), 'An MQL', null)).toEqual(['An MQL']);
});
