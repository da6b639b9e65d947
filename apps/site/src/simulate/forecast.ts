import type { Agreement } from '@smarketing/compiler/ir';
import {
  breakingPoint,
  buildPool,
  type Engine,
  feasibility,
  modelOf,
  resultsOf,
} from '@smarketing/simulator';
import { simulateOnThreads } from '@smarketing/simulator/node';
import { type Outcomes, sizes } from '../lib/outcomes/types.ts';
import { watchPersonas } from './personas.ts';

/** Simulates an agreement with its published engine, on all cores. */
export async function forecast(
  agreement: Agreement,
  engine: Engine,
  { weeks, seed, runs, pool: size } = sizes,
): Promise<Outcomes> {
  const model = modelOf(agreement, { weeks });
  const personas = watchPersonas(agreement, engine);
  const pool = buildPool(model, { engine: personas.engine, seed, size });
  const batch = pool && (await simulateOnThreads(model, { pool, seed, runs }));
  if (!batch) throw new Error('Nobody ends this simulation.');
  const look = { pool, seed, runs: 6, known: batch };
  return {
    results: resultsOf(model, batch, { seed, pool: pool.size }),
    breaches: feasibility(model, look),
    breaks_first: breakingPoint(model, look),
    personas: personas.sharesOf(model, pool),
  };
}
