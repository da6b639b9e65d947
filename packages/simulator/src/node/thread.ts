import { parentPort } from 'node:worker_threads';
import { type Task, worker } from '../workers/protocol.ts';

const work = worker();
parentPort?.on('message', (task: Task) => {
  work(task, (answer, buffers) => parentPort?.postMessage(answer, buffers));
});
