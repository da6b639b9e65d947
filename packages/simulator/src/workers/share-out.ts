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
  /** So many tasks each worker is given at a time: with more than it can answer at once, it goes on while nobody listens. */
  readonly ahead: number;
  /** Ends it. */
  readonly signal: AbortSignal | undefined;
}

/** Gives each worker tasks, and the next one when it has answered one. Tells whether all were done. */
export function shareOut(
  ports: readonly Port[],
  { about, tasks, take, ahead, signal }: Shared,
): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  let [next, done] = [0, 0];
  const end = (): void => {
    resolve(false);
  };
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  const asks = ports.map((port) => {
    const asked: number[] = [];
    const ask = (): void => {
      const task = tasks[next];
      if (!task || signal?.aborted === true) return;
      asked.push(next++);
      port.send(task);
    };
    port.listen((answer) => {
      if (signal?.aborted === true) return;
      take(answer, asked.shift() as number);
      if (++done === tasks.length) resolve(true);
      else ask();
    }, reject);
    port.send(about);
    return ask;
  });
  const atFirst = Math.min(tasks.length, ports.length * ahead);
  for (let n = 0; n < atFirst; n++) asks[n % asks.length]?.();
  return promise.finally(() => signal?.removeEventListener('abort', end));
}
