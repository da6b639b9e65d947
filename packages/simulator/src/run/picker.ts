import { exp } from '../maths/exp.ts';
import { log } from '../maths/log.ts';
import type { Model } from '../model/types.ts';
import { notApplicable } from '../pool/draw-lead.ts';
import type { Pool } from '../pool/pool.ts';

/**
 * Draws leads of the pool. In a run in which leads do something more or less often than in the pool, each lead is drawn as much more
 * or less often as its life is more or less likely there: its likelihood ratio.
 */
export class Picker {
  readonly #pool: Pool;
  readonly #model: Model;
  readonly #weights: Float64Array;
  readonly #sums: Float64Array;
  readonly #guide: Int32Array;
  #weighted = false;

  constructor(model: Model, pool: Pool) {
    this.#model = model;
    this.#pool = pool;
    this.#weights = new Float64Array(pool.size);
    this.#sums = new Float64Array(pool.size);
    this.#guide = new Int32Array(pool.size);
  }

  /** Makes ready for a run with these values of the parameters. */
  prepare(values: Float64Array): void {
    const { behaviours, parameters } = this.#model;
    this.#weighted = false;
    for (const [index, { share, times }] of behaviours.entries()) {
      const factors = likelihoods(
        { share: (parameters[share]?.value ?? 0) / 10_000, times: parameters[times]?.value ?? 1 },
        { share: (values[share] as number) / 10_000, times: values[times] as number },
      );
      if (factors) this.#multiply(index, factors);
    }
    if (this.#weighted) this.#sum();
  }

  #multiply(behaviour: number, factors: Float64Array): void {
    const { counts, size } = this.#pool;
    if (!this.#weighted) this.#weights.fill(1);
    this.#weighted = true;
    const width = this.#model.behaviours.length;
    for (let lead = 0, at = behaviour; lead < size; lead++, at += width)
      this.#weights[lead] = (this.#weights[lead] as number) * (factors[counts[at] as number] as number);
  }

  /** Sums within each cell, and for each of as many equal parts the first lead that may be meant. */
  #sum(): void {
    const { cells } = this.#pool;
    for (let cell = 0; cell + 1 < cells.length; cell++) {
      const [from, until] = [cells[cell] as number, cells[cell + 1] as number];
      let sum = 0;
      for (let lead = from; lead < until; lead++) this.#sums[lead] = sum += this.#weights[lead] as number;
      for (let part = 0, lead = from; part < until - from; part++) {
        const least = (part / (until - from)) * sum;
        while (lead < until - 1 && (this.#sums[lead] as number) <= least) lead++;
        this.#guide[from + part] = lead;
      }
    }
  }

  /** The lead of a cell at `u` in (0, 1). */
  pick(cell: number, u: number): number {
    const from = this.#pool.cells[cell] as number;
    const until = this.#pool.cells[cell + 1] as number;
    const part = from + Math.floor(u * (until - from));
    if (!this.#weighted) return part;
    const wanted = u * (this.#sums[until - 1] as number);
    let lead = this.#guide[part] as number;
    while (lead < until - 1 && (this.#sums[lead] as number) < wanted) lead++;
    return lead;
  }
}

interface Does {
  readonly share: number;
  readonly times: number;
}

/** By count: how much likelier it is now than in the pool. `undefined` where nothing changes, or the pool has nothing to weigh. */
function likelihoods(pool: Does, now: Does): Float64Array | undefined {
  if (pool.share <= 0 || pool.share >= 1) return undefined;
  const [more, moreNow] = [pool.times - 1, Math.max(0, now.times - 1)];
  const timesChange = more > 0 && moreNow !== more;
  if (now.share === pool.share && !timesChange) return undefined;
  const factors = new Float64Array(notApplicable + 1).fill(1);
  factors[0] = (1 - now.share) / (1 - pool.share);
  const once = now.share / pool.share;
  const [shift, ratio] = timesChange ? [more - moreNow, log(Math.max(moreNow, 1e-9) / more)] : [0, 0];
  for (let count = 1; count < notApplicable; count++)
    factors[count] = once * exp(shift + (count - 1) * ratio);
  return factors;
}
