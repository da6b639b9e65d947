import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Model } from '../model/types.ts';
import type { Batch } from '../run/batch.ts';
import { conduct, type ConductOptions } from '../workers/conduct.ts';
import type { Port } from '../workers/share-out.ts';

/** Runs a simulation on threads of Node: on all cores, if not told how many. */
export async function simulateOnThreads(
  model: Model,
  { threads = availableParallelism(), ...options }: ConductOptions & { readonly threads?: number },
): Promise<Batch | undefined> {
  const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js';
  const workers = Array.from(
    { length: Math.min(threads, options.runs) },
    () => new Worker(new URL(file, import.meta.url)),
  );
  try {
    return await conduct(workers.map(portOf), model, options);
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
      worker.on('message', take);
      worker.on('error', fail);
    },
  };
}
