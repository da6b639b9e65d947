import type { Model } from '../model/types.ts';
import type { Engine } from './engine.ts';
import { joined, type Lives, liveLeads } from './lives.ts';
import { planPool } from './plan.ts';

/**
 * Leads with their lives, each decided once by the compiled engine. Runs draw from them with replacement: those of one source that
 * came while the same rules were in force stand together, in a cell.
 */
export interface Pool extends Lives {
  /** Where each cell begins, by source and then by epoch, and at last the size. */
  readonly cells: Int32Array;
  /** Seconds since the run began at which each epoch ends. */
  readonly epochs: Int32Array;
}

export interface PoolOptions {
  readonly engine: Engine;
  readonly seed: number;
  /** How many leads are drawn in all, about. */
  readonly size: number;
  /** Called now and then with the share that is done. Returning `false` ends it: `undefined` is the result. */
  readonly onProgress?: (done: number) => boolean;
}

const atOnce = 1024;

/** Draws the pool of a model. The same for the same model, engine, seed and size. */
export function buildPool(model: Model, { engine, seed, size, onProgress }: PoolOptions): Pool | undefined {
  const plan = planPool(model, size);
  const parts: Lives[] = [];
  for (let from = 0; from < plan.size; from += atOnce) {
    if (onProgress?.(from / plan.size) === false) return undefined;
    parts.push(liveLeads(model, { engine, seed, plan, from, until: Math.min(plan.size, from + atOnce) }));
  }
  return poolOf(model, size, parts);
}

/** The pool of so many leads, whoever lived their lives: all parts of it, in order. */
export function poolOf(model: Model, size: number, parts: readonly Lives[]): Pool {
  const { cells, epochs } = planPool(model, size);
  return { ...joined(parts), cells, epochs };
}
