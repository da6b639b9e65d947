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
  /** The address of the engine's module, which leads are decided by; `null` for runs only. */
  readonly engine: string | null;
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
  const workers = Array.from({ length: Math.min(threads, options.runs) }, () => threadFor(null));
  try {
    return (await conduct(workers.map(portOf), [{ model, pool }], options))?.[0];
  } finally {
    await ended(workers);
  }
}

/** A model whose leads are not drawn yet. */
export interface Plan {
  readonly model: Model;
  /** The address of its engine's module, which may be a `data:` URL. */
  readonly engine: string;
}

export interface WholeOptions extends ConductOptions {
  /** How many models there will be. */
  readonly models: number;
  /** How many leads of each are drawn in all, about. */
  readonly size: number;
  /** At least one for each model. */
  readonly threads?: number;
  /** Called with the share of the leads that are decided. */
  readonly onDecided?: (done: number) => void;
}

/** What comes of a plan. */
export interface Whole {
  readonly pool: Pool;
  readonly batch: Batch;
}

/** A simulation whose leads are drawn while its caller does something else. */
export interface Begun {
  /** Draws the leads of one model and has them decided, on threads of its own. */
  readonly add: (plan: Plan) => void;
  /** Simulates all models that were added; `undefined` where the signal ended it. */
  readonly finish: () => Promise<readonly Whole[] | undefined>;
  /** Ends its threads, in any case. */
  readonly end: () => Promise<void>;
}

/**
 * Draws the leads of one model, or of two with the same luck, has them decided by the engines and simulates all, on threads of Node.
 * Pools and runs are those of `buildPool` and `simulate`, to the last digit. Nobody has to end it for the process to end.
 */
export function beginOnThreads({
  models,
  size,
  threads = availableParallelism(),
  onDecided,
  ...options
}: WholeOptions): Begun {
  const { seed, signal } = options;
  const workers: Worker[] = [];
  const versions: Promise<Version | undefined>[] = [];
  const shares: number[] = [];

  function add({ model, engine }: Plan): void {
    const version = versions.length;
    const count = Math.max(1, Math.ceil((threads - version) / models));
    const own = Array.from({ length: count }, () => threadFor(engine));
    for (const worker of own) worker.unref();
    workers.push(...own);
    const drawn = conductPool(
      own.map(portOf),
      { model, settings: [], seed, size },
      {
        // All at once, as the caller may be too busy to listen.
        ahead: Infinity,
        signal,
        onProgress: (share) => {
          shares[version] = share;
          onDecided?.(shares.reduce((sum, one) => sum + one, 0) / models);
        },
      },
    ).then((pool) => pool && { model, pool });
    // What goes wrong is told by `finish`.
    drawn.catch(() => {});
    versions.push(drawn);
  }

  async function finish(): Promise<readonly Whole[] | undefined> {
    for (const worker of workers) worker.ref();
    const drawn = (await Promise.all(versions)).filter((version) => version !== undefined);
    if (drawn.length < versions.length) return undefined;
    const batches = await conduct(workers.map(portOf), drawn, options);
    return batches?.map((batch, index) => ({ batch, pool: (drawn[index] as Version).pool }));
  }

  return { add, finish, end: () => ended(workers) };
}

function threadFor(engine: string | null): Worker {
  const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';
  return new Worker(new URL(file, import.meta.url), { workerData: { engine } satisfies ThreadData });
}

async function ended(workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map((worker) => worker.terminate()));
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
