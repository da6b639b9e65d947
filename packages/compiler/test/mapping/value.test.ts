import { describe, expect, test } from 'vitest';
import type { MappedField, Mapping } from '../../src/ir/types.ts';
import type { InputValue } from '../../src/mapping/types.ts';
import { cellReader } from '../../src/mapping/value.ts';
import { fields, mapped, mapping, words } from './sample.ts';

function read(
  id: string,
  cell: string,
  how: Partial<MappedField> = {},
  habits: Partial<Mapping> = {},
): InputValue | { refused: string } {
  const field = fields.find((one) => one.id === id);
  if (!field) throw new Error(id);
  const result = cellReader(field, mapped(id, 'C', how), mapping(habits))(cell);
  return 'refused' in result ? { refused: result.refused.message } : result.value;
}

describe('a cell by the type of its field', () => {
  test.each<[string, string, InputValue]>([
    ['country', 'de', 'de'],
    ['country', ' DE ', 'de'],
    ['gave_consent', 'TRUE', true],
    ['gave_consent', 'false', false],
    ['employees', '1,200', 1200],
    ['employees', '12.0', 12],
    ['deal_size', '999.99', 999.99],
    ['margin', '-0', 0],
    ['nps', '8.5', 8.5],
    ['job_title', ' Head ', 'Head'],
    ['interests', 'billing', ['billing']],
    ['contract_ends', '2026-12-31', '2026-12-31'],
    ['trial_started', '2026-01-01', Date.UTC(2025, 11, 31, 23)],
    ['country', '', null],
    ['country', '  ', null],
    ['employees', 'Select', null],
    ['interests', 'N/A', null],
  ])('%s reads %j', (id, cell, expected) => {
    expect(read(id, cell)).toEqual(expected);
  });

  test.each([
    ['country', 'Atlantis', '"Atlantis" is not an option; accepted is de, fr or us'],
    [
      'gave_consent',
      'ja',
      '"ja" is neither true nor false; accepted is true or false, or what `values` translates to them',
    ],
    ['employees', '12.5', '"12.5" has decimals; accepted is a whole number from 1 to 5000000'],
    ['employees', '0', '"0" is too small; accepted is a whole number from 1 to 5000000'],
    [
      'deal_size',
      '100000000.01',
      '"100000000.01" is too large; accepted is a number with at most 2 decimals after `.` from 0 to 100000000',
    ],
    [
      'deal_size',
      '$5',
      '"$5" has a currency sign; accepted is a number with at most 2 decimals after `.` from 0 to 100000000',
    ],
    [
      'margin',
      '35%',
      '"35%" has a percent sign; accepted is a number with at most 2 decimals after `.` from -100 to 100',
    ],
    [
      'nps',
      '8.55',
      '"8.55" has more than 1 decimal; accepted is a number with at most 1 decimal after `.` from -100 to 100',
    ],
    [
      'job_title',
      'Head of Sales',
      '"Head of Sales" is longer than 10 characters; accepted is a text of at most 10',
    ],
    ['contract_ends', '31.12.2026', '"31.12.2026" is not a date; accepted is a date such as 2026-12-31'],
    ['trial_started', 'soon', '"soon" is not a moment; accepted is a moment such as 2026-12-31 09:30'],
  ])('%s refuses %j', (id, cell, message) => {
    expect(read(id, cell)).toEqual({ refused: message });
  });

  test('what a personal cell holds is not said', () => {
    expect(read('email', 'somebody.with.a.long.name@example.com')).toEqual({
      refused: 'what stands there is longer than 20 characters; accepted is a text of at most 20',
    });
  });

  test('a refused word is cut and harmless in a terminal', () => {
    const said = read('country', `\u001b[31m\u202E${'x'.repeat(500)}`) as { refused: string };
    expect(said.refused).toMatch(/^"\uFFFD\[31m\uFFFDx{50,60}…" is not an option/);
  });
});

describe('values', () => {
  const values = words({ Germany: 'de', Frankreich: 'fr', Nowhere: null });

  test('translate words, compared as text is', () => {
    expect(read('country', 'GERMANY', { values })).toBe('de');
    expect(read('country', 'nowhere', { values })).toBeNull();
    expect(read('gave_consent', 'Yes', { values: words({ yes: true, no: false }) })).toBe(true);
  });

  test('refuse any other word, an option too', () => {
    expect(read('country', 'de', { values })).toEqual({
      refused: '"de" is a word that the mapping does not know; accepted is Germany, Frankreich or Nowhere',
    });
  });

  test('others takes every other word', () => {
    expect(read('country', 'Peru', { values, others: { to: null } })).toBeNull();
    expect(read('country', 'Peru', { others: { to: 'us' } })).toBe('us');
  });

  test('win over the words that mean missing, and never over the empty cell', () => {
    expect(read('country', 'Select', { values: words({ Select: 'us' }) })).toBe('us');
    expect(read('country', '', { others: { to: 'us' } })).toBeNull();
  });

  test('leave numbers beside them readable', () => {
    expect(read('employees', 'unlimited', { values: words({ unlimited: null }) })).toBeNull();
    expect(read('employees', '12', { values: words({ unlimited: null }) })).toBe(12);
  });

  test('of a set: each item, without doubles and without what is missing', () => {
    const topics = { separator: ';', values: words({ BI: 'analytics', Money: 'billing', None: null }) };
    expect(read('interests', 'BI; Money;;BI', topics)).toEqual(['analytics', 'billing']);
    expect(read('interests', 'None', topics)).toEqual([]);
    expect(read('interests', 'BI;Golf', topics)).toEqual({
      refused: '"Golf" is a word that the mapping does not know; accepted is BI, Money or None',
    });
  });
});

test('numbers with a decimal comma', () => {
  expect(read('deal_size', '1.234,50', {}, { decimal_mark: ',' })).toBe(1234.5);
  expect(read('deal_size', '1234.50', {}, { decimal_mark: ',' })).toEqual({
    refused:
      '"1234.50" has its decimals after `.`; accepted is a number with at most 2 decimals after `,` from 0 to 100000000',
  });
});
