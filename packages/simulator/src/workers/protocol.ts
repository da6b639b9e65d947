import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import { type Batch, batchMaker } from '../run/batch.ts';

/** What a worker is told: first what all is about, then runs to make. */
export type Task =
  | { readonly kind: 'about'; readonly model: Model; readonly pool: Pool; readonly seed: number }
  | { readonly kind: 'runs'; readonly first: number; readonly runs: number };

/**
 * A worker's side: what it does with each message. In a browser:
 *
 * ```ts
 * const work = worker();
 * self.onmessage = ({ data }) => work(data, (batch, buffers) => self.postMessage(batch, buffers));
 * ```
 */
export function worker(): (task: Task, reply: (batch: Batch, buffers: ArrayBuffer[]) => void) => void {
  let make: ReturnType<typeof batchMaker> | undefined;
  return (task, reply) => {
    if (task.kind === 'about') {
      make = batchMaker(task.model, task.pool, task.seed);
      return;
    }
    const batch = make?.(task.first, task.runs);
    if (batch) reply(batch, [batch.rows.buffer, batch.values.buffer, batch.times.buffer]);
  };
}
