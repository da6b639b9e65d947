import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Campaign, Tried } from './campaign.ts';
import { mutant } from './mutate.ts';
import { problemOf } from './try.ts';

const { seed, until, proofsEvery, current } = workerData as Campaign & { readonly current: Int32Array };

/** A thread's own time: what others do on the machine does not count. */
function now(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

for (let number = Atomics.load(current, 0); number < until; number++) {
  Atomics.store(current, 0, number);
  const made = mutant(seed, number);
  const started = now();
  const problem = problemOf(made, { proofs: number % proofsEvery === 0 });
  const ms = now() - started;
  const heap = getHeapStatistics().used_heap_size;
  const { agreement, file, changes } = made;
  const tried: Tried = { number, ms, heap, problem, about: `${agreement}/${file}: ${changes.join(', ')}` };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has no origin
  parentPort?.postMessage(tried);
}
Atomics.store(current, 0, until);
