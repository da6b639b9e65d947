import { describe, expect, test } from 'vitest';
import { type Edit, toldAfter } from './edited.ts';

/** The codes of what is told, each once. */
const codesAfter = (...edits: readonly Edit[]): string[] => [
  ...new Set(toldAfter(...edits).map((line) => line.replace(/:.*/s, ''))),
];

const assume = (assumption: string): Edit => [
  'forecast.yaml',
  '  web:',
  `  more: { ${assumption}, source: CRM }\n  web:`,
];
const capacity = 'kind: capacity, people: 2, per_person: 10, per: day';

describe('what only follows from an error is not told', () => {
  test.each<[what: string, code: string, ...edits: Edit[]]>([
    [
      'that a stage cannot be reached',
      'unknown-reference',
      ['funnel/stages.yaml', 'from: sql, on: deal_won', 'from: zzz, on: deal_won'],
    ],
    ['that a stage is a dead end', 'unknown-reference', ['funnel/stages.yaml', '  sql:\n', '  zzz:\n']],
    ['that a stage has no limit', 'unknown-reference', ['sla/promises.yaml', 'starts: sql', 'starts: zzz']],
    [
      'that a group has no rule',
      'unknown-reference',
      ['scoring/engagement.yaml', 'group: web, points', 'group: zzz, points'],
    ],
    [
      'that bands overlap at a bound that is wrong',
      'too-many-decimals',
      ['scoring/engagement.yaml', 'below: 40', 'below: 50.5'],
    ],
    [
      'that a cap that is wrong is too low',
      'too-many-decimals',
      ['scoring/fit.yaml', 'cap: 50', 'cap: -1.5'],
    ],
    ['that no row gives a grade', 'unknown-reference', ['scoring/grades.yaml', 'cold: B1', 'cold: zzz']],
    [
      'that a queue gets no leads',
      'unknown-reference',
      ['handoff/routing.yaml', 'otherwise: inbound', 'otherwise: zzz'],
    ],
    [
      'that reasons are unknown to an exit that is none',
      'unknown-reference',
      ['handoff/returns.yaml', 'exit: recycled', 'exit: zzz'],
    ],
    [
      'that reasons are unknown to an exit of an unknown event',
      'unknown-reference',
      ['funnel/exits.yaml', 'on: sales_rejected', 'on: zzz'],
    ],
    [
      'that an unknown event is in two roles',
      'unknown-reference',
      ['sla/promises.yaml', 'starts: sql, stops: [first_contact]', 'starts: zzz, stops: [zzz]'],
    ],
    ['that a field is not drawn', 'unknown-reference', ['forecast.yaml', 'field: seniority', 'field: zzz']],
    [
      'that no way leads from an unknown stage',
      'unknown-reference',
      assume('kind: conversion, from: zzz, to: sql, rate: 5%'),
    ],
    [
      'that no way leads along one that is wrong',
      'unknown-reference',
      assume('kind: conversion, from: mql, to: sql, rate: 5%'),
      ['funnel/stages.yaml', 'from: mql, on: sales_accepted', 'from: zzz, on: sales_accepted'],
    ],
    ['that a desk has no capacity', 'unknown-reference', assume(`${capacity}, queue: zzz`)],
    [
      'that an example has an event that is none',
      'unknown-reference',
      ['examples/basics.yaml', 'event: demo_requested', 'event: zzz'],
    ],
    [
      'that an example has a value outside of limits that are wrong',
      'reversed-range',
      ['vocabulary/fields.yaml', 'gave_consent', 'age: { type: integer, min: 9, max: 1 }\n  gave_consent'],
      ['examples/basics.yaml', 'employees: 120', 'employees: 120, age: 5'],
    ],
  ])('%s', (_, code, ...edits) => {
    expect(codesAfter(...edits)).toEqual([code]);
  });
});

test('what stands beside a warning is told', () => {
  const found = codesAfter(
    ['scoring/fit.yaml', 'when: { seniority: [director, vp] }', 'when: { not: { country: de } }'],
    ['scoring/engagement.yaml', 'group: web, points', 'points'],
  );
  expect(found.toSorted()).toEqual(['group-unused', 'missing-slips-in']);
});
