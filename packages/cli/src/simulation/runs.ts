import type { Agreement } from '@smarketing/compiler/ir';
import { type Batch, buildPool, type Model, type Pool } from '@smarketing/simulator';
import { simulateOnThreads } from '@smarketing/simulator/node';
import type { Io } from '../io.ts';
import { loadGenerated } from '../load/engine.ts';
import type { Stages } from '../report/simulation/progress.ts';

export interface Sizes {
  readonly seed: number;
  readonly runs: number;
  /** How many leads are drawn and decided. */
  readonly pool: number;
  readonly threads?: number | undefined;
}

/** All runs of a version, and the leads that they draw from. */
export interface Runs {
  readonly batch: Batch;
  readonly pool: Pool;
}

/** Draws the leads of a model and simulates it; `undefined` where a person ended it. */
export async function runsOf(
  { model, agreement }: { readonly model: Model; readonly agreement: Agreement },
  { seed, runs, pool: size, threads }: Sizes,
  { io, stages }: { readonly io: Io; readonly stages: Stages },
): Promise<Runs | undefined> {
  const engine = await loadGenerated(agreement);
  const pool = buildPool(model, {
    engine,
    seed,
    size,
    onProgress: (done) => {
      stages.tell('Deciding leads', done);
      return io.stopped?.aborted !== true;
    },
  });
  if (!pool) return undefined;
  const batch = await simulateOnThreads(model, {
    pool,
    seed,
    runs,
    onProgress: (done) => {
      stages.tell('Simulating', done / runs);
    },
    ...(threads !== undefined && { threads }),
    ...(io.stopped && { signal: io.stopped }),
  });
  return batch && { batch, pool };
}
