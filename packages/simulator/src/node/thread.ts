import { parentPort, workerData } from 'node:worker_threads';
import type { Engine } from '../pool/engine.ts';
import { type Task, worker } from '../workers/protocol.ts';
import type { ThreadData } from './threads.ts';

const { engine } = workerData as ThreadData;
const loaded = engine === null ? undefined : ((await import(engine)) as Engine);
const work = worker(loaded && (() => loaded));
parentPort?.on('message', (task: Task) => {
  work(task, (answer, buffers) => parentPort?.postMessage(answer, buffers));
});
