import { describe, expect, test } from 'vitest';
import { fanOf, monthTicks } from '../../src/lib/charts/fan.ts';
import { rangeOn, tickLabels } from '../../src/lib/charts/range.ts';
import { linear, logarithmic } from '../../src/lib/charts/scale.ts';
import { axisFigure } from '../../src/lib/words/figures.ts';

const sizes = [0, 1e-3, 0.07, 0.99, 1, 1.01, 7, 9.99, 10, 34, 99.5, 238, 4096, 60_178, 999_999, 1e9];
const interval = (p50: number) => ({
  mean: p50,
  p5: p50 * 0.5,
  p25: p50 * 0.8,
  p50,
  p75: p50 * 1.2,
  p95: p50 * 2,
});

describe('a scale', () => {
  test.each(sizes)('from 0 to %d ends at or after it, in few round steps', (most) => {
    const { at, ticks } = linear(most);
    expect(ticks.length).toBeGreaterThanOrEqual(2);
    expect(ticks.length).toBeLessThanOrEqual(6);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(at(ticks.at(-1) ?? 0)).toBeCloseTo(1, 9);
    const [, step = 0] = ticks;
    expect([1, 2, 2.5, 5]).toContain(
      Number((step / 10 ** Math.floor(Math.log10(step) + 1e-9)).toPrecision(6)),
    );
  });

  test('ends where it is told to', () => {
    expect(linear(1, { end: true }).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(linear(1, { end: true }).at(0.5)).toBe(0.5);
  });

  test.each(sizes)('of tens holds 3 and %d', (most) => {
    const { at, ticks } = logarithmic(3, most);
    expect(ticks[0]).toBe(1);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
    expect(ticks.map((tick) => at(tick))).toEqual(ticks.map((_, index) => index / (ticks.length - 1)));
    expect(at(0)).toBe(0);
  });
});

test('a range is inside of its axis, its half inside of its whole', () => {
  for (const size of sizes) {
    for (const scale of [linear(size), logarithmic(1, size)]) {
      const { ninety, half, mean } = rangeOn(scale, interval(size));
      const [from, to] = [
        Number.parseFloat(ninety.x),
        Number.parseFloat(ninety.x) + Number.parseFloat(ninety.width),
      ];
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(100.05);
      expect(Number.parseFloat(half.x)).toBeGreaterThanOrEqual(from);
      expect(Number.parseFloat(mean)).toBeGreaterThanOrEqual(Number.parseFloat(half.x));
      expect(Number.parseFloat(mean)).toBeLessThanOrEqual(to + 0.05);
    }
  }
});

/** The narrowest axis that a page has, and how wide a digit of its labels is, in pixels. */
const [narrowest, digit] = [300, 7.5];

/** Whether labels at places from 0 to 1 leave a blank between them. */
function apart(
  labels: readonly { readonly at: number; readonly text: string; readonly anchor: string }[],
): boolean {
  const spans = labels.map(({ at, text, anchor }) => {
    const wide = text.length * digit;
    const from = at * narrowest - (anchor === 'start' ? 0 : anchor === 'end' ? wide : wide / 2);
    return [from, from + wide] as const;
  });
  return spans.every(([from], index) => index === 0 || from >= (spans[index - 1]?.[1] ?? 0) + 4);
}

const format = (value: number) => axisFigure(value, 'money', 'EUR');

test('labels of axes do not touch, on a phone either', () => {
  for (const size of sizes.filter((one) => one > 0.01)) {
    const scale = linear(size);
    const labels = tickLabels(scale, format).map((label, index) => ({
      ...label,
      at: scale.at(scale.ticks[index] ?? 0),
    }));
    expect(apart(labels)).toBe(true);
  }
  expect(
    apart([
      { at: 0, text: 'too long for this', anchor: 'start' },
      { at: 0.1, text: 'b', anchor: 'middle' },
    ]),
  ).toBe(false);
});

test.each([1, 4, 12, 26, 52, 104])('the months below %d weeks do not touch', (weeks) => {
  const ticks = monthTicks('2026-10-01', weeks);
  expect(ticks[0]).toMatchObject(
    weeks > 12 && weeks <= 30 ? { month: 'Nov' } : { at: 0, month: 'Oct', year: 2026 },
  );
  expect(ticks.every(({ at }) => at >= 0 && at <= 1)).toBe(true);
  const labels = ticks.map(({ at, month }) => ({ at, text: month, anchor: at < 0.02 ? 'start' : 'middle' }));
  expect(apart(labels)).toBe(true);
});

/** The places of a path of our kind: one that begins somewhere and goes on from there, over and over. */
function walked(path: string): readonly (readonly [number, number])[] {
  return (path.match(/M[^M]+/gu) ?? []).flatMap((part) => {
    let [x, y] = [0, 0];
    const numbers = (part.replace('h0', '').match(/-?\d+/gu) ?? []).map(Number);
    return Array.from({ length: numbers.length / 2 }, (_, index) => {
      [x, y] = [x + (numbers[2 * index] ?? Number.NaN), y + (numbers[2 * index + 1] ?? Number.NaN)];
      return [x, y] as const;
    });
  });
}

describe('a fan', () => {
  const weeks = Array.from({ length: 52 }, (_, week) => interval(week % 7 === 0 ? 0 : week));
  const { box, ninety, half, mean, scale } = fanOf(weeks);

  test('has whole, finite paths inside of its box', () => {
    for (const path of [ninety, half, mean]) {
      expect(path).toMatch(/^M\d+ \d+l[\d -]+z?$/u);
      for (const [x, y] of walked(path)) {
        expect(x >= 0 && x <= box.width).toBe(true);
        expect(y >= 0 && y <= box.height).toBe(true);
      }
    }
    expect(walked(ninety)).toHaveLength(104);
  });

  test('stands on 0, its mean where its axis says', () => {
    const places = walked(mean);
    expect(places).toHaveLength(52);
    for (const [week, [x, y]] of places.entries())
      expect([x, y]).toEqual([week, Math.round(box.height * (1 - scale.at(weeks[week]?.mean ?? 0)))]);
    expect(places[0]).toEqual([0, box.height]);
    expect(scale.ticks.at(-1)).toBeGreaterThanOrEqual(100);
  });

  test('has its half inside of its whole', () => {
    const [whole, middle] = [walked(ninety), walked(half)];
    for (let week = 0; week < 52; week++) {
      expect(middle[week]?.[1]).toBeGreaterThanOrEqual(whole[week]?.[1] ?? 0);
      expect(middle[103 - week]?.[1]).toBeLessThanOrEqual(whole[103 - week]?.[1] ?? 0);
    }
  });

  test('is open where nothing is known', () => {
    const gaps = fanOf([interval(1), interval(2), null, interval(3)]);
    expect(gaps.mean).toMatch(/^M0 \d+l1-\d+M3 \d+h0$/u);
    expect(fanOf([null, null])).toMatchObject({ ninety: '', mean: '' });
  });
});
