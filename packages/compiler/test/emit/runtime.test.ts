import { describe, expect, it } from 'vitest';
import { deadline, hoursOf, workBetween } from '../../src/emit/typescript/runtime/calendar.ts';
import { codePoints } from '../../src/emit/typescript/runtime/code-points.ts';
import { faded } from '../../src/emit/typescript/runtime/faded.ts';
import { fold } from '../../src/emit/typescript/runtime/fold.ts';
import { readDay, readMoment } from '../../src/emit/typescript/runtime/read-moment.ts';
import { scaled } from '../../src/emit/typescript/runtime/scaled.ts';
import { sortEvents } from '../../src/emit/typescript/runtime/sort-events.ts';
import {
  below,
  byCodePoints,
  fold as foldOfReference,
  parseDay,
  parseMoment,
  pick,
  scale,
  seededRandom,
} from '../../src/ir/index.ts';
import * as time from '../../src/time/index.ts';

const random = seededRandom(20261122);

describe('working time', () => {
  const bounds = Array.from({ length: 400 }, () => 1 + below(random, 90)).map((step) => step * 7);
  let now = 1_000;
  const moments = bounds.map((step) => (now += step));
  const opens = moments.filter((_, index) => index % 2 === 0);
  const closes = moments.filter((_, index) => index % 2 === 1);
  const from = 900;
  const until = now + 50;
  const table = { zone: 'UTC', tzdb: '', from, until, opens, closes };
  const calendar = { from, until, packed: time.packIntervals({ opens, closes }), hours: null };

  it('unpacks what was packed', () => {
    expect(hoursOf(calendar)).toMatchObject(time.unpackIntervals(calendar.packed));
  });

  it('is that of the compiler, on and beside every edge', () => {
    const near = [...moments, from, until].flatMap((moment) => [moment - 1, moment, moment + 1]);
    for (let count = 0; count < 20_000; count++) {
      const [a, b] = [pick(random, near), pick(random, near)];
      const work =
        random() < 0.1 ? below(random, 3) - 1 : time.workBetween(table, a, b) + below(random, 3) - 1;
      expect(workBetween(calendar, a, b)).toBe(time.workBetween(table, a, b));
      expect(deadline(calendar, a, work)).toBe(time.deadline(table, a, work) ?? null);
    }
  });

  it('without a calendar is all time', () => {
    expect([
      deadline(null, 5, 10),
      deadline(null, 5, -1),
      workBetween(null, 5, 7),
      workBetween(null, 7, 5),
    ]).toEqual([15, 5, 2, 0]);
  });
});

it('faded points are rounded once, half away from zero', () => {
  expect([faded(1, 500_000), faded(-1, 500_000), faded(1, 499_999), faded(3, 1_500_000)]).toEqual([
    1, -1, 0, 5,
  ]);
  for (let count = 0; count < 5_000; count++) {
    const points = below(random, 20_000_001) - 10_000_000;
    const millionths = below(random, 2 ** 31) * below(random, 4);
    const product = BigInt(Math.abs(points)) * BigInt(millionths);
    const rounded = Number((product + 500_000n) / 1_000_000n);
    expect(faded(points, millionths)).toBe(points < 0 ? -rounded : rounded);
  }
});

it('numbers are scaled as in the reference', () => {
  for (const value of [0, -0, 0.1, 1.005, 12.345, 90_071_992_547_409.91, 1e21, 1e-7, NaN, Infinity]) {
    for (const decimals of [0, 1, 2, 6]) expect(scaled(value, decimals)).toBe(scale(value, decimals) ?? NaN);
  }
});

it('texts are folded, counted and ordered as in the reference', () => {
  const letters = ['a', 'A', '\u00c4', 'A\u0308', '\u{1F600}', '\uffff', '\ue000', '\u0130', '\u212a', ''];
  const text = (): string => pick(random, letters) + pick(random, letters) + pick(random, letters);
  for (let count = 0; count < 3_000; count++) {
    const [a, b] = [text(), text()];
    expect(fold(a)).toBe(foldOfReference(a));
    expect(codePoints(a)).toBe(Array.from(a).length);
    const [first] = sortEvents([event(a), event(b)]);
    expect(first?.id).toBe(byCodePoints(a, b) <= 0 ? a : b);
  }
});

it('moments and days are read as in the reference', () => {
  const texts = [
    '2026-11-20T10:00Z',
    '2026-11-20T10:00:00.5+05:30',
    '2026-02-29T00:00Z',
    '2024-02-29',
    '2026-02-29',
    '0000-12-31',

    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59.999Z',
    '2026-11-20T24:00Z',
    '2026-11-20 10:00Z',
    '',
    '20261120',
  ];
  for (const value of [...texts, 0, -0, 1.5, NaN, 253_402_300_800_000, -62_135_596_800_001]) {
    expect(readMoment(value, '', [])).toBe(parseMoment(value) ?? null);
  }
  for (const text of texts) expect(readDay(text, '', [])).toBe(parseDay(text) ?? null);
});

function event(id: string) {
  return { code: 0, event: '', at: 0, id, properties: null };
}
