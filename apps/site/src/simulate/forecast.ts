import type { Agreement } from '@smarketing/compiler/ir';
import { buildPool, type Engine, feasibility, modelOf, resultsOf } from '@smarketing/simulator';
import { simulateOnThreads } from '@smarketing/simulator/node';
import { type Outcomes, sizes } from '../lib/outcomes/types.ts';
import { watchPersonas } from './personas.ts';

/** Simulates an agreement with its published engine, on all cores. */
export async function forecast(agreement: Agreement, engine: Engine): Promise<Outcomes> {
  const { seed, runs } = sizes;
  const model = modelOf(agreement);
  const personas = watchPersonas(agreement, engine);
  const pool = buildPool(model, { engine: personas.engine, seed, size: sizes.pool });
  const batch = pool && (await simulateOnThreads(model, { pool, seed, runs }));
  if (!batch) throw new Error('Nobody ends this simulation.');
  return {
    results: resultsOf(model, batch, { seed, pool: pool.size }),
    breaches: feasibility(model, { pool, seed, runs: 6 }),
    personas: personas.sharesOf(model, pool),
  };
}
