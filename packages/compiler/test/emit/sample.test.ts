import { expect, test } from 'vitest';
import { readme } from '../../src/emit/docs/readme.ts';
import { sampleOf } from '../../src/emit/docs/sample.ts';
import type { Field } from '../../src/ir/index.ts';
import { agreement, field, options } from '../ir/agreements.ts';

test.each<[string, Field['type'], Partial<Field>, unknown]>([
  ['the first option', 'choice', options('a', 'b'), 'a'],
  ['a set without options', 'choices', options('a'), []],
  ['yes', 'flag', {}, true],
  ['a short text', 'text', { max_length: 2 }, 'te'],
  ['the least that is not below 0', 'integer', { min: 5, max: 9 }, 5],
  ['a number below 0 where it must be', 'money', { min: -900, max: -550 }, -5.5],
  ['0 where it may be', 'decimal', { min: -10, max: 10, decimals: 1 }, 0],
  ['the day of the moment that is looked at', 'date', {}, '2026-10-01'],
  ['that moment', 'moment', {}, '2026-10-01T12:00:00.000Z'],
])('without examples a README shows a lead with %s', (_, type, more, value) => {
  const world = agreement({
    effective_from: '2026-10-01',
    fields: [field('asked', type, { ...more, required: true })],
    examples: [],
  });
  expect(sampleOf(world).input['asked']).toEqual(value);
});

test.each([
  ['Leads and deals', null, '# an-engine\n\nLeads and deals\n\nA library'],
  ['Leads and deals', 'Who calls whom', '# an-engine\n\nLeads and deals: Who calls whom\n\nA library'],
])('a README begins with what the agreement is called and about: %s, %s', (title, summary, says) => {
  expect(readme(agreement({ title, summary }), 'an-engine')).toContain(says);
});
