import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/model/types.ts';
import { plain, type Ran, runs, set, total } from '../support/simple.ts';
import { errorsFrom, mean, rare } from '../support/statistics.ts';

const daySeconds = 86_400;

/** The probability that a lead has to wait for one of c people who are offered a load of a (Erlang, 1917). */
function erlangC(c: number, a: number): number {
  let [term, sum] = [1, 0];
  for (let k = 0; k < c; k++) {
    sum += term;
    term *= a / (k + 1);
  }
  const top = (term * c) / (c - a);
  return top / (sum + top);
}

/** How long leads wait on average: M/M/c, in days. */
const wait = (c: number, perDay: number, eachDay: number): number =>
  erlangC(c, perDay / eachDay) / (c * eachDay - perDay);

const waits = (ran: Ran): number[] =>
  ran.rows.map((row) => {
    const { waited, begun } = ran.runner.layout;
    return total(ran, row, waited[0]) / total(ran, row, begun[0]) / daySeconds;
  });

/** Many runs of the plain model, which several tests look at. */
const many = runs(plain, 150);

describe('a desk that is always open', () => {
  // A ratio of two sums is biased by one part in so many leads: less than a tenth of the standard error here.
  test.each([
    [1, 0.7],
    [2, 0.85],
    [5, 0.8],
  ])('%i people at a load of %f let leads wait as long as Erlang says', (people, load) => {
    const eachDay = 30 / (people * load);
    const model = set(plain, { 'desk.people': people, 'desk.per_person': eachDay });
    expect(errorsFrom(waits(runs(model, 30)), wait(people, 30, eachDay))).toBeLessThan(rare);
  });

  test('is as busy as the leads make it', () => {
    const { busy, open } = many.runner.layout;
    const loads = many.rows.map((row) => total(many, row, busy[0]) / total(many, row, open[0]));
    expect(errorsFrom(loads, 30 / 36)).toBeLessThan(rare);
  });

  test('holds as many waiting leads as come while one waits: Little’s law', () => {
    const ran = many;
    const { area, arrived, waited, begun } = ran.runner.layout;
    const seconds = plain.weeks * 7 * daySeconds;
    const differences = ran.rows.map((row) => {
      const length = total(ran, row, area[0]) / seconds;
      const rate = total(ran, row, arrived[0]) / seconds;
      return length - (rate * total(ran, row, waited[0])) / total(ran, row, begun[0]);
    });
    expect(errorsFrom(differences, 0)).toBeLessThan(rare);
    expect(Math.abs(mean(differences))).toBeLessThan(0.05);
  });

  test.each(['round_robin', 'least_loaded'] as const)(
    'lets leads wait longer where each person has a line: %s',
    (assign) => {
      const model: Model = { ...plain, desks: plain.desks.map((desk) => ({ ...desk, assign })) };
      const [common, own] = [mean(waits(many)), mean(waits(runs(model, 30)))];
      expect(own).toBeGreaterThan(common);
    },
  );

  test('without enough people has a line that grows by what is not worked', () => {
    const ran = runs(set(plain, { 'desk.per_person': 12 }), 20);
    const { queue } = ran.runner.layout;
    const growth = ran.rows.map(
      (row) => ((row[queue[0]! + 11] as number) - (row[queue[0]!] as number)) / (11 * 7),
    );
    expect(errorsFrom(growth, 6)).toBeLessThan(rare);
  });
});

describe('a funnel of rates', () => {
  test('has as many leads at each stage as arithmetic says', () => {
    const ran = many;
    const { entered } = ran.runner.layout;
    const days = plain.weeks * 7;
    expect(
      errorsFrom(
        ran.rows.map((row) => total(ran, row, entered[0])),
        30 * days,
      ),
    ).toBeLessThan(rare);
    expect(
      errorsFrom(
        ran.rows.map((row) => total(ran, row, entered[1])),
        15 * days,
      ),
    ).toBeLessThan(rare);
    expect(
      errorsFrom(
        ran.rows.map((row) => total(ran, row, entered[2])),
        3.75 * days,
      ),
    ).toBeLessThan(rare);
  });

  test('lets leads stay as long as it takes', () => {
    const ran = runs(plain, 5);
    const { stay, left } = ran.runner.layout;
    for (const row of ran.rows) expect(total(ran, row, stay[1]) / total(ran, row, left[1])).toBe(daySeconds);
  });

  test('counts a lead for the week in which it entered, however long it takes', () => {
    const ran = runs(set(plain, { day: 30 * 86_400_000 }), 10);
    const { cohort, entered, pairs } = ran.runner.layout;
    const accepted = pairs.findIndex(({ from, to }) => from === 0 && to === 1);
    const shares = ran.rows.map((row) => total(ran, row, cohort[accepted]) / total(ran, row, entered[0]));
    expect(errorsFrom(shares, 0.5)).toBeLessThan(rare);
  });

  // Of 150 runs 135 ± 3.7 lie inside on average; more than 4.42 standard errors away is one seed in 100,000.
  test('spreads its conversions as a binomial count does', () => {
    const ran = many;
    const { cohort, entered, pairs } = ran.runner.layout;
    const accepted = pairs.findIndex(({ from, to }) => from === 0 && to === 1);
    const inside = ran.rows.filter((row) => {
      const of = total(ran, row, entered[0]);
      const off = Math.abs(total(ran, row, cohort[accepted]) - of / 2);
      return off < 1.6448536 * Math.sqrt(of / 4);
    });
    expect(Math.abs(inside.length - 135)).toBeLessThan(rare * Math.sqrt(150 * 0.9 * 0.1));
  });

  test('spreads its arrivals as a Poisson count does', () => {
    const ran = many;
    const counts = ran.rows.map((row) => total(ran, row, ran.runner.layout.entered[0]));
    const wanted = 30 * plain.weeks * 7;
    // The variance of 150 counts is within 4.42 × √(2 ÷ 149) of their mean.
    const variance = counts.reduce((sum, count) => sum + (count - wanted) ** 2, 0) / counts.length;
    expect(Math.abs(variance / wanted - 1)).toBeLessThan(rare * Math.sqrt(2 / 149));
  });
});

describe('a run', () => {
  test('is the same whichever runs were before it', () => {
    const all = runs(plain, 6).rows;
    const some = runs(plain, 2, { first: 4 }).rows;
    expect([...some[0]!]).toEqual([...all[4]!]);
    expect([...some[1]!]).toEqual([...all[5]!]);
  });

  test('is another one with another seed', () => {
    expect([...runs(plain, 1, { seed: 1 }).rows[0]!]).not.toEqual([...runs(plain, 1, { seed: 2 }).rows[0]!]);
  });
});
