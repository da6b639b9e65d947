import type { Model, Parameter } from '../../src/model/types.ts';
import type { Engine } from '../../src/pool/engine.ts';
import { buildPool, type Pool } from '../../src/pool/pool.ts';
import { Runner } from '../../src/run/run.ts';

/** A number that is certain. */
export function certain(id: string, value: number, unit: Parameter['unit'] = 'share'): Parameter {
  const known = unit === 'ms' || unit === 'money' ? 'varies' : 'not';
  const base = { source: 'A test', as_of: null, low: null, high: null, min: 0, max: 1e12 };
  return { id, unit, known, value, ...base };
}

const step = (from: number, to: number, rate: number, takes = -1): Model['steps'][number] => ({
  id: `${from} to ${to}`,
  from,
  to,
  rate,
  takes,
  on: [`entered_${to}`],
});
const stage = (id: string, steps: readonly number[], end = false): Model['stages'][number] => ({
  id,
  title: id,
  exit: false,
  end,
  steps,
  stale_to: -1,
  stale_ms: -1,
});

/**
 * A funnel of rates, without rules: 30 leads a day become MQLs at once; half of these SQLs, a quarter of those customers, each
 * after a day. One desk that is open day and night gets the MQLs: two people, of whom each can work 18 a day.
 */
export const plain: Model = {
  agreement: { name: 'plain', hash: '', currency: 'EUR' },
  origin: Date.UTC(2026, 0, 5),
  weeks: 12,
  warm_up_weeks: 4,
  changes: [],
  parameters: [
    certain('web.leads', 30, 'leads'),
    certain('accepting.rate', 5000),
    certain('winning.rate', 2500),
    certain('day', 86_400_000, 'ms'),
    certain('desk.people', 2, 'people'),
    certain('desk.per_person', 18, 'leads'),
  ],
  rules: [],
  sources: [
    {
      id: 'web',
      leads: 0,
      expected: 30,
      cost: -1,
      periods_per_day: 1,
      weekdays: [1, 1, 1, 1, 1, 1, 1],
      months: Array.from({ length: 12 }, () => 1),
      with: {},
    },
  ],
  field_types: {},
  mixes: [],
  behaviours: [],
  stages: [stage('mql', [0]), stage('sql', [1]), stage('customer', [], true)],
  steps: [step(0, 1, 1, 3), step(1, 2, 2, 3)],
  routed: [true, false, false],
  desks: [
    {
      id: 'desk',
      title: 'Desk',
      assign: 'by_hand',
      calendar: 'always',
      people: 4,
      per_person: 5,
      per: { count: 1, unit: 'day' },
      members: [],
    },
  ],
  activities: [],
  transfers: [],
  clocks: [],
  counts: [],
  responses: [],
  goals: [],
  deal_size: -1,
  calendars: [],
  default_calendar: 'always',
  gaps: [],
};

/** A clock that runs in the first stage until the first step, by wall time. */
export function clockOf(own: Partial<Model['clocks'][number]>): Model['clocks'][number] {
  return {
    id: 'promise',
    says: 'A promise.',
    by: 'sales',
    starts: 0,
    by_work: false,
    by_steps: [],
    at_least: 0,
    tries_by_work: false,
    tries_by_steps: [],
    acts: [],
    pauses: 0,
    apart: null,
    within_ms: 86_400_000,
    calendar: 'always',
    kept_for: 9000,
    when: null,
    asks_engine: false,
    ...own,
  };
}

/** Decides nothing: all leads go to the desk. */
export const noRules: Engine = {
  readLead: (lead) => ({ lead }),
  decide: () => ({ stage: 'mql', moves: [], route: { queue: 'desk' }, promises: [] }),
};

/** A model with some numbers in place of others. */
export function set(model: Model, values: Readonly<Record<string, number>>): Model {
  const parameters = model.parameters.map((one) => ({ ...one, value: values[one.id] ?? one.value }));
  return { ...model, parameters };
}

export function poolOf(model: Model, engine: Engine = noRules, size = 100, seed = 1): Pool {
  const pool = buildPool(model, { engine, seed, size });
  if (!pool) throw new Error('Nobody ended it.');
  return pool;
}

export interface Ran {
  readonly runner: Runner;
  readonly rows: readonly Float64Array[];
}

/** So many runs of a model. */
export function runs(model: Model, count: number, { pool = poolOf(model), seed = 7, first = 0 } = {}): Ran {
  const runner = new Runner({ model, pool }, seed);
  const rows = Array.from({ length: count }, (_, number) => {
    const row = new Float64Array(runner.layout.length);
    runner.run(first + number, row);
    return row;
  });
  return { runner, rows };
}

/** The sum of a weekly number over the weeks of a run. */
export function total({ runner }: Ran, row: Float64Array, begin: number | undefined): number {
  if (begin === undefined) throw new Error('There is no such number.');
  return row.subarray(begin, begin + runner.layout.weeks).reduce((a, b) => a + b, 0);
}
