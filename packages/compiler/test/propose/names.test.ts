import { describe, expect, test } from 'vitest';
import { isNegated, likeness, meaningOf } from '../../src/propose/names.ts';

function alike(column: string, field: string): number {
  return likeness(meaningOf(column), meaningOf(field));
}

describe('columns of well-known tools', () => {
  test.each([
    ['Number of Employees', 'employees'],
    ['NumberOfEmployees', 'employees'],
    ['Company size', 'employees'],
    ['No. of employees', 'employees'],
    ['Country/Region', 'country'],
    ['Email Address', 'email'],
    ['E-mail', 'email'],
    ['Job Title', 'job title'],
    ['Title', 'job title'],
    ['jobtitle', 'job title'],
    ['Lead Source', 'source'],
    ['LeadSource', 'source'],
    ['Original Traffic Source', 'source'],
    ['Create Date', 'created'],
    ['CreatedDate', 'created'],
    ['Lead created', 'created'],
    ['Add time', 'created'],
    ['Lifecycle Stage', 'stage'],
    ['Lead Status', 'stage'],
    ['Annual Revenue', 'yearly revenue'],
    ['Deal value', 'deal size'],
    ['Opt-in', 'consent'],
    ['Industrie', 'industry'],
  ])('%s is like %s', (column, field) => {
    expect(alike(column, field)).toBeGreaterThanOrEqual(0.5);
  });
});

test.each([
  ['Employees', 'email'],
  ['City', 'country'],
  ['Last Activity', 'industry'],
  ['Record ID', 'deal size'],
])('%s is not like %s', (column, field) => {
  expect(alike(column, field)).toBe(0);
});

test('negation is seen', () => {
  expect(['Do Not Email', 'Opted Out', 'hasOptedOutOfEmail', 'Unsubscribed'].filter(isNegated)).toHaveLength(
    4,
  );
  expect(['Notes', 'Newsletter', 'Route'].filter(isNegated)).toEqual([]);
});
