import { didYouMean } from '@smarketing/compiler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../src/diagnostics/suggest.ts';

const known = ['employees', 'seniority', 'country', 'mql', 'sql', 'constructor'];

describe('the nearest word', () => {
  test.each([
    ['employes', 'employees'],
    ['emplyoees', 'employees'],
    ['Employees', 'employees'],
    ['employee', 'employees'],
    ['senority', 'seniority'],
    ['contry', 'country'],
    ['mqls', 'mql'],
    ['slq', 'sql'],
    ['mlq', 'mql'],
  ])('%s → %s', (wrong, right) => {
    expect(nearest(wrong, known)).toBe(right);
  });

  test.each(['budget', 'x', '', 'region', 'crm', 'employees_of_the_company'])(
    '%s is near to none',
    (wrong) => {
      expect(nearest(wrong, known)).toBeUndefined();
    },
  );

  test('goes to the first of two', () => {
    expect(nearest('ql', ['mql', 'sql'])).toBe('mql');
  });

  test('is asked as a question', () => {
    expect(didYouMean('slq', known)).toBe('Did you mean `sql`?');
    expect(didYouMean('budget', known)).toBeUndefined();
  });

  test('of a known word is the word itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (words) => {
        const lower = [...new Set(words.map((word) => word.toLowerCase()))];
        for (const word of lower) expect(nearest(word, lower)).toBe(word);
      }),
    );
  });
});
