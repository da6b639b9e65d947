import type { Model } from '../model/types.ts';
import type { Lives } from '../pool/lives.ts';
import { planPool } from '../pool/plan.ts';
import { type Pool, poolOf } from '../pool/pool.ts';
import { type Batch, joined } from '../run/batch.ts';
import type { AboutLeads, Task } from './protocol.ts';
import { type Port, shareOut } from './share-out.ts';

export interface ConductOptions {
  readonly pool: Pool;
  readonly seed: number;
  readonly runs: number;
  /** So many runs are asked for at once: few enough to tell how far it is and to end soon. 4 if not given. */
  readonly atOnce?: number;
  /** Called with how many runs are done. */
  readonly onProgress?: (done: number) => void;
  /** Ends it: the result is `undefined`. */
  readonly signal?: AbortSignal;
}

/** Shares the runs of a simulation out to workers. The result is that of one thread, to the last digit. */
export async function conduct(
  ports: readonly Port[],
  model: Model,
  { pool, seed, runs, atOnce = 4, onProgress, signal }: ConductOptions,
): Promise<Batch | undefined> {
  const batches: Batch[] = [];
  let done = 0;
  const tasks = spans(runs, atOnce).map(([from, until]): Task => ({
    kind: 'runs',
    first: from,
    runs: until - from,
  }));
  const isWhole = await shareOut(ports, {
    about: { kind: 'about', model, pool, seed },
    tasks,
    take: (answer) => {
      const batch = answer as Batch;
      batches.push(batch);
      onProgress?.((done += batch.runs));
    },
    signal,
  });
  return isWhole ? joined(batches) : undefined;
}

/**
 * Builds a pool on workers that have engines: see `worker`. It is that of `buildPool` with the same engine; `undefined` where the
 * signal ended it. `onProgress` is called with the share that is done.
 */
export async function conductPool(
  ports: readonly Port[],
  about: AboutLeads,
  signal?: AbortSignal,
  onProgress?: (share: number) => void,
): Promise<Pool | undefined> {
  const { size } = planPool(about.model, about.size);
  const parts: Lives[] = [];
  let done = 0;
  const isWhole = await shareOut(ports, {
    about: { kind: 'about_leads', ...about },
    tasks: spans(size, leadsAtOnce).map(([from, until]) => ({ kind: 'leads', from, until })),
    take: (answer, task) => {
      parts[task] = answer as Lives;
      onProgress?.(Math.min(1, (done += leadsAtOnce) / size));
    },
    signal,
  });
  return isWhole ? poolOf(about.model, about.size, parts) : undefined;
}

const leadsAtOnce = 64;

function spans(count: number, atOnce: number): readonly (readonly [from: number, until: number])[] {
  return Array.from({ length: Math.ceil(count / atOnce) }, (_, index) => [
    index * atOnce,
    Math.min(count, (index + 1) * atOnce),
  ]);
}
