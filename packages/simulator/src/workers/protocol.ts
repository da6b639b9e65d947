import type { Setting } from '../model/settings.ts';
import type { Model } from '../model/types.ts';
import type { Engine } from '../pool/engine.ts';
import { type Lives, liveLeads } from '../pool/lives.ts';
import { planPool } from '../pool/plan.ts';
import type { Version } from '../run/alike.ts';
import { type Batch, batchMaker } from '../run/batch.ts';

/** What a worker is told: first what all is about, then runs to make, or leads to live. */
export type Task =
  | { readonly kind: 'about'; readonly versions: readonly Version[]; readonly seed: number }
  | { readonly kind: 'runs'; readonly first: number; readonly runs: number }
  | ({ readonly kind: 'about_leads' } & AboutLeads)
  | { readonly kind: 'leads'; readonly from: number; readonly until: number };

export interface AboutLeads {
  readonly model: Model;
  /** What the worker's engine decides by: see `engineWith` of {@link worker}. */
  readonly settings: readonly Setting[];
  readonly seed: number;
  readonly size: number;
}

/** Of runs, a batch for each version. */
export type Answer = readonly Batch[] | Lives;

type Reply = (answer: Answer, buffers: ArrayBuffer[]) => void;

/**
 * A worker's side: what it does with each message. In a browser:
 *
 * ```ts
 * const work = worker();
 * self.onmessage = ({ data }) => work(data, (answer, buffers) => self.postMessage(answer, buffers));
 * ```
 *
 * Only a worker with an engine can live leads: `engineWith` gives the one that decides by other numbers.
 */
export function worker(
  engineWith?: (settings: readonly Setting[]) => Engine,
): (task: Task, reply: Reply) => void {
  let make: ReturnType<typeof batchMaker> | undefined;
  let lives: ((from: number, until: number) => Lives) | undefined;
  return (task, reply) => {
    switch (task.kind) {
      case 'about':
        make = batchMaker(task.versions, task.seed);
        break;
      case 'runs': {
        const batches = make?.(task.first, task.runs);
        if (batches)
          reply(
            batches,
            batches.flatMap(({ rows, values, times }) => [rows.buffer, values.buffer, times.buffer]),
          );
        break;
      }
      case 'about_leads':
        lives = engineWith && livesOf(task, engineWith(task.settings));
        break;
      case 'leads': {
        const answer = lives?.(task.from, task.until);
        if (answer) reply(answer, buffersOf(answer));
      }
    }
  };
}

function livesOf({ model, seed, size }: AboutLeads, engine: Engine): (from: number, until: number) => Lives {
  const plan = planPool(model, size);
  return (from, until) => liveLeads(model, { engine, seed, plan, from, until });
}

function buffersOf({ size: _size, ...columns }: Lives): ArrayBuffer[] {
  return Object.values(columns).map(({ buffer }) => buffer);
}
