import { applySettings, type Setting } from '../model/settings.ts';
import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import type { Batch } from '../run/batch.ts';
import { layoutOf } from '../run/layout.ts';
import { simulate } from '../simulate.ts';

export interface KeptOptions {
  readonly pool: Pool;
  readonly seed: number;
  /** How many runs each question takes; 16 if not given. */
  readonly runs?: number;
  /** Runs of the model as it is, where there are some: the more, the surer is what they say. */
  readonly known?: Batch;
}

/** By clock, which share is kept over all runs, and how long clocks run. */
export interface Kept {
  readonly shares: readonly number[];
  readonly times: Float64Array;
}

/** How the clocks of promises are kept when some numbers are others: with the same luck, whatever is asked. */
export function keptShares(
  model: Model,
  settings: readonly Setting[],
  { pool, seed, runs = 16 }: KeptOptions,
): Kept {
  const changed = applySettings(model, settings);
  const batch = simulate(changed, { pool, seed, runs });
  if (!batch) throw new Error('Nobody ends this simulation.');
  return keptIn(changed, batch);
}

/** How the clocks of promises are kept as things are. */
export function keptNow(model: Model, options: KeptOptions): Kept {
  return options.known ? keptIn(model, options.known) : keptShares(model, [], options);
}

function keptIn(model: Model, { rows, runs, times }: Batch): Kept {
  const layout = layoutOf(model);
  const sum = (begin: number | undefined): number => {
    let all = 0;
    for (let run = 0; run < runs; run++)
      for (let week = 0; week < layout.weeks; week++)
        all += rows[run * layout.length + (begin ?? 0) + week] as number;
    return all;
  };
  const shares = model.clocks.map((_, clock) => sum(layout.kept[clock]) / sum(layout.started[clock]));
  return { shares, times };
}

/** The clocks that promise a share and miss it, of those that wait for people: others do not depend on how many leads or people there are. */
export function brokenClocks(
  { clocks }: Model,
  { shares }: Kept,
): readonly { readonly clock: number; readonly kept: number; readonly promised: number }[] {
  return clocks.flatMap(({ kept_for: keptFor, apart }, clock) => {
    const kept = shares[clock] as number;
    return keptFor !== null && apart === null && kept < keptFor / 10_000
      ? [{ clock, kept, promised: keptFor / 10_000 }]
      : [];
  });
}

/** The first that is enough, of steps of which each does more than the one before; none if the last does not. */
export function firstEnough(
  steps: readonly number[],
  isEnough: (step: number) => boolean,
): number | undefined {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isEnough(steps[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return steps[low];
}
