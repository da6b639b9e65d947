import type { Agreement } from '@smarketing/compiler/ir';
import { amended, referenceEngine, type Task, worker } from '@smarketing/simulator';

/** The first message is the agreement; the others are tasks. */
let work: ReturnType<typeof worker> | undefined;

addEventListener('message', ({ data }: MessageEvent<Agreement | Task>) => {
  if (data.kind === 'agreement') {
    work = worker((settings) => referenceEngine(amended(data, settings)));
    return;
  }
  work?.(data, (answer, transfer) => postMessage(answer, { transfer }));
});
