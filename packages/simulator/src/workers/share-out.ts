import type { Answer, Task } from './protocol.ts';

/** The other side of a worker, whatever kind of worker that is. */
export interface Port {
  send(task: Task): void;
  /** Called once, with what is to be done with each answer. */
  listen(take: (answer: Answer) => void, fail: (error: unknown) => void): void;
}

export interface Shared {
  /** What all tasks are about. */
  readonly about: Task;
  readonly tasks: readonly Task[];
  /** Called with each answer, and the number of its task. */
  readonly take: (answer: Answer, task: number) => void;
  /** Ends it. */
  readonly signal: AbortSignal | undefined;
}

/** Gives each worker a task, and the next one when it has answered. Tells whether all were done. */
export function shareOut(ports: readonly Port[], { about, tasks, take, signal }: Shared): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  let [next, done] = [0, 0];
  const end = (): void => {
    resolve(false);
  };
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  for (const port of ports) {
    let current = -1;
    const ask = (): void => {
      current = next++;
      const task = tasks[current];
      if (task && signal?.aborted !== true) port.send(task);
    };
    port.listen((answer) => {
      if (signal?.aborted === true) return;
      take(answer, current);
      if (++done === tasks.length) resolve(true);
      else ask();
    }, reject);
    port.send(about);
    ask();
  }
  return promise.finally(() => signal?.removeEventListener('abort', end));
}
