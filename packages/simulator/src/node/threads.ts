import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import type { Batch } from '../run/batch.ts';
import { conduct, type ConductOptions, conductPool } from '../workers/conduct.ts';
import type { Port } from '../workers/share-out.ts';

/** What a thread is given when it begins. */
export interface ThreadData {
  /** The address of the module of an engine, which leads are decided by; `null` where none are. */
  readonly engine: string | null;
}

/** Runs a simulation on threads of Node: on all cores, if not told how many. */
export async function simulateOnThreads(
  model: Model,
  { threads = availableParallelism(), ...options }: ConductOptions & { readonly threads?: number },
): Promise<Batch | undefined> {
  const count = Math.min(threads, options.runs);
  return await onThreads(count, { engine: null }, (ports) => conduct(ports, model, options));
}

export interface WholeOptions extends Omit<ConductOptions, 'pool'> {
  /** The address of the engine's module, which may be a `data:` URL. */
  readonly engine: string;
  /** How many leads are drawn in all, about. */
  readonly size: number;
  readonly threads?: number;
  /** Called with the share of the leads that are decided. */
  readonly onDecided?: (done: number) => void;
}

/**
 * Draws the leads of a model, has them decided by an engine and simulates it, all on threads of Node. Pool and runs are those of
 * `buildPool` and `simulate`, to the last digit; `undefined` where the signal ended it.
 */
export async function simulateWholeOnThreads(
  model: Model,
  { engine, size, threads = availableParallelism(), onDecided, ...options }: WholeOptions,
): Promise<{ readonly pool: Pool; readonly batch: Batch } | undefined> {
  const { seed, signal } = options;
  return await onThreads(threads, { engine }, async (ports) => {
    const pool = await conductPool(ports, { model, settings: [], seed, size }, signal, onDecided);
    const batch = pool && (await conduct(ports, model, { pool, ...options }));
    return batch && { pool, batch };
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
