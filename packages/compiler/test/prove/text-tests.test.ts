import { describe, expect, it } from 'vitest';
import {
  exclude,
  implies,
  isIn,
  keyOf,
  type Needle,
  setsOf,
  textWith,
} from '../../src/prove/fields/text-tests.ts';
import { drawFrom } from './draw.ts';

const ops = ['equals', 'contains', 'starts_with', 'ends_with'] as const;
const values = ['a', 'ab', 'b', 'ba', 'aba'];
const needles = ops.flatMap((op) => values.map((value): Needle => ({ op, value })));
const texts = ['a', 'b', ' '].reduce(
  (all) => all.flatMap((text) => ['', 'a', 'b', 'c'].map((end) => text + end)),
  [''],
);
const longer = texts.flatMap((text) => texts.map((end) => text + end));

function keysOf(of: readonly Needle[]): string {
  return of.map(keyOf).join();
}

describe('tests of a text', () => {
  it('imply each other only where every text says so', () => {
    for (const one of needles) {
      for (const other of needles) {
        if (!implies(one, other)) continue;
        expect(longer.filter((text) => isIn(one, text) && !isIn(other, text))).toEqual([]);
      }
    }
  });

  it('exclude each other only where no text has both', () => {
    for (const one of needles) {
      for (const other of needles) {
        if (!exclude(one, other)) continue;
        expect(longer.filter((text) => isIn(one, text) && isIn(other, text))).toEqual([]);
      }
    }
  });

  it('may hold together as they do in any text', () => {
    const draw = drawFrom(1);
    const sets = draw.times(20, () => draw.some(needles, 5));
    for (const all of sets) {
      const known = new Set(setsOf(all, 1000)?.map(keysOf));
      const refused = longer.filter((text) => !known.has(keysOf(all.filter((needle) => isIn(needle, text)))));
      expect(refused).toEqual([]);
    }
  });

  it('are not gone through where they are too many', () => {
    const many = 'abcdefghij'.split('').map((value): Needle => ({ op: 'contains', value }));
    expect(setsOf(many, 1000)).toBeUndefined();
    expect(setsOf(many, 1024)).toHaveLength(1024);
  });

  it('find a text that has just these', () => {
    const all: Needle[] = [
      { op: 'contains', value: 'head' },
      { op: 'contains', value: 'head of' },
      { op: 'ends_with', value: 'sales' },
    ];
    const [head, headOf, sales] = all;
    const text =
      textWith(
        [head, sales].flatMap((needle) => needle ?? []),
        all,
        40,
      ) ?? '';
    expect(all.map((needle) => isIn(needle, text))).toEqual([true, false, true]);
    expect(
      textWith(
        [head, headOf, sales].flatMap((needle) => needle ?? []),
        all,
        5,
      ),
    ).toBeUndefined();
  });

  it('find a text without spaces if spaces are asked for', () => {
    const all: Needle[] = [
      { op: 'contains', value: 'vp' },
      { op: 'contains', value: 'cto' },
      { op: 'contains', value: ' ' },
    ];
    const text = textWith(all.slice(0, 2), all, 20) ?? '';
    expect(all.map((needle) => isIn(needle, text))).toEqual([true, true, false]);
  });
});
