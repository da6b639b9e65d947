import { parentPort, workerData } from 'node:worker_threads';

// Imports a generated module; tells what it says of the agreement, and what it did to the world.
const before = new Set(Reflect.ownKeys(globalThis));
const prototype = Reflect.ownKeys(Object.prototype).length;
const { agreement } = (await import(String(workerData))) as {
  readonly agreement: { readonly title: string };
};
const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));
const isChanged = added.length > 0 || Reflect.ownKeys(Object.prototype).length !== prototype;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has no origin
parentPort?.postMessage({ title: agreement.title, isChanged });
