import { beforeAll, describe, expect, test } from 'vitest';
import { modelOf } from '../../src/model/model.ts';
import type { Model } from '../../src/model/types.ts';
import { historyDrawer } from '../../src/pool/draw-lead.ts';
import { type Engine, RefusedLead } from '../../src/pool/engine.ts';
import { buildPool } from '../../src/pool/pool.ts';
import { seedStream } from '../../src/random/stream.ts';
import { noRules, poolOf, type Ran, runs, total } from '../support/simple.ts';
import { agreementOf, engineOf } from '../support/starter.ts';
import { errorsBetween, mean, rare } from '../support/statistics.ts';

const starter = agreementOf('starter');
const few = { name: 'campaign_pages.leads', value: 2000 };
const model = modelOf(starter, { weeks: 6, warmUpWeeks: 2, settings: [few] });
let engine: Engine;

beforeAll(async () => {
  engine = await engineOf(starter);
});

function mqls(ran: Ran): number[] {
  const mql = model.stages.findIndex(({ id }) => id === 'mql');
  return ran.rows.map((row) => total(ran, row, ran.runner.layout.entered[mql]));
}

/** The same value, the names of all its mappings in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toReversed();
  return Object.fromEntries(entries.map(([name, one]) => [name, reversed(one)]));
}

describe('the pool of the starter', () => {
  test('is the same each time', () => {
    const [one, other] = [poolOf(model, engine, 300), poolOf(model, engine, 300)];
    expect(one).toEqual(other);
    expect(poolOf(model, engine, 300, 2)).not.toEqual(one);
  });

  test('is the same in whichever order a file has the names', () => {
    const other = modelOf(reversed(starter) as typeof starter, { weeks: 6, warmUpWeeks: 2, settings: [few] });
    expect(poolOf(other, engine, 300)).toEqual(poolOf(model, engine, 300));
    expect(JSON.stringify(other.parameters)).toBe(JSON.stringify(model.parameters));
  });

  test('tells how far it is, and ends when it is told to', () => {
    const told: number[] = [];
    const onProgress = (done: number): boolean => told.push(done) < 2;
    expect(buildPool(model, { engine, seed: 1, size: 5000, onProgress })).toBeUndefined();
    expect(told).toEqual([0, 1024 / 5000]);
  });

  // One seed in 100,000 fails with a right program.
  test('gives runs what leads drawn afresh would give them', { timeout: 60_000 }, () => {
    const pooled = Array.from({ length: 6 }, (_, seed) =>
      mean(mqls(runs(model, 15, { pool: poolOf(model, engine, 1000, seed), first: 100 * seed }))),
    );
    const fresh = Array.from({ length: 5 }, (_, number) =>
      mean(mqls(runs(model, 1, { pool: poolOf(model, engine, 3600, 1000 + number), first: 1000 + number }))),
    );
    expect(errorsBetween(pooled, fresh)).toBeLessThan(rare);
  });

  test('stands for other behaviour by drawing some leads more often', { timeout: 60_000 }, () => {
    const more = modelOf(starter, {
      weeks: 6,
      warmUpWeeks: 2,
      settings: [few, { name: 'demos.share', value: 220 }, { name: 'reading.times', value: 4 }],
    });
    const seeds = [1, 2, 3, 4, 5];
    const drawn = seeds.map((seed) => mean(mqls(runs(more, 12, { pool: poolOf(more, engine, 1000, seed) }))));
    const certain = weighed(more);
    const reweighed = seeds.map((seed) =>
      mean(mqls(runs(certain, 12, { pool: poolOf(model, engine, 1000, 10 + seed), first: 50 }))),
    );
    expect(errorsBetween(drawn, reweighed)).toBeLessThan(rare);
    expect(mean(drawn)).toBeGreaterThan(
      1.2 * mean(mqls(runs(model, 12, { pool: poolOf(model, engine, 2000) }))),
    );
  });
});

/** A model whose pool was drawn with the values of {@link model}, and whose runs have the values of another. */
function weighed(other: Model): Model {
  const parameters = model.parameters.map((one, index) => {
    const value = other.parameters[index]!.value;
    // A range without width: the drawn value is certain, and it is another one than the pool's.
    return value === one.value ? one : { ...one, low: value, high: value, min: value, max: value };
  });
  return { ...model, parameters };
}

test('a lead that the engine refuses is told', () => {
  const refusing: Engine = {
    ...noRules,
    readLead: () => ({ problems: [{ at: 'role', message: 'must be something else' }] }),
  };
  expect(() => poolOf(model, refusing, 10)).toThrow(RefusedLead);
});

test('a lead has values in the shares and ranges that are written', () => {
  const draw = historyDrawer(model);
  const leads = Array.from({ length: 4000 }, (_, index) =>
    draw({ stream: seedStream(3), index, source: 0, createdAt: Date.UTC(2026, 9, 1) }),
  ).map(({ lead }) => lead);
  const share = (test: (lead: (typeof leads)[number]) => boolean): number =>
    leads.filter(test).length / leads.length;
  // 4.42 standard errors of a share of 4,000: at most 0.035.
  expect(Math.abs(share(({ role }) => role === 'employee') - 0.55)).toBeLessThan(0.035);
  expect(Math.abs(share(({ employees }) => employees === undefined) - 0.15)).toBeLessThan(0.035);
  expect(Math.abs(share(({ employees }) => (employees as number) >= 500) - 0.1)).toBeLessThan(0.035);
  expect(
    leads.every(({ employees: n }) => n === undefined || (Number.isInteger(n) && (n as number) >= 1)),
  ).toBe(true);
  const reads = leads.map(({ events }) => events.filter(({ event }) => event === 'page_viewed').length);
  expect(Math.abs(mean(reads) - 0.7 * 3)).toBeLessThan(0.15);
});
