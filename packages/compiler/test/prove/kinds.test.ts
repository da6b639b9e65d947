import { describe, expect, it } from 'vitest';
import type { Condition, Field } from '../../src/ir/index.ts';
import { keyOfWhere, kindsOf } from '../../src/prove/events/kinds.ts';
import { day, eventType, field, hour, now, options } from '../ir/agreements.ts';

const path = { kind: 'property', id: 'path' } as const;
const at = { kind: 'property', id: 'at' } as const;

function contains(...values: string[]): Condition {
  return { kind: 'text', subject: path, op: 'contains', values };
}

function heldBy(wheres: readonly Condition[], kinds: ReturnType<typeof kindsOf>): string[] {
  return kinds
    .map(({ holds }) => wheres.map((where) => Number(holds.has(keyOfWhere(where)))).join(''))
    .toSorted();
}

describe('the kinds of an event', () => {
  it('are told apart by what is asked of its properties', () => {
    const wheres = [contains('head'), contains('head of')];
    const kinds = kindsOf(eventType('visit', field('path', 'text')), wheres);
    expect(heldBy(wheres, kinds)).toEqual(['00', '10', '11']);
  });

  it('stay where no text is found that is short enough', () => {
    const wheres = [contains('pricing'), contains('enterprise')];
    const kinds = kindsOf(eventType('visit', field('path', 'text', { max_length: 8 })), wheres);
    expect(heldBy(wheres, kinds)).toEqual(['00', '01', '10', '11']);
  });

  it('have dates on both sides of an edge within a day', () => {
    const min = { value: now - 10 * day + hour, inclusive: true };
    const where: Condition = { kind: 'number', subject: at, decimals: 0, min, max: null };
    const type = eventType('met', field('at', 'date', { required: true }));
    expect(heldBy([where], kindsOf(type, [where]))).toEqual(['0', '1']);
  });

  it('are any that there can be where ages are asked for', () => {
    const min = { value: day, inclusive: true };
    const where: Condition = { kind: 'age', subject: at, min, max: null };
    const type = eventType('met', field('at', 'date', { required: true }));
    expect(heldBy([where], kindsOf(type, [where]))).toEqual(['0', '1']);
  });

  const property = { kind: 'property', id: 'it' } as const;
  const number = (min: number): Condition => ({
    kind: 'number',
    subject: property,
    decimals: 0,
    min: { value: min, inclusive: true },
    max: null,
  });
  const choice = (...options: string[]): Condition => ({ kind: 'choice', subject: property, options });
  const includes = (...options: string[]): Condition => ({
    kind: 'includes',
    subject: property,
    mode: 'any',
    options,
  });
  const flag = (is: boolean): Condition => ({ kind: 'flag', subject: property, is });

  it.each<[string, Field, Condition[], string[]]>([
    ['a choice', field('it', 'choice', options('a', 'b')), [choice('a'), choice('b')], ['00', '01', '10']],
    ['a flag', field('it', 'flag'), [flag(true), flag(false)], ['00', '01', '10']],
    [
      'choices',
      field('it', 'choices', options('a', 'b', 'c')),
      [includes('a'), includes('b')],
      ['00', '01', '10', '11'],
    ],
    ['an integer', field('it', 'integer'), [number(5), number(10)], ['00', '10', '11']],
    [
      'an integer with ends',
      field('it', 'integer', { min: 5, max: 9 }),
      [number(5), number(10)],
      ['00', '10'],
    ],
    ['money', field('it', 'money'), [number(500)], ['0', '1']],
    ['a percent', field('it', 'percent'), [number(500)], ['0', '1']],
    ['a decimal', field('it', 'decimal', { required: true }), [number(5)], ['0', '1']],
    ['a moment', field('it', 'moment', { required: true }), [number(now)], ['0', '1']],
    [
      'a flag that is never missing',
      field('it', 'flag', { required: true }),
      [flag(true), flag(false)],
      ['01', '10'],
    ],
  ])('of %s are those that the tests tell apart', (_, it, wheres, held) => {
    expect(heldBy(wheres, kindsOf(eventType('met', it), wheres))).toEqual(held);
  });

  it('are told apart by what is made of tests, too', () => {
    const [a, b] = [choice('a'), choice('b')];
    const wheres: Condition[] = [
      { kind: 'any', of: [a, b] },
      { kind: 'all', of: [a, b] },
      { kind: 'not', of: a },
      { kind: 'some', at_least: 1, of: [a, b] },
      { kind: 'present', subject: property },
    ];
    const kinds = kindsOf(eventType('met', field('it', 'choice', options('a', 'b', 'c'))), wheres);
    expect(heldBy(wheres, kinds)).toEqual(['00100', '00101', '10011', '10111']);
  });

  it('are one where nothing is asked, and a property that must be there is there', () => {
    for (const type of ['choice', 'flag', 'choices', 'text', 'integer', 'date', 'moment'] as const) {
      const [kind, ...others] = kindsOf(
        eventType('met', field('it', type, { ...options('a', 'b'), required: true })),
        [],
      );
      expect(others).toEqual([]);
      expect(kind?.properties['it']).not.toBeNull();
    }
    const [kind] = kindsOf(eventType('met', field('it', 'integer')), []);
    expect(kind?.properties).toEqual({ it: null });
  });
});
