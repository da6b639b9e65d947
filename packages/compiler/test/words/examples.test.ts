import { expect, test } from 'vitest';
import { openBook } from '../../src/words/book.ts';
import { expectedFacts, expectedIds, happenings, leadFacts, type Fact } from '../../src/words/examples.ts';
import { plain } from '../../src/words/phrase.ts';
import { markTerms, readTerms } from '../../src/words/terms.ts';
import { sample } from './sample.ts';

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
