import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import { type Batch, joined } from '../run/batch.ts';
import type { Task } from './protocol.ts';

/** The other side of a worker, whatever kind of worker that is. */
export interface Port {
  send(task: Task): void;
  /** Called once, with what is to be done with each batch. */
  listen(take: (batch: Batch) => void, fail: (error: unknown) => void): void;
}

export interface ConductOptions {
  readonly pool: Pool;
  readonly seed: number;
  readonly runs: number;
  /** Called with how many runs are done. */
  readonly onProgress?: (done: number) => void;
  /** Ends it: the result is `undefined`. */
  readonly signal?: AbortSignal;
}

/** So many runs are asked for at once: few enough to tell how far it is and to end soon. */
const atOnce = 4;

/** Shares the runs of a simulation out to workers. The result is that of one thread, to the last digit. */
export function conduct(
  ports: readonly Port[],
  model: Model,
  { pool, seed, runs, onProgress, signal }: ConductOptions,
): Promise<Batch | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Batch | undefined>();
  const batches: Batch[] = [];
  let [next, done] = [0, 0];
  const ask = (port: Port): void => {
    if (next >= runs) return;
    const count = Math.min(atOnce, runs - next);
    port.send({ kind: 'runs', first: next, runs: count });
    next += count;
  };
  const take = (port: Port, batch: Batch): void => {
    batches.push(batch);
    done += batch.runs;
    onProgress?.(done);
    if (done >= runs) resolve(joined(batches));
    else ask(port);
  };
  const end = (): void => {
    resolve(undefined);
  };
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  for (const port of ports) {
    port.listen((batch) => {
      take(port, batch);
    }, reject);
    port.send({ kind: 'about', model, pool, seed });
    ask(port);
  }
  return promise.finally(() => signal?.removeEventListener('abort', end));
}
