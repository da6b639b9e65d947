import { compile } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { type Slots, slotsOf } from '../../src/emit/typescript/next-slots.ts';
import { options, overlay } from '../broken/cases.ts';

const more = 'seconds: { type: integer, min: 0, max: 600 }, until: { type: date }, again: { type: flag }';
const way = 'enter: { from: lead, when: { total: { at_least: 50 } } }';

/** The slots of the base of the broken agreements where another way leads to MQL. */
function slots(to: string): Slots {
  const files = overlay(new Map()).map((file) => ({
    ...file,
    text: file.text.replace(way, to).replace('page_viewed: { by: lead, properties: {', `$& ${more},`),
  }));
  const [agreement, found] = compile(files, { ...options, proofs: false });
  if (agreement) return slotsOf(agreement);
  throw new Error(found.map(({ code, message }) => `${code}: ${message}`).join('\n'));
}

function values(when: string): Readonly<Record<string, readonly unknown[]>> {
  const { fields } = slots(`enter: { from: lead, when: { ${when} } }`);
  return Object.fromEntries(fields.map((slot) => [slot.field.id, slot.values]));
}

test('options that nobody names are told together', () => {
  const { fields } = slots('enter: { from: lead, when: { seniority: [vp, manager] } }');
  expect(fields.map(({ others }) => others)).toEqual([['individual', 'director']]);
});

test('no number is told of a field of which somebody asks how old it is', () => {
  const both = 'contract_ends: { after: 2027-01-01 }, any: [{ contract_ends: { within_next: 9 days } }]';
  expect(values(both)).toEqual({});
});

describe('what of a field can make a difference', () => {
  test.each([
    ['employees: { more_than: 10, at_most: 99 }', { employees: [1, 11, 100] }],
    ['employees: { at_least: 10, below: 99 }', { employees: [1, 10, 99] }],
    ['employees: { at_least: 1 }', { employees: [1] }],
    ['employees: { at_most: 100000 }', { employees: [1] }],
    ['employees: { at_least: 100000 }', { employees: [1, 100_000] }],
    ['deal_size: { below: 1000 }', { deal_size: [0, 1000] }],
    ['margin: { at_least: 12.5 }', { margin: [0, 12.5] }],
    [
      'contract_ends: { before: 2027-01-01 }',
      { contract_ends: [Date.UTC(2026, 11, 31), Date.UTC(2027, 0, 1)] },
    ],
    ['contract_ends: { after: 2027-01-01 }', { contract_ends: [Date.UTC(2027, 0, 1), Date.UTC(2027, 0, 2)] }],
    ['contract_ends: { within_next: 10 days }', {}],
    ['interests: { includes: billing }', { interests: ['billing'] }],
    ['gave_consent: true', { gave_consent: [true, false] }],
    ['gave_consent: missing', {}],
    ['job_title: { contains: head }', {}],
    ['seniority: [vp, manager]', { seniority: ['manager', 'vp'] }],
  ])('%s', (when, expected) => {
    expect(values(when)).toEqual(expected);
  });
});
/** Events by their names: what those that somebody asks about may be, and whether that is all there is. */
function events(to: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    slots(to).events.map(({ type, values, isWhole }) => [type.id, [values, isWhole]]),
  );
}

describe('which events can make a difference', () => {
  const onward = { sales_accepted: [{}, true], deal_won: [{}, true] };

  test('those on the way, with what is asked of them and with something else; not those of an exit', () => {
    expect(events('enter: { from: lead, on: page_viewed, where: { path: /pricing } }')).toEqual({
      ...onward,
      // Beside what leads to an exit, the one back asks for it.
      demo_requested: [{}, true],
      page_viewed: [{ path: ['/pricing', 'x /pricing'] }, true],
    });
  });

  test('also those that only scores, grades or personas ask about, each property once', () => {
    const ways = `enter:
      - { id: a, from: lead, when: { page_viewed: { at_least: 2, where: { path: /a } } } }
      - { id: b, from: lead, on: page_viewed, where: { path: /a } }
      - { id: c, from: lead, when: { grade: A1 } }`;
    expect(events(ways)).toEqual({
      ...onward,
      demo_requested: [{}, true],
      page_viewed: [{ path: ['/a', 'x /a'] }, true],
    });
    expect(slots(ways).fields.map(({ field }) => field.id)).toEqual(['seniority', 'employees']);
  });

  test.each([
    ['seconds: { at_least: 30 }', { seconds: [0, 30, null] }, true],
    ['seconds: { at_least: 30, below: 90 }', { seconds: [0, 30, 90, null] }, true],
    ['seconds: missing', { seconds: [0, null] }, true],
    ['again: true', { again: [true, false, null] }, true],
    ['until: { after: 2027-01-01 }', { until: [Date.UTC(2027, 0, 1), Date.UTC(2027, 0, 2), null] }, true],
    [
      'until: { within_next: 9 days }',
      { until: [Date.UTC(2026, 9, 10), Date.UTC(2026, 9, 11), null] },
      false,
    ],
  ])('of %s all that can make one is tried', (where, tried, isWhole) => {
    const way = `enter: { from: lead, on: page_viewed, where: { ${where} } }`;
    expect(events(way)['page_viewed']).toEqual([tried, isWhole]);
  });

  test('of two texts nobody knows all that may be asked together', () => {
    const ways = `enter:
      - { id: a, from: lead, on: page_viewed, where: { path: /a } }
      - { id: b, from: lead, on: page_viewed, where: { path: { contains: b } } }`;
    expect(events(ways)['page_viewed']).toEqual([{ path: ['/a', 'b', 'x /a'] }, false]);
  });
});
