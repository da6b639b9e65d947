import { expect, test } from 'vitest';
import { type ToldChange, toldWays } from '../../src/ir/told-ways.ts';
import type { Change, FieldValue } from '../../src/ir/types.ts';

const sent = (properties: Record<string, FieldValue>, times = 1): Change => ({
  kind: 'event',
  event: 'form_sent',
  properties,
  times,
});
const told = (properties: Record<string, readonly FieldValue[]>, times = 1): ToldChange => ({
  kind: 'event',
  event: 'form_sent',
  properties,
  times,
});
const size: Change = { kind: 'number', field: 'employees', at_least: 50, below: null };

test('events that differ in one property are one', () => {
  const ways = [[sent({ form: 'a' })], [size], [sent({ form: 'b' })], [sent({ form: 'c' })]];
  expect(toldWays(ways)).toEqual([[told({ form: ['a', 'b', 'c'] })], [size]]);
});

test('also beside another change, if that is the same', () => {
  const ways = [
    [sent({ form: 'a' }), size],
    [sent({ form: 'b' }), size],
    [sent({ form: 'c' }), { ...size, at_least: 9 }],
  ];
  expect(toldWays(ways)).toEqual([
    [told({ form: ['a', 'b'] }), size],
    [told({ form: ['c'] }), { ...size, at_least: 9 }],
  ]);
});

test.each([
  ['in two properties', sent({ form: 'b', page: 'y' })],
  ['in how often they happen', sent({ form: 'a', page: 'x' }, 2)],
  ['in which properties they have', sent({ form: 'a' })],
])('events that differ %s are two', (_, other) => {
  expect(toldWays([[sent({ form: 'a', page: 'x' })], [other]])).toHaveLength(2);
});
