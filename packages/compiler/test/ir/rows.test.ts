import { describe, expect, test } from 'vitest';
import type { Condition, InForce, Subject } from '../../src/ir/index.ts';
import { areBoxes, rowOverlaps } from '../../src/ir/rows.ts';
import { day, now, span } from './agreements.ts';

const size: Subject = { kind: 'field', id: 'size' };
const land: Subject = { kind: 'field', id: 'land' };

function bound(value: number | null): { value: number; inclusive: boolean } | null {
  return value === null ? null : { value, inclusive: true };
}

function number(min: number | null, max: number | null, subject = size): Condition {
  return { kind: 'number', subject, decimals: 1, min: bound(min), max: bound(max) };
}

function choice(...options: string[]): Condition {
  return { kind: 'choice', subject: land, options };
}

function all(...of: Condition[]): Condition {
  return { kind: 'all', of };
}

const present: Condition = { kind: 'present', subject: size };
const missing: Condition = { kind: 'not', of: present };
const flag = (is: boolean): Condition => ({ kind: 'flag', subject: land, is });

/** The leads that both of two rows match, in words. */
function both(a: Condition, b: Condition, forces: readonly (InForce | null)[] = []): string[] {
  const rows = [a, b].map((when, at) => ({ id: `row_${at}`, when, span, in_force: forces[at] ?? null }));
  return rowOverlaps(rows).map(({ value }) => value);
}

describe('two rows share a lead', () => {
  test.each<[string, Condition, Condition, string]>([
    ['numbers meet at an end', number(0, 10), number(10, 20), 'size 1'],
    ['one has no lower end', number(null, 10), number(null, 20), 'size 1'],
    ['one has no upper end', number(5, null), number(7, null), 'size 0.7'],
    ['both have no end', number(null, null), number(null, null), 'size 0'],
    ['a word is in both', choice('de', 'fr'), choice('fr', 'it'), 'land fr'],
    ['a flag is the same', flag(true), flag(true), 'land true'],
    ['a value is missing in both', missing, missing, 'size missing'],
    ['a value is there in both', present, present, 'size present'],
    ['a number is present', present, number(3, 4), 'size 0.3'],
    ['a present one is a number', number(3, 4), present, 'size 0.3'],
    ['they ask different things', number(3, 4), choice('de'), 'size 0.3, land de'],
    ['one asks nothing', all(), choice('de'), 'land de'],
    [
      'each of several things is shared',
      all(number(3, 4), choice('de')),
      all(choice('de'), number(4, 5)),
      'size 0.4, land de',
    ],
  ])('where %s', (_, a, b, lead) => {
    expect(both(a, b)).toEqual([lead]);
  });

  test.each<[string, Condition, Condition]>([
    ['numbers are apart', number(0, 9), number(10, 20)],
    ['words are apart', choice('de'), choice('fr')],
    ['flags differ', flag(true), flag(false)],
    ['a value is missing in one', missing, number(0, 9)],
    ['a value is missing in the other', present, missing],
    ['one of several things is apart', all(number(3, 4), choice('de')), all(number(3, 4), choice('fr'))],
    ['one asks for a word, one for a number', { ...choice('de'), subject: size } as Condition, number(0, 9)],
    ['one asks for a number, one for a word', number(0, 9), { ...choice('de'), subject: size } as Condition],
  ])('never where %s', (_, a, b) => {
    expect(both(a, b)).toEqual([]);
  });
});

function force(from: number | null, until: number | null): InForce {
  return { from, until };
}

test('rows share a lead only while both are in force', () => {
  const later = now + day;
  expect(both(choice('de'), choice('de'), [force(null, now), force(now, null)])).toEqual([]);
  expect(both(choice('de'), choice('de'), [force(now, null), force(null, now)])).toEqual([]);
  expect(both(choice('de'), choice('de'), [force(null, later), force(now, null)])).toEqual(['land de']);
});

describe('what is no box is not looked at', () => {
  test.each<[string, Condition]>([
    ['one subject twice', all(number(0, 9), number(5, null))],
    ['an alternative', { kind: 'any', of: [choice('de'), choice('fr')] }],
    ['no word of these', { kind: 'not', of: choice('de') }],
    ['the band of a score', { kind: 'choice', subject: { kind: 'score', id: 'fit' }, options: ['A'] }],
    ['a text', { kind: 'text', subject: land, op: 'contains', values: ['a'] }],
  ])('%s', (_, when) => {
    const rows = [when, all()].map((one, at) => ({ id: `row_${at}`, when: one, span }));
    expect(areBoxes(rows)).toBe(false);
    expect(rowOverlaps(rows)).toEqual([]);
  });

  test('a persona is one word', () => {
    const persona: Condition = { kind: 'choice', subject: { kind: 'persona' }, options: ['boss'] };
    expect(areBoxes([{ id: 'row', when: persona, span }])).toBe(true);
    expect(both(persona, persona)).toEqual(['persona boss']);
  });
});
