import type { Property } from '@smarketing/compiler';
import { openBook, plain, ruleLimits, shortWitness, witnessWords } from '@smarketing/compiler/words';
import { expect, test } from 'vitest';
import { day, hour, sample } from '../../../../packages/compiler/test/words/sample.ts';
import { byTopic, topicOf } from '../../src/lib/proofs.ts';
import { amountOf, inFull, provedBounds, statement } from '../../src/lib/words/proofs.ts';

const book = openBook(sample);
const [fit] = sample.scores;

const property = (topic: Property['topic'], says: string, more: Partial<Property> = {}): Property => ({
  topic,
  says,
  about: 'fit',
  span: { file: 'fit.yaml', line: 2, col: 1, end_line: 2, end_col: 2 },
  verdict: 'proved',
  witness: null,
  reason: null,
  finding: null,
  ...more,
});

test.each<[bigint, unknown]>([
  [1n, { kind: 'exact', says: '1' }],
  [999_999n, { kind: 'exact', says: '999,999' }],
  [1_000_000n, { kind: 'about', digits: '1', power: 6 }],
  [1_449_999n, { kind: 'about', digits: '1.4', power: 6 }],
  [1_450_000n, { kind: 'about', digits: '1.5', power: 6 }],
  [9_960_000n, { kind: 'about', digits: '1', power: 7 }],
  [14n * 10n ** 60n, { kind: 'about', digits: '1.4', power: 61 }],
])('%s as an amount', (n, expected) => {
  expect(amountOf(n)).toEqual(expected);
});

test('a large number in full', () => {
  expect(inFull(12_345_678_901_234_567_890n)).toBe('12,345,678,901,234,567,890');
});

test('the bounds of a score are those that are proved', () => {
  const bounds = property('scores', 'fit lies between -5 and 70.');
  expect(provedBounds([property('scores', 'The cap of fit is reached.'), bounds], fit!)).toBe(
    'between −5 and 70',
  );
  expect(provedBounds([{ ...bounds, verdict: 'unknown' }], fit!)).toBeNull();
  expect(provedBounds([{ ...bounds, about: 'other' }], fit!)).toBeNull();
});

test('properties stand by topic, and open ones do not count as proved', () => {
  const properties = [
    property('scores', 'One.'),
    property('leaks', 'Two.', { verdict: 'refuted' }),
    property('leaks', 'Three.'),
  ];
  expect(byTopic(properties).map(({ topic, proved }) => [topic, proved])).toEqual([
    ['leaks', 1],
    ['scores', 1],
  ]);
  expect(topicOf(properties, 'order')).toEqual({ topic: 'order', properties: [], proved: 0 });
});

test('names in a statement are marked, values of personal fields are not shown', () => {
  const says = 'In the condition of seen_prices, `email: ends_with @secret.example` is needed.';
  const fragments = statement(book, property('dead', says));
  expect(fragments.filter(({ code }) => code).map(({ text }) => text)).toEqual(['seen_prices', 'email: …']);
  expect(statement(book, property('scores', 'risk lies on both sides of -29.'))[0]?.text).toBe(
    'risk lies on both sides of −29.',
  );
});

const codes = (about: string, says: string) =>
  statement(book, property('dead', says, { about })).flatMap(({ code, text, href }) =>
    code ? [[text, href]] : [],
  );

test('what a statement is about is marked only where it is a name', () => {
  const [rule] = fit!.rules;
  expect(codes(rule!.id, `${rule!.id} decides about some lead.`)).toEqual([
    [rule!.id, expect.stringContaining(`#rule-${rule!.id}`)],
  ]);
  expect(codes('lead', 'Every lead that rests in Lead has a way on.')).toEqual([]);
});

const asOf = Date.UTC(2026, 10, 20);
const witness = {
  as_of: asOf,
  says: '',
  lead: {
    id: 'one',
    created_at: asOf - 9 * day,
    country: 'us',
    email: 'ada@secret.example',
    events: [
      { event: 'demo_requested', at: asOf - hour },
      { event: 'demo_requested', at: asOf - hour },
      { event: 'entered_mql', at: asOf - 3 * day },
    ],
  },
};

test('a lead in words', () => {
  expect(plain(witnessWords(book, witness))).toBe(
    'country: United States, e-mail address: personal, not shown; in MQL for 3 days; asked for a demo twice, 1 hour before',
  );
  expect(plain(witnessWords(book, { ...witness, lead: { id: 'two', created_at: asOf - day } }))).toBe(
    'nothing is known of it; created 1 day before',
  );
});

test('beside a proved statement only a short lead is told in full', () => {
  expect(shortWitness(book, witness)).toMatch(/^Country: United States, .* 1 hour before$/u);
  const events = Array.from({ length: 20 }, () => ({ event: 'demo_requested', at: asOf - hour }));
  expect(shortWitness(book, { ...witness, lead: { ...witness.lead, events } })).toBe(
    'A lead of which 22 things are known.',
  );
});

test('a rule says which others pay for the same event', () => {
  const rule = fit!.rules.find(({ kind }) => kind === 'event_rule');
  if (rule?.kind !== 'event_rule') throw new Error('The sample has no rule of events.');
  const limits = ruleLimits(book, { ...rule, stacks_with: ['pricing', 'reading'] }, 0);
  expect(limits).toContain('counts beside pricing and reading, for the same event, on purpose');
  expect(ruleLimits(book, rule, 0).join()).not.toContain('on purpose');
});
