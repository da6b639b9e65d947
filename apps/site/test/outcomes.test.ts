import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import { openBook } from '@smarketing/compiler/words';
import { modelOf } from '@smarketing/simulator';
import { describe, expect, test } from 'vitest';
import { assumedNumbers, whatIs } from '../src/lib/outcomes/assumptions.ts';
import { gapWords } from '../src/lib/outcomes/gaps.ts';
import { assumedSpreads } from '../src/lib/outcomes/spreads.ts';
import { summaryOf } from '../src/lib/outcomes/verdict.ts';
import { waysOut } from '../src/lib/outcomes/ways-out.ts';
import { weekDays } from '../src/lib/outcomes/weeks.ts';

const generated = join(import.meta.dirname, '../../../packages/engine-acme/generated/agreement.json');
const acme = openBook(JSON.parse(readFileSync(generated, 'utf8')) as Agreement);
const numbers = assumedNumbers(acme, modelOf(acme.agreement).parameters);

describe('what the outcomes rest on', () => {
  test('every number is said in words, with its unit, range and source', () => {
    expect(numbers.filter(({ id, what }) => what === id)).toEqual([]);
    expect(numbers.find(({ id }) => id === 'from_partners.leads')).toEqual({
      id: 'from_partners.leads',
      what: 'Leads every month (A partner registered this company; A partner)',
      value: '150',
      range: '110 to 200',
      source: 'CRM export, Q3 2026',
      as_of: '2026-09-30',
    });
    const values = Object.fromEntries(numbers.map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({
      'accepting.rate': '70%',
      'accepting.takes': '90 minutes',
      'deals.deal_size': '€24,000',
      'inbound_hands.people': '3 people',
      'reading.times': '4.2 times',
    });
    expect(whatIs(acme, 'inbound_hands.per_person')).toBe(
      'Leads that each of Inbound desk can work every day',
    );
    expect(
      ['calls.times', 'calls.every', 'receipts.takes', 'answers.share', 'new_owners.takes'].map((id) =>
        whatIs(acme, id),
      ),
    ).toEqual([
      'Sales called (after SAL): how often',
      'Sales called (after SAL): from one time to the next',
      'Marketing confirmed the request (after: asked for a demo, asked for an offer): how soon',
      'The lead answered (after: sales waits for an answer of the lead): for how many',
      'How long leads lie before they change hands',
    ]);
  });

  test('what is spread adds up, and nothing personal is told', () => {
    const spreads = assumedSpreads(acme);
    const level = spreads.find(({ what }) => what === 'Level');
    const sum = Array.from(level?.says.matchAll(/([\d.]+)%/gu) ?? [], ([, share]) => Number(share));
    expect(sum.reduce((a, b) => a + b, 0)).toBe(100);
    expect(spreads.some(({ says }) => says.includes('within 30 minutes 100%'))).toBe(true);
  });

  test('what is left out is said as the agreement says it', () => {
    const why = 'no assumption says how often sales tries';
    expect(gapWords(acme, { what: 'promise persistence', why })).toEqual({
      says: acme.promises.get('persistence')?.says,
      ref: { kind: 'promise', id: 'persistence' },
      why,
    });
    expect(gapWords(acme, { what: 'something else', why }).says).toBe('something else');
  });
});

const promise = (probability: number | null) => ({ probability }) as never;
const goal = (probability: number) => ({ id: 'goal', target: 1, probability });

const summary = (promises: readonly (number | null)[], goals: readonly number[]) =>
  summaryOf({ promises: promises.map(promise), goals: goals.map(goal) } as never);

describe('the verdict', () => {
  test('is as good as the worst of what was promised', () => {
    expect(summary([1, 0.7, null], [0.8])).toEqual({
      headline: 'It can work: the promises can be kept, and the goals are within reach.',
      promises: 'Of 2 promises that can be simulated 1 is safe, 1 is at risk.',
      goals: 'The goal is more likely met than missed.',
    });
    expect(summary([1, 0.2], [0.9]).headline).toMatch(/^It cannot work as it stands/u);
    expect(summary([1], [0.9, 0.3]).headline).toBe('Not every goal is likely to be reached.');
    expect(summary([1], [0.9, 0.3]).goals).toBe('Of 2 goals 1 is more likely met than missed.');
    expect(summary([], []).headline).toBe('None of its promises can be simulated.');
    expect(summary([0.95], []).goals).toBeNull();
  });
});

test('three ways out of a promise that is broken, or why there is none', () => {
  const base = { promise: 'answer', kept: 0.4, promised: 0.9 };
  const people = { times: 2, desks: [{ desk: 'inbound_desk', people: 6 }] };
  expect(waysOut(acme, { ...base, people, within_ms: 5_400_000 * 2, leads: 0.6 })).toEqual([
    'More people: 6 people at Inbound desk.',
    'More time: 3.0 working hours instead.',
    'Fewer leads: 60% of those expected, or others of whom fewer are handed over.',
  ]);
  for (const way of waysOut(acme, { ...base, people: null, within_ms: null, leads: null }))
    expect(way).toMatch(/would|none/u);
});

test('weeks are named by their first days', () => {
  expect(weekDays('2026-12-24', 3)).toEqual(['24 Dec', '31 Dec', '7 Jan']);
});
