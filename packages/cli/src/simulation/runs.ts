import type { Agreement } from '@smarketing/compiler/ir';
import { type Batch, buildPool, type Model, type Pool, simulate } from '@smarketing/simulator';
import { simulateWholeOnThreads } from '@smarketing/simulator/node';
import type { Io } from '../io.ts';
import { engineUrl, loadGenerated } from '../load/engine.ts';
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

interface Simulating {
  readonly model: Model;
  readonly agreement: Agreement;
}

/** Draws the leads of a model and simulates it; `undefined` where a person ended it. */
export async function runsOf(
  { model, agreement }: Simulating,
  { seed, runs, pool: size, threads }: Sizes,
  { io, stages }: { readonly io: Io; readonly stages: Stages },
): Promise<Runs | undefined> {
  if (runs * size <= hardlyAny) return runsHere({ model, agreement }, { seed, runs, pool: size });
  return await simulateWholeOnThreads(model, {
    engine: await engineUrl(agreement),
    seed,
    size,
    runs,
    onDecided: (share) => {
      stages.tell('Deciding leads', share);
    },
    onProgress: (done) => {
      stages.tell('Simulating', done / runs);
    },
    ...(threads !== undefined && { threads }),
    ...(io.stopped && { signal: io.stopped }),
  });
}

/** Runs times leads that take less time than it takes to begin a thread. */
const hardlyAny = 5000;

async function runsHere({ model, agreement }: Simulating, { seed, runs, pool: size }: Sizes): Promise<Runs> {
  const pool = buildPool(model, { engine: await loadGenerated(agreement), seed, size });
  const batch = pool && simulate(model, { pool, seed, runs });
  if (!batch) throw new Error('Nobody ends this simulation.');
  return { pool, batch };
}
