import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/model/types.ts';
import { simulateOnThreads } from '../../src/node/threads.ts';
import { intervalOf } from '../../src/results/intervals.ts';
import { differencesOf } from '../../src/results/pairs.ts';
import { type Results, resultsOf } from '../../src/results/results.ts';
import { joined, batchMaker } from '../../src/run/batch.ts';
import { simulate } from '../../src/simulate.ts';
import { certain, plain, poolOf, set } from '../support/simple.ts';
import { errorsFrom, mean, rare } from '../support/statistics.ts';

const pool = poolOf(plain);
const seed = 5;

function told(model: Model, runs: number): Results {
  const batch = simulate(model, { pool, seed, runs });
  if (!batch) throw new Error('Nobody ended it.');
  return resultsOf(model, batch, { seed, pool: pool.size });
}

/** The plain model with a goal of customers, and an uncertain rate. */
const withGoal: Model = {
  ...plain,
  parameters: plain.parameters.map((one) =>
    one.id === 'winning.rate'
      ? { ...one, low: 2000, high: 3000 }
      : one.id === 'accepting.rate'
        ? { ...one, low: 4900, high: 5100 }
        : one,
  ),
  goals: [{ id: 'customers', stage: 2, target: 300, from_day: 28, until_day: 28 + 84 }],
};

describe('threads', () => {
  test('one, two and other batches give the same to the last digit', { timeout: 60_000 }, async () => {
    const one = told(withGoal, 11);
    const two = await simulateOnThreads(withGoal, { pool, seed, runs: 11, threads: 2 });
    expect(JSON.stringify(resultsOf(withGoal, two!, { seed, pool: pool.size }))).toBe(JSON.stringify(one));
    const make = batchMaker([{ model: withGoal, pool }], seed);
    const parts = [make(8, 3)!, make(0, 5)!, make(5, 3)!].flat();
    expect(JSON.stringify(resultsOf(withGoal, joined(parts), { seed, pool: pool.size }))).toBe(
      JSON.stringify(one),
    );
  });

  test('tell how far they are, and end when they are told to', { timeout: 60_000 }, async () => {
    const ended = new AbortController();
    const done: number[] = [];
    const onProgress = (runs: number): void => {
      done.push(runs);
      ended.abort();
    };
    const batch = await simulateOnThreads(plain, {
      pool,
      seed,
      runs: 500,
      threads: 1,
      onProgress,
      signal: ended.signal,
    });
    expect(batch).toBeUndefined();
    expect(done).toEqual([4]);
    expect(simulate(plain, { pool, seed, runs: 9, onProgress: (runs) => runs < 3 })).toBeUndefined();
  });
});

test('an interval has the mean and the quantiles, and leaves out what is not there', () => {
  const values = Float64Array.from({ length: 101 }, (_, i) => 100 - i);
  expect(intervalOf(values)).toEqual({ mean: 50, p5: 5, p25: 25, p50: 50, p75: 75, p95: 95 });
  expect(intervalOf(Float64Array.of(Number.NaN, 1, Number.NaN, 2))).toMatchObject({ mean: 1.5, p50: 1.5 });
  expect(intervalOf(Float64Array.of(Number.NaN))).toBeNull();
});

describe('a goal', () => {
  test('is reached as often as customers come', () => {
    const { goals, outcomes } = told(withGoal, 100);
    const reached = outcomes.find(({ id }) => id === 'goal.customers')?.all;
    // 30 leads a day for 84 days, one in eight: 315. Half of the runs have more than the median.
    expect(reached?.p25).toBeLessThan(315);
    expect(reached?.p75).toBeGreaterThan(315);
    expect(goals[0]?.probability).toBeGreaterThan(0.5);
    expect(goals[0]?.probability).toBeLessThan(0.9);
  });

  test('is what its plan worked backwards says: as many leads as it needs bring as many customers', () => {
    // 105 customers, of 420 SQLs, of 840 MQLs in 12 weeks: 10 a day.
    const needs = [105, Math.ceil(105 / 0.25), Math.ceil(105 / 0.25 / 0.5)];
    const model = set({ ...plain, goals: withGoal.goals }, { 'web.leads': needs[2]! / 84, day: 1 });
    const batch = simulate(model, { pool, seed, runs: 100 })!;
    const width = batch.rows.length / batch.runs;
    const { outcomes } = resultsOf(model, batch, { seed, pool: pool.size });
    const at = outcomes.findIndex(({ id }) => id === 'goal.customers');
    expect(at).toBeGreaterThan(0);
    const goal = width - 1;
    const customers = Array.from({ length: 100 }, (_, run) => batch.rows[run * width + goal] as number);
    expect(errorsFrom(customers, needs[0]!)).toBeLessThan(rare);
  });
});

test('what is known least matters most', () => {
  const { influences } = told(withGoal, 80);
  expect(influences.map(({ parameter }) => parameter)).toEqual(['winning.rate', 'accepting.rate']);
  expect(influences[0]!.correlation).toBeGreaterThan(0.6);
});

/** How wide the range of the change of SQLs is. */
function width(pair: ReturnType<typeof differencesOf>): number {
  const { p5, p95 } = pair.find(({ id }) => id === 'entered.sql')!.change;
  return p95 - p5;
}

describe('a pair', () => {
  const more = set(plain, { 'web.leads': 31 });
  const [before, after] = [plain, more].map((model) => ({
    model,
    batch: simulate(model, { pool, seed, runs: 40 })!,
  }));

  test('of the same model has no change at all', () => {
    const same = differencesOf(before!, before!);
    expect(same.every(({ change, clear }) => change.p5 === 0 && change.p95 === 0 && !clear)).toBe(true);
  });

  test('has a narrower range than two simulations with other luck', () => {
    const other = { model: more, batch: simulate(more, { pool, seed: 99, runs: 40 })! };
    expect(width(differencesOf(before!, after!))).toBeLessThan(0.5 * width(differencesOf(before!, other)));
  });

  test('says what is clear, and what is not', () => {
    const byId = new Map(differencesOf(before!, after!).map((one) => [one.id, one]));
    expect(byId.get('entered.mql')).toMatchObject({ clear: true });
    expect(byId.get('stay.sql')).toMatchObject({ clear: false });
    expect(mean([byId.get('entered.mql')!.change.mean])).toBeCloseTo(84, -1);
  });
});

test('an outcome that no run has is told as such', () => {
  const nobody = set(
    { ...plain, parameters: [...plain.parameters, certain('x', 1)] },
    { 'accepting.rate': 0 },
  );
  const { outcomes } = told(nobody, 3);
  expect(outcomes.find(({ id }) => id === 'stay.sql')?.all).toBeNull();
});
