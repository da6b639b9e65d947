import type { Agreement } from '@smarketing/compiler/ir';
import type { Answer, Port, Task } from '@smarketing/simulator';

/** Workers that stay: each job gets ports to all of them. */
export class Crew {
  readonly #hands: readonly Hand[];

  constructor(agreement: Agreement, size = Math.min(4, Math.max(1, navigator.hardwareConcurrency))) {
    this.#hands = Array.from({ length: size }, () => new Hand(agreement));
  }

  /** For one job; what is still answered to the job before is not heard any more. */
  ports(): readonly Port[] {
    return this.#hands;
  }
}

class Hand implements Port {
  readonly #worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
  /** Answers that are yet to come, and how many of them nobody waits for. */
  #open = 0;
  #stale = 0;
  #take: (answer: Answer) => void = () => {};
  #fail: (error: unknown) => void = () => {};

  constructor(agreement: Agreement) {
    this.#worker.postMessage(agreement, []);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      this.#open--;
      if (this.#stale > 0) this.#stale--;
      else this.#take(data);
    });
    this.#worker.addEventListener('error', ({ message }) => this.#fail(new Error(message)));
  }

  send(task: Task): void {
    if (task.kind === 'runs' || task.kind === 'leads') this.#open++;
    this.#worker.postMessage(task, []);
  }

  listen(take: (answer: Answer) => void, fail: (error: unknown) => void): void {
    this.#stale = this.#open;
    this.#take = take;
    this.#fail = fail;
  }
}
