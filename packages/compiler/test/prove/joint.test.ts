import { describe, expect, test } from 'vitest';
import type { Agreement, Field } from '../../src/ir/index.ts';
import { jointly } from '../../src/prove/versions/joint.ts';
import { agreement, eventType, field, options, stage } from '../ir/agreements.ts';

const version = (fields: Field[], ...events: Agreement['events']): Agreement => agreement({ fields, events });
const size = (min: number, max: number) => field('size', 'integer', { min, max });

/** What both versions know of the leads that both take. */
function known(before: Agreement, after: Agreement): Pick<Agreement, 'fields' | 'events'> | string {
  const joint = jointly(before, after);
  if ('reason' in joint) return joint.reason;
  expect(joint.after.fields).toEqual(joint.before.fields);
  expect(joint.after.events).toEqual(joint.before.events);
  return joint.before;
}

describe('two versions see the same leads', () => {
  test.each<[string, Field[], Field[], Partial<Field>[]]>([
    ['of the values that both take', [size(0, 10)], [size(5, 20)], [{ id: 'size', min: 5, max: 10 }]],
    [
      'with what only the first asks',
      [size(0, 10), field('more', 'flag')],
      [size(0, 10)],
      [{}, { id: 'more' }],
    ],
    ['with what only the second asks', [], [field('more', 'flag')], [{ id: 'more' }]],
    [
      'who must tell what one version requires',
      [field('a', 'flag')],
      [field('a', 'flag', { required: true })],
      [{ id: 'a', required: true }],
    ],
  ])('%s', (_, before, after, fields) => {
    expect(known(version(before), version(after))).toMatchObject({ fields });
  });

  test('of the options and lengths that both take', () => {
    const [one, other] = [options('a', 'b'), options('b', 'c')];
    const joint = known(
      version([field('kind', 'choice', one), field('name', 'text', { max_length: 5 })]),
      version([
        field('kind', 'choice', { ...other, required: true }),
        field('name', 'text', { max_length: 9 }),
      ]),
    );
    expect(joint).toMatchObject({ fields: [{ required: true, options: [{ id: 'b' }] }, { max_length: 5 }] });
  });

  test('of the events of both, with what both take of them', () => {
    const joint = known(
      version([], eventType('seen', size(0, 10)), eventType('gone')),
      version([], eventType('seen', size(5, 20)), eventType('come')),
    );
    const own = typeof joint === 'string' ? [] : joint.events.filter(({ enters }) => enters === null);
    expect(own.map(({ id }) => id)).toEqual(['seen', 'gone', 'come']);
    expect(own[0]?.properties).toMatchObject([{ min: 5, max: 10 }]);
  });
});

test.each([
  ['other stages', agreement({ stages: [stage('lead')] }), 'the versions have other stages'],
  ['a field of another type', version([field('size', 'text')]), 'the field size has another type'],
  [
    'a field of other decimals',
    version([field('size', 'integer', { decimals: 2 })]),
    'the field size has another type',
  ],
  [
    'a property of another type',
    version([size(0, 1)], eventType('seen', field('size', 'text'))),
    'the property size of an event has another type',
  ],
])('versions with %s cannot be compared', (_, after, reason) => {
  expect(known(version([size(0, 1)], eventType('seen', size(0, 1))), after)).toBe(reason);
});
