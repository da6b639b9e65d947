import type { Agreement } from '@smarketing/compiler/ir';
import { buildPool, type Model, simulate } from '@smarketing/simulator';
import { beginOnThreads, type Whole } from '@smarketing/simulator/node';
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

export interface Around {
  readonly io: Io;
  readonly stages: Stages;
}

/** Runs whose leads are drawn while versions are still being compared. */
export interface Runs {
  readonly add: (version: Simulating) => Promise<void>;
  /** The runs of each version, and the leads that they draw from; `undefined` where a person ended it. */
  readonly finish: () => Promise<readonly Whole[] | undefined>;
  /** Ends them, in any case. */
  readonly end: () => Promise<void>;
}

/** Begins to draw the leads of a version, or of two with the same luck. */
export function beginRuns(
  models: number,
  { seed, runs, pool: size, threads }: Sizes,
  { io, stages }: Around,
): Runs {
  if (runs * size <= hardlyAny) return runsHere({ seed, runs, pool: size });
  const begun = beginOnThreads({
    models,
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
  const add = async ({ model, agreement }: Simulating): Promise<void> => {
    begun.add({ model, engine: await engineUrl(agreement, 'unchecked') });
  };
  return { ...begun, add };
}

/** The runs of versions that are there already. */
export async function runsOf(
  versions: readonly Simulating[],
  sizes: Sizes,
  around: Around,
): Promise<readonly Whole[] | undefined> {
  const runs = beginRuns(versions.length, sizes, around);
  try {
    for (const version of versions) await runs.add(version);
    return await runs.finish();
  } finally {
    await runs.end();
  }
}

/** Runs times leads that take less time than it takes to begin a thread. */
const hardlyAny = 5000;

function runsHere({ seed, runs, pool: size }: Sizes): Runs {
  const versions: Simulating[] = [];
  const whole = async ({ model, agreement }: Simulating): Promise<Whole> => {
    const pool = buildPool(model, { engine: await loadGenerated(agreement), seed, size });
    const batch = pool && simulate(model, { pool, seed, runs });
    if (!batch) throw new Error('Nobody ends this simulation.');
    return { pool, batch };
  };
  return {
    add: async (version) => void versions.push(version),
    finish: async () => await Promise.all(versions.map(whole)),
    end: async () => {},
  };
}
