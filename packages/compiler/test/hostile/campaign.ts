import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Campaign {
  readonly seed: number;
  /** Mutants from 0 to this number, itself left out. */
  readonly until: number;
  /** Each so-many-th mutant is proved too. */
  readonly proofsEvery: number;
}

/** How reading one mutant went. */
export interface Tried {
  readonly number: number;
  /** Time of the thread, in milliseconds. */
  readonly ms: number;
  /** Bytes that the heap held afterwards, with what nobody holds any more. */
  readonly heap: number;
  readonly problem: string | undefined;
  /** The agreement, the file and what was done to it. */
  readonly about: string;
}

/** What a mutant may cost. */
export const limits = { ms: 2000, megabytes: 512 } as const;
const stuckMs = 60_000;

/** Reads mutants in a worker of little memory; one that dies of a mutant, or never comes back, is told and replaced. */
export async function runCampaign(campaign: Campaign, each: (tried: Tried) => void): Promise<void> {
  const current = new Int32Array(new SharedArrayBuffer(4));
  while (Atomics.load(current, 0) < campaign.until) {
    const died = await runWorker({ ...campaign, current }, each);
    if (died === undefined) continue;
    const number = Atomics.load(current, 0);
    each({ number, ms: 0, heap: 0, problem: died, about: 'the worker died' });
    Atomics.store(current, 0, number + 1);
  }
}

async function runWorker(
  data: Campaign & { readonly current: Int32Array },
  each: (tried: Tried) => void,
): Promise<string | undefined> {
  const worker = new Worker(new URL('worker.ts', import.meta.url), {
    workerData: data,
    execArgv: ['--conditions=@smarketing/source'],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
  });
  let died: string | undefined;
  let seen = performance.now();
  worker.on('message', (tried: Tried) => {
    seen = performance.now();
    each(tried);
  });
  worker.on('error', (error) => {
    died = String(error);
  });
  const watch = setInterval(() => {
    if (performance.now() - seen < stuckMs) return;
    died = `nothing for ${stuckMs / 1000} s`;
    void worker.terminate();
  }, 1000);
  await once(worker, 'exit');
  clearInterval(watch);
  return died;
}
