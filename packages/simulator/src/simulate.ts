import type { Model } from './model/types.ts';
import type { Pool } from './pool/pool.ts';
import { type Batch, batchMaker } from './run/batch.ts';

export interface SimulateOptions {
  readonly pool: Pool;
  readonly seed: number;
  readonly runs: number;
  /** Called after each run with how many are done; returning `false` ends the simulation. */
  readonly onProgress?: (done: number) => boolean;
}

/** Runs a model so many times on this thread; `undefined` where it was ended. */
export function simulate(model: Model, { pool, seed, runs, onProgress }: SimulateOptions): Batch | undefined {
  let done = 0;
  return batchMaker([{ model, pool }], seed)(0, runs, () => onProgress?.(++done) !== false)?.[0];
}
