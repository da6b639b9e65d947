import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import type { Version } from '../run/alike.ts';
import type { Batch } from '../run/batch.ts';
import { conduct, type ConductOptions, conductPool } from '../workers/conduct.ts';
import type { Port } from '../workers/share-out.ts';

/** What a thread is given when it begins. */
export interface ThreadData {
  /** The addresses of the modules of engines, which leads are decided by. */
  readonly engines: readonly string[];
}

/** Runs a simulation on threads of Node: on all cores, if not told how many. */
export async function simulateOnThreads(
  model: Model,
  {
    pool,
    threads = availableParallelism(),
    ...options
  }: ConductOptions & { readonly pool: Pool; readonly threads?: number },
): Promise<Batch | undefined> {
  const count = Math.min(threads, options.runs);
  const batches = await onThreads(count, { engines: [] }, (ports) =>
    conduct(ports, [{ model, pool }], options),
  );
  return batches?.[0];
}

/** A model whose leads are not drawn yet. */
export interface Plan {
  readonly model: Model;
  /** The address of its engine's module, which may be a `data:` URL. */
  readonly engine: string;
}

export interface WholeOptions extends ConductOptions {
  /** How many leads of each are drawn in all, about. */
  readonly size: number;
  readonly threads?: number;
  /** Called with the share of the leads that are decided. */
  readonly onDecided?: (done: number) => void;
}

/** What comes of a plan. */
export interface Whole {
  readonly pool: Pool;
  readonly batch: Batch;
}

/**
 * Draws the leads of one model, or of two with the same luck, has them decided by the engines and simulates all, on threads of Node.
 * Pools and runs are those of `buildPool` and `simulate`, to the last digit; `undefined` where the signal ended it.
 */
export async function simulateWholeOnThreads(
  plans: readonly Plan[],
  { size, threads = availableParallelism(), onDecided, ...options }: WholeOptions,
): Promise<readonly Whole[] | undefined> {
  const { seed, signal } = options;
  return await onThreads(threads, { engines: plans.map(({ engine }) => engine) }, async (ports) => {
    const versions: Version[] = [];
    for (const [engine, { model }] of plans.entries()) {
      const about = { model, engine, settings: [], seed, size };
      const tell = (share: number): void => onDecided?.((engine + share) / plans.length);
      const pool = await conductPool(ports, about, signal, tell);
      if (!pool) return undefined;
      versions.push({ model, pool });
    }
    const batches = await conduct(ports, versions, options);
    return batches?.map((batch, index) => ({ batch, pool: (versions[index] as Version).pool }));
  });
}

async function onThreads<Result>(
  count: number,
  data: ThreadData,
  use: (ports: readonly Port[]) => Promise<Result>,
): Promise<Result> {
  const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL(file, import.meta.url), { workerData: data }),
  );
  try {
    return await use(workers.map(portOf));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function portOf(worker: Worker): Port {
  return {
    send: (task) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(task);
    },
    listen: (take, fail) => {
      worker.removeAllListeners().on('message', take).on('error', fail);
    },
  };
}
