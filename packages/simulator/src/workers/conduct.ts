import type { Lives } from '../pool/lives.ts';
import { planPool } from '../pool/plan.ts';
import { type Pool, poolOf } from '../pool/pool.ts';
import type { Version } from '../run/alike.ts';
import { type Batch, joined } from '../run/batch.ts';
import type { AboutLeads, Task } from './protocol.ts';
import { type Port, shareOut } from './share-out.ts';

export interface ConductOptions {
  readonly seed: number;
  readonly runs: number;
  /** So many runs are asked for at once: few enough to tell how far it is and to end soon. 4 if not given. */
  readonly atOnce?: number;
  /** Called with how many runs are done. */
  readonly onProgress?: (done: number) => void;
  /** Ends it: the result is `undefined`. */
  readonly signal?: AbortSignal;
}

/**
 * Shares the runs of a version, or of two with the same luck, out to workers. The result, a batch for each version, is that of one
 * thread and of each version alone, to the last digit.
 */
export async function conduct(
  ports: readonly Port[],
  versions: readonly Version[],
  { seed, runs, atOnce = 4, onProgress, signal }: ConductOptions,
): Promise<readonly Batch[] | undefined> {
  const answers: (readonly Batch[])[] = [];
  let done = 0;
  const tasks = spans(runs, atOnce).map(([from, until]): Task => ({
    kind: 'runs',
    first: from,
    runs: until - from,
  }));
  const isWhole = await shareOut(ports, {
    about: { kind: 'about', versions, seed },
    tasks,
    ahead: 1,
    take: (answer) => {
      const batches = answer as readonly Batch[];
      answers.push(batches);
      onProgress?.((done += batches[0]?.runs ?? 0));
    },
    signal,
  });
  if (!isWhole) return undefined;
  return versions.map((_, index) => joined(answers.flatMap((batches) => batches[index] ?? [])));
}

export interface ConductPoolOptions {
  /** So many times 64 leads each worker is given at a time; the rest when it has answered. 1 if not given. */
  readonly ahead?: number | undefined;
  /** Called with the share that is done. */
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Builds a pool on workers that have an engine: see `worker`. It is that of `buildPool` with the same engine; `undefined` where the
 * signal ended it.
 */
export async function conductPool(
  ports: readonly Port[],
  about: AboutLeads,
  { ahead = 1, onProgress, signal }: ConductPoolOptions = {},
): Promise<Pool | undefined> {
  const { size } = planPool(about.model, about.size);
  const parts: Lives[] = [];
  let done = 0;
  const isWhole = await shareOut(ports, {
    about: { kind: 'about_leads', ...about },
    ahead,
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
