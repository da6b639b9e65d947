import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/ir/index.ts';
import { keyOfWhere, kindsOf } from '../../src/prove/events/kinds.ts';
import { day, eventType, field, hour, now } from '../ir/agreements.ts';

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
});
