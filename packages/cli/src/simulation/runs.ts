import type { Agreement } from '@smarketing/compiler/ir';
import { buildPool, type Model, simulate } from '@smarketing/simulator';
import { simulateWholeOnThreads, type Whole } from '@smarketing/simulator/node';
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

export interface Simulating {
  readonly model: Model;
  readonly agreement: Agreement;
}

/**
 * Draws the leads of a version, or of two with the same luck, and simulates all: the runs of each, and the leads that they draw from.
 * `undefined` where a person ended it.
 */
export async function runsOf(
  versions: readonly Simulating[],
  { seed, runs, pool: size, threads }: Sizes,
  { io, stages }: { readonly io: Io; readonly stages: Stages },
): Promise<readonly Whole[] | undefined> {
  if (runs * size <= hardlyAny)
    return await Promise.all(versions.map((version) => runsHere(version, { seed, runs, pool: size })));
  const plans = versions.map(async ({ model, agreement }) => ({ model, engine: await engineUrl(agreement) }));
  return await simulateWholeOnThreads(await Promise.all(plans), {
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

async function runsHere({ model, agreement }: Simulating, { seed, runs, pool: size }: Sizes): Promise<Whole> {
  const pool = buildPool(model, { engine: await loadGenerated(agreement), seed, size });
  const batch = pool && simulate(model, { pool, seed, runs });
  if (!batch) throw new Error('Nobody ends this simulation.');
  return { pool, batch };
}
