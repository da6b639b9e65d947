import { parentPort, workerData } from 'node:worker_threads';
import type { Engine } from '../pool/engine.ts';
import { type Task, worker } from '../workers/protocol.ts';
import type { ThreadData } from './threads.ts';

const { engines } = workerData as ThreadData;
const loaded = (await Promise.all(engines.map((engine) => import(engine)))) as readonly Engine[];
const work = worker((_, engine) => loaded[engine] as Engine);
parentPort?.on('message', (task: Task) => {
  work(task, (answer, buffers) => parentPort?.postMessage(answer, buffers));
});
