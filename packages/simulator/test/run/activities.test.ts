import { describe, expect, test } from 'vitest';
import type { Activity, Clock, ClockAct, Model, Transfer } from '../../src/model/types.ts';
import { simulateOnThreads } from '../../src/node/threads.ts';
import { packPool, unpackPool } from '../../src/pool/packed.ts';
import { brokenClocks } from '../../src/results/kept.ts';
import { resultsOf } from '../../src/results/results.ts';
import { Held } from '../../src/run/held.ts';
import { simulate } from '../../src/simulate.ts';
import { Hours } from '../../src/time/hours.ts';
import { certain, clockOf, plain, poolOf, type Ran, runs, set, total } from '../support/simple.ts';
import { errorsFrom, rare } from '../support/statistics.ts';

const hour = 3_600_000;
const day = 24 * hour;

interface Given {
  readonly share?: number;
  readonly times?: number;
  readonly takes?: number;
  readonly every?: number;
  readonly effort?: number;
}

/** The plain model, in which nobody waits for people, with other parts. */
function model(parts: Partial<Model>): Model {
  const desks = plain.desks.map((desk) => ({ ...desk, people: -1, per_person: -1 }));
  return { ...plain, desks, ...parts };
}

/** A model with one more activity; its numbers are parameters `<id>.<key>`. */
function withActivity(base: Model, own: Partial<Activity> & { readonly id: string }, given: Given): Model {
  const keys = ['share', 'times', 'takes', 'every', 'effort'] as const;
  const values = { share: 10_000, times: 1, ...given };
  const added = keys.filter((key) => values[key] !== undefined);
  const parameters = added.map((key) =>
    certain(
      `${own.id}.${key}`,
      values[key] as number,
      key === 'share' ? 'share' : key === 'times' ? 'times' : 'ms',
    ),
  );
  const index = (key: (typeof keys)[number]): number => {
    const at = added.indexOf(key);
    return at < 0 ? -1 : base.parameters.length + at;
  };
  const activity: Activity = {
    event: own.id,
    by_people: false,
    calendar: null,
    after_stages: [],
    after_events: [],
    next: [],
    share: index('share'),
    times: index('times'),
    takes: index('takes'),
    every: index('every'),
    effort: index('effort'),
    ...own,
  };
  return {
    ...base,
    parameters: [...base.parameters, ...parameters],
    activities: [...base.activities, activity],
  };
}

const act = (activity: number, does: ClockAct['does'], pause = -1): ClockAct => ({
  activity,
  transfer: -1,
  does,
  pause,
});

const withClock = (base: Model, clock: Partial<Clock>): Model => ({ ...base, clocks: [clockOf(clock)] });

function kept(ran: Ran, clock = 0): number[] {
  const { kept: keeps, started } = ran.runner.layout;
  return ran.rows.map((row) => total(ran, row, keeps[clock]) / total(ran, row, started[clock]));
}

function startedBy(acts: readonly ClockAct[], base: Model): number[] {
  const ran = runs(withClock(base, { acts, within_ms: 3 * day }), 3);
  return ran.rows.map((row) => total(ran, row, ran.runner.layout.started[0]));
}

const mostly = (share: number): Readonly<Record<string, number>> => ({ 'accepting.rate': share });

/** Leads that stay and are called so often, a day apart: followed at once, or among events that come with the stage. */
function calledDaily(times: number): { readonly called: Model; readonly among: Model } {
  const called = withActivity(
    set(plain, { ...mostly(0), 'desk.people': 3 }),
    { id: 'call', by_people: true, after_stages: [0] },
    { times, every: day },
  );
  // Something that never happens, but could when the lead comes to the stage.
  return { called, among: withActivity(called, { id: 'reply', after_stages: [0] }, { share: 0 }) };
}

describe('attempts', () => {
  // Nobody is accepted, so leads stay and are called: once, and three times more on average.
  const calling = withActivity(
    set(model({}), mostly(0)),
    { id: 'call', by_people: true, after_stages: [0] },
    { times: 4, every: 2 * day },
  );
  const tried = (within: number): Model =>
    withClock(calling, { at_least: 3, acts: [act(0, 'try')], within_ms: within });

  test('are kept as often as so many are made', () => {
    const atLeastTwoMore = 1 - Math.exp(-3) * (1 + 3);
    expect(errorsFrom(kept(runs(tried(30 * day), 12)), atLeastTwoMore)).toBeLessThan(rare);
  });

  test('count at the deadline, and not after it', () => {
    expect(kept(runs(tried(4 * day), 3)).every((share) => share > 0.7)).toBe(true);
    expect(kept(runs(tried(4 * day - 1000), 3))).toEqual([0, 0, 0]);
  });

  test('end when the lead leaves the stage', () => {
    const accepted = set(tried(30 * day), mostly(10_000));
    expect(kept(runs(accepted, 2))).toEqual([0, 0]);
    const stops = { ...accepted, clocks: accepted.clocks.map((one) => ({ ...one, by_steps: [0] })) };
    expect(kept(runs(stops, 2))).toEqual([1, 1]);
  });

  test('begin when people begin, and count that where it is one', () => {
    const twice = { at_least: 3, acts: [act(0, 'try')], tries_by_work: true, within_ms: 2 * day };
    const atLeastOneMore = 1 - Math.exp(-3);
    expect(errorsFrom(kept(runs(withClock(calling, twice), 12)), atLeastOneMore)).toBeLessThan(rare);
  });

  test('without an effort are the same followed at once, or among events that come with the stage', () => {
    const { called, among } = calledDaily(4);
    const acts = [act(0, 'try')];
    const clock = { acts, at_least: 3, within_ms: 3 * day };
    const all = kept(runs(withClock(called, clock), 5));
    expect(kept(runs(withClock(among, { ...clock, acts: [...acts, act(1, 'stop')] }), 5))).toEqual(all);
    expect(all.every((share) => share > 0 && share < 1)).toBe(true);
  });

  test('that start a clock anew after the warm-up make it count, wherever it began', () => {
    const { called, among } = calledDaily(20);
    const acts = [act(0, 'restart')];
    expect(startedBy(acts, called)).toEqual(startedBy([...acts, act(1, 'stop')], among));
  });

  test('cost the time of people, which the desk’s load shows', () => {
    const people = { ...plain, desks: plain.desks };
    const busy = withActivity(
      set(people, { ...mostly(0), 'desk.people': 4 }),
      { id: 'call', by_people: true, after_stages: [0] },
      { times: 4, every: day, effort: 6 * 60_000 },
    );
    const ran = runs(busy, 20);
    const { busy: worked, open } = ran.runner.layout;
    const loads = ran.rows.map((row) => total(ran, row, worked[0]) / total(ran, row, open[0]));
    const callsPerDay = 30 * 4;
    expect(errorsFrom(loads, 30 / 18 / 4 + (callsPerDay * 0.1) / 24 / 4)).toBeLessThan(rare);
  });

  test('wait for whoever has the lead, and others wait for them', () => {
    const clock = { by_work: true, within_ms: 30 * 60_000 };
    const alone = withClock(set(plain, { ...mostly(0), 'desk.people': 3 }), clock);
    const called = (effort: number): Model =>
      withActivity(
        alone,
        { id: 'call', by_people: true, after_stages: [0] },
        { times: 4, every: day, effort },
      );
    const [free, short, long] = [alone, called(0), called(20 * 60_000)].map(
      (one) => kept(runs(one, 10)).reduce((a, b) => a + b, 0) / 10,
    );
    expect(short).toBe(free);
    expect(long).toBeLessThan((free as number) - 0.1);
  });
});

/** Everybody is accepted after a day; three in ten clocks stand still from two hours on. */
function paused(length: number): Model {
  const asked = withActivity(
    set(model({}), mostly(10_000)),
    { id: 'asked', after_stages: [0], next: [1] },
    { share: 3000, takes: 2 * hour },
  );
  const answered = withActivity(asked, { id: 'answered' }, { takes: length });
  const acts = [act(1, 'resume', 0), act(0, 'pause', 0)];
  return withClock(answered, { by_steps: [0], acts, pauses: 1, within_ms: 12 * hour });
}

describe('a pause', () => {
  test('of fixed length gives the clock as much more time', () => {
    expect(kept(runs(paused(11 * hour), 2))).toEqual([0, 0]);
    expect(errorsFrom(kept(runs(paused(12 * hour), 12)), 0.3)).toBeLessThan(rare);
  });

  test('that is open when the clock stops counts until then', () => {
    expect(errorsFrom(kept(runs(paused(60 * hour), 12)), 0.3)).toBeLessThan(rare);
  });

  test('counts in the hours of the clock, once where several are open', () => {
    // Open for the first hour of each day.
    const days = Array.from({ length: 10 }, (_, n) => n * 86_400);
    const hours = new Hours(
      Int32Array.from(days),
      Int32Array.from(days, (opens) => opens + 3600),
    );
    const held = new Held();
    held.reset(5000);
    held.pause(5000, 0, 1800);
    held.pause(5000, 1, 86_400);
    held.resume(5000, 0, 90_000, hours);
    expect(held.heldAt(5000, 90_000, hours)).toBe(1800 + 3600);
    held.resume(5000, 1, 2 * 86_400 + 600, hours);
    held.resume(5000, 1, 3 * 86_400, hours);
    expect(held.heldAt(5000, 4 * 86_400, hours)).toBe(1800 + 3600 + 600);
    held.reset(5000);
    expect(held.heldAt(5000, 5 * 86_400, hours)).toBe(0);
  });
});

describe('what else happens', () => {
  test('stops a clock', () => {
    const mailed = withActivity(
      model({}),
      { id: 'mailed', after_stages: [0] },
      { share: 8000, takes: 3 * hour },
    );
    const clock = (within: number): Model => withClock(mailed, { acts: [act(0, 'stop')], within_ms: within });
    expect(errorsFrom(kept(runs(clock(3 * hour), 12)), 0.8)).toBeLessThan(rare);
    expect(kept(runs(clock(3 * hour - 1000), 2))).toEqual([0, 0]);
  });

  test('comes one after the other', () => {
    const called = withActivity(
      set(model({}), mostly(0)),
      { id: 'call', by_people: true, after_stages: [0], next: [1] },
      { times: 4, every: day },
    );
    const reached = withActivity(called, { id: 'reached' }, { share: 5000 });
    const clock = withClock(reached, { acts: [act(1, 'stop')], within_ms: 60 * day });
    // Each of 1 + Poisson(3) calls reaches half of those that are still to be reached.
    expect(errorsFrom(kept(runs(clock, 12)), 1 - 0.5 * Math.exp(-1.5))).toBeLessThan(rare);
  });
});

describe('a transfer', () => {
  const moved: Transfer = { id: 'moving', event: 'owner_changed', from: 0, to: 1, share: 6, takes: 7 };
  const base = (parts: Partial<Model>): Model => ({
    ...plain,
    parameters: [...plain.parameters, certain('moving.share', 4000), certain('moving.takes', 5 * hour, 'ms')],
    desks: [...plain.desks, { ...(plain.desks[0] as Model['desks'][number]), id: 'other', people: -1 }],
    transfers: [moved],
    clocks: [clockOf({ by_work: true, within_ms: hour })],
    ...parts,
  });
  const many = set(base({}), { 'desk.people': 30 });

  test('lets a lead lie, and then go to the other desk', () => {
    const ran = runs(many, 12);
    const { arrived, entered } = ran.runner.layout;
    const stayed = ran.rows.map((row) => total(ran, row, arrived[0]) / total(ran, row, entered[0]));
    expect(errorsFrom(stayed, 0.6)).toBeLessThan(rare);
    expect(errorsFrom(kept(ran), 0.6)).toBeLessThan(rare);
  });

  test('starts the clocks anew that say so', () => {
    const acts: readonly ClockAct[] = [{ activity: -1, transfer: 0, does: 'restart', pause: -1 }];
    const anew = { ...many, clocks: [clockOf({ by_work: true, within_ms: hour, acts })] };
    expect(kept(runs(anew, 3))).toEqual([1, 1, 1]);
  });

  test('does not save a lead that its stage forgets before', () => {
    const stages = many.stages.map((stage, index) =>
      index === 0 ? { ...stage, stale_to: 2, stale_ms: 4 * hour } : stage,
    );
    const ran = runs({ ...many, stages }, 3);
    const { arrived, entered } = ran.runner.layout;
    for (const row of ran.rows)
      expect(total(ran, row, arrived[0])).toBeLessThan(0.7 * total(ran, row, entered[0]));
  });
});

describe('a clock that runs beside people’s work', () => {
  const asking = {
    id: 'asking',
    event: 'price_asked',
    share: 6,
    times: 7,
    within_ms: 7 * day,
    with: {},
    properties: [],
  };
  const apart = { stage: -1, starts: ['price_asked'], stops: [], by_return: false, begins: [0] };
  const asked: Model = {
    ...plain,
    parameters: [...plain.parameters, certain('asking.share', 10_000), certain('asking.times', 1, 'times')],
    behaviours: [asking],
  };
  const answered = withActivity(
    asked,
    { id: 'receipt', after_events: ['price_asked'] },
    { share: 9000, takes: 4 * 60_000 },
  );
  const clock = (within: number): Model =>
    withClock(answered, { starts: -1, acts: [act(0, 'stop')], apart, within_ms: within });

  test('starts with what a lead does, and is stopped by a mail', () => {
    const ran = runs(clock(4 * 60_000), 12);
    expect(errorsFrom(kept(ran), 0.9)).toBeLessThan(rare);
    const { started } = ran.runner.layout;
    const each = ran.rows.map((row) => total(ran, row, started[0]));
    expect(errorsFrom(each, 30 * 7 * plain.weeks)).toBeLessThan(rare);
    expect(kept(runs(clock(4 * 60_000 - 1000), 2))).toEqual([0, 0]);
  });

  test('is stopped by what the lead does', () => {
    const stops = { ...apart, stops: ['price_asked'] };
    const stopped = withClock(answered, { starts: -1, acts: [], apart: stops });
    expect(kept(runs(stopped, 2))).toEqual([1, 1]);
  });

  test('starts in a stage that nobody works', () => {
    const bought = { ...apart, stage: 2, starts: [] };
    const acts = [act(0, 'stop')];
    const one = withClock(answered, { starts: -1, acts, apart: bought, within_ms: hour });
    const ran = runs(one, 10);
    const { started, entered } = ran.runner.layout;
    for (const row of ran.rows) expect(total(ran, row, started[0])).toBe(total(ran, row, entered[2]));
    expect(errorsFrom(kept(ran), 0.9)).toBeLessThan(rare);
  });

  test('is not made any better by more people or fewer leads', () => {
    const known = { shares: [0.5], times: new Float64Array(0) };
    expect(brokenClocks(clock(hour), known)).toEqual([]);
    expect(brokenClocks(withClock(answered, {}), known)).toHaveLength(1);
  });

  test('is part of a packed pool', () => {
    const pool = poolOf(clock(hour));
    expect(unpackPool(packPool(pool).buffer)).toEqual(pool);
    expect(pool.apart_clock.length).toBe(pool.size);
  });

  test('is the same in any order of runs, and on one thread or two', async () => {
    const transfers: readonly Transfer[] = [
      { id: 'moving', event: 'owner_changed', from: -1, to: -1, share: 8, takes: 9 },
    ];
    const more = {
      ...clock(hour),
      parameters: [
        ...clock(hour).parameters,
        certain('moving.share', 500),
        certain('moving.takes', hour, 'ms'),
      ],
    };
    const called = withActivity(
      more,
      { id: 'call', by_people: true, after_stages: [0] },
      { times: 4, every: hour, effort: 60_000 },
    );
    const whole: Model = {
      ...called,
      transfers: transfers.map((one) => ({
        ...one,
        share: called.parameters.findIndex(({ id }) => id === 'moving.share'),
        takes: called.parameters.findIndex(({ id }) => id === 'moving.takes'),
      })),
    };
    const pool = poolOf(whole);
    const one = simulate(whole, { pool, seed: 5, runs: 6 });
    const two = await simulateOnThreads(whole, { pool, seed: 5, runs: 6, threads: 2 });
    const json = (batch: typeof one): string =>
      JSON.stringify(resultsOf(whole, batch!, { seed: 5, pool: pool.size }));
    expect(json(two)).toBe(json(one));
  });
});
