import { type Agreement, evaluate } from '@smarketing/compiler/ir';
import {
  type Batch,
  buildPool,
  type Engine,
  type Model,
  modelOf,
  type Pool,
  poolWeights,
  referenceEngine,
  type Results,
  resultsOf,
  simulate,
} from '@smarketing/simulator';
import { first, simulated } from '../../what-if/sizes.ts';

/** The agreement in force, simulated: what every proposal is compared with. */
export interface Base {
  readonly model: Model;
  readonly pool: Pool;
  readonly firstPool: Pool;
  readonly batch: Batch;
  readonly results: Results;
  /** By rule: how many points it gives all leads together, whichever sign they have. */
  readonly weights: ReadonlyMap<string, number>;
}

const known = new Map<string, Base>();

/** Simulated once for all files of the page. */
export function baseOf(agreement: Agreement): Base {
  const base = known.get(agreement.hash) ?? makeBase(agreement);
  known.set(agreement.hash, base);
  return base;
}

const { weeks, seed, runs } = simulated;

function makeBase(agreement: Agreement): Base {
  const model = modelOf(agreement, { weeks });
  const firstPool = poolOf(model, referenceEngine(agreement), first.pool);
  const { engine, given } = counting(agreement);
  const pool = poolOf(model, engine, simulated.pool);
  const batch = simulate(model, { pool, seed, runs });
  if (batch === undefined) throw new Error('Nobody ends the simulation');
  const results = resultsOf(model, batch, { seed, pool: pool.size });
  return { model, pool, firstPool, batch, results, weights: weightsOf(given, poolWeights(model, pool)) };
}

function poolOf(model: Model, engine: Engine, size: number): Pool {
  const pool = buildPool(model, { engine, seed, size });
  if (pool === undefined) throw new Error('Nobody ends the pool');
  return pool;
}

type Given = Map<string, Map<string, number>>;

/** An engine that notes which points each rule gave a lead when it was decided about last. */
function counting(agreement: Agreement): { readonly engine: Engine; readonly given: Given } {
  const given: Given = new Map();
  const reference = referenceEngine(agreement);
  const engine: Engine = {
    ...reference,
    decide: (lead, options) => {
      const decision = evaluate(agreement, lead, options);
      const lines = Object.values(decision.ledger).flat();
      const points = lines.flatMap((line) => (line.kind === 'rule' ? [[line.id, line.points] as const] : []));
      given.set(decision.lead, new Map(points));
      return decision;
    },
  };
  return { engine, given };
}

/** Leads of a pool are called `p0`, `p1` and so on. */
function weightsOf(given: Given, leads: Float64Array): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [lead, points] of given)
    for (const [rule, value] of points)
      weights.set(rule, (weights.get(rule) ?? 0) + Math.abs(value) * (leads[Number(lead.slice(1))] ?? 0));
  return weights;
}
