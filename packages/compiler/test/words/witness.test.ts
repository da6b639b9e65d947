import { expect, test } from 'vitest';
import type { LeadInput } from '../../src/ir/types.ts';
import { openBook } from '../../src/words/book.ts';
import { plain } from '../../src/words/phrase.ts';
import { shortWitness, witnessWords } from '../../src/words/witness.ts';
import { day, hour, sample } from './sample.ts';

const book = openBook(sample);
const asOf = Date.UTC(2026, 10, 24, 9);
const ago = (ms: number): string => new Date(asOf - ms).toISOString();
const witness = (lead: Omit<LeadInput, 'id' | 'created_at'>, age = 3 * day) => ({
  lead: { id: '1', created_at: asOf - age, ...lead },
  as_of: asOf,
  says: '',
});

test.each<[string, Omit<LeadInput, 'id' | 'created_at'>]>([
  ['nothing is known of it; created 3 days before', {}],
  ['seniority: VP, employees: 120 people; created 3 days before', { seniority: 'vp', employees: 120 }],
  ['job title: “CEO”; created 3 days before', { job_title: 'CEO' }],
  ['job title: missing; created 3 days before', { job_title: null }],
  ['e-mail address: personal, not shown; created 3 days before', { email: 'ada@secret.example' }],
  [
    'nothing is known of it; in MQL for 2 hours; asked for a demo 5 minutes before',
    {
      events: [
        { event: 'demo_requested', at: ago(5 * 60_000) },
        { event: 'entered_mql', at: ago(2 * hour) },
      ],
    },
  ],
  [
    'nothing is known of it; in MQL for a moment; saw a page (path: /) 3 times, 2 days before; entered Lead 26 hours before',
    {
      events: [
        ...Array.from({ length: 3 }, () => ({
          event: 'page_viewed',
          at: ago(49 * hour),
          properties: { path: '/' },
        })),
        { event: 'entered_lead', at: ago(26 * hour) },
        { event: 'entered_mql', at: ago(1000) },
      ],
    },
  ],
])('%s', (said, lead) => {
  expect(plain(witnessWords(book, witness(lead)))).toBe(said);
});

test('of a lead of which much is known only the number of things is told', () => {
  const events = Array.from({ length: 5 }, () => ({ event: 'demo_requested', at: ago(hour) }));
  expect(shortWitness(book, witness({ seniority: 'vp' }))).toBe('Seniority: VP; created 3 days before');
  expect(shortWitness(book, witness({ seniority: 'vp', events }))).toBe(
    'A lead of which 6 things are known.',
  );
});
