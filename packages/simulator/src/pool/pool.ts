import type { Model } from '../model/types.ts';
import { branch, purposeOf, seedStream, type Stream } from '../random/stream.ts';
import { cumulative, dailyRates } from '../time/rates.ts';
import { dayMs } from '../time/units.ts';
import { drawHistory } from './draw-lead.ts';
import type { Engine } from './engine.ts';
import { live } from './life.ts';
import { holds } from './segments.ts';

/**
 * Leads with their lives, each decided once by the compiled engine. Runs draw from them with replacement: those of one source that
 * came while the same rules were in force stand together, in a cell. Columns, with an entry for each lead unless said otherwise;
 * moments in seconds after the lead came.
 */
export interface Pool {
  readonly size: number;
  /** Where each cell begins, by source and then by epoch, and at last the size. */
  readonly cells: Int32Array;
  /** Seconds since the run began at which each epoch ends. */
  readonly epochs: Int32Array;
  /** Where each lead's entries begin, and at last how many there are. */
  readonly entry_from: Int32Array;
  readonly entry_stage: Uint8Array;
  readonly entry_after: Int32Array;
  /** −1 where people never get it. */
  readonly hand_after: Int32Array;
  readonly hand_stage: Uint8Array;
  readonly desk: Int16Array;
  /** Bit c: clock c runs for it. Bit 16 + n: count n counts it. */
  readonly marks: Uint32Array;
  /** −1 where it does not come back. */
  readonly back_after: Int32Array;
  /** By lead and then by behaviour. */
  readonly counts: Uint8Array;
}

export interface PoolOptions {
  readonly engine: Engine;
  readonly seed: number;
  /** How many leads are drawn in all, about. */
  readonly size: number;
  /** Called now and then with the share that is done. Returning `false` ends it: `undefined` is the result. */
  readonly onProgress?: (done: number) => boolean;
}

/** Draws the pool of a model. The same for the same model, engine, seed and size. */
export function buildPool(model: Model, { engine, seed, size, onProgress }: PoolOptions): Pool | undefined {
  const plan = planCells(model, size);
  const pool = new Columns(model, plan);
  const stream = branch(seedStream(seed), purposeOf('pool'), 0);
  for (const [cell, { source, moments }] of plan.cells.entries()) {
    pool.cells[cell] = pool.size;
    for (const createdAt of moments) {
      if (pool.size % 1024 === 0 && onProgress?.(pool.size / plan.size) === false) return undefined;
      addLead(pool, { model, engine, stream, source, createdAt });
    }
  }
  return pool.finished(plan);
}

/** Draws one lead, lets it live and writes it down. */
function addLead(
  pool: Columns,
  {
    model,
    engine,
    stream,
    source,
    createdAt,
  }: { model: Model; engine: Engine; stream: Stream; source: number; createdAt: number },
): void {
  const { lead, counts } = drawHistory(model, { stream, index: pool.size, source, createdAt });
  const life = live(model, engine, lead);
  const at = pool.size;
  for (const { stage, after } of life.entries) {
    pool.stages.push(stage);
    pool.afters.push(Math.round(after / 1000));
  }
  pool.entryFrom[at + 1] = pool.stages.length;
  pool.counts.set(counts, at * model.behaviours.length);
  const { handover } = life;
  pool.handAfter[at] = handover ? Math.round(handover.after / 1000) : -1;
  pool.handStage[at] = handover?.stage ?? 0;
  pool.desk[at] = handover?.desk ?? -1;
  const back = handover?.backAfter ?? null;
  pool.backAfter[at] = back === null ? -1 : Math.round(back / 1000);
  let marks = 0;
  for (const [clock, { id, asks_engine: asks }] of model.clocks.entries())
    if (!asks || handover?.promises.includes(id)) marks |= 1 << clock;
  for (const [count, { when }] of model.counts.entries())
    if (when === null || holds(when, lead)) marks |= 1 << (16 + count);
  pool.marks[at] = marks;
  pool.size++;
}

interface Plan {
  readonly size: number;
  readonly epochs: Int32Array;
  readonly cells: readonly { readonly source: number; readonly moments: readonly number[] }[];
}

class Columns {
  size = 0;
  readonly cells: Int32Array;
  readonly entryFrom: Int32Array;
  readonly stages: number[] = [];
  readonly afters: number[] = [];
  readonly handAfter: Int32Array;
  readonly handStage: Uint8Array;
  readonly desk: Int16Array;
  readonly marks: Uint32Array;
  readonly backAfter: Int32Array;
  readonly counts: Uint8Array;

  constructor({ behaviours }: Model, { size, cells }: Plan) {
    this.cells = new Int32Array(cells.length + 1);
    this.entryFrom = new Int32Array(size + 1);
    this.handAfter = new Int32Array(size);
    this.handStage = new Uint8Array(size);
    this.desk = new Int16Array(size);
    this.marks = new Uint32Array(size);
    this.backAfter = new Int32Array(size);
    this.counts = new Uint8Array(size * behaviours.length);
  }

  finished({ epochs }: Plan): Pool {
    this.cells[this.cells.length - 1] = this.size;
    return {
      size: this.size,
      cells: this.cells,
      epochs,
      entry_from: this.entryFrom,
      entry_stage: Uint8Array.from(this.stages),
      entry_after: Int32Array.from(this.afters),
      hand_after: this.handAfter,
      hand_stage: this.handStage,
      desk: this.desk,
      marks: this.marks,
      back_after: this.backAfter,
      counts: this.counts,
    };
  }
}

/** The fewest leads of a cell: what comes rarely should not be three leads over and over. */
function fewestOf(size: number): number {
  return Math.min(100, Math.max(20, Math.round(size / 200)));
}

/** How many leads each cell has, in the proportion in which they come, and when they came. */
function planCells(model: Model, size: number): Plan {
  const end = model.origin + (model.weeks + model.warm_up_weeks) * 7 * dayMs;
  const bounds = [model.origin, ...model.changes, end];
  const rates = model.sources.map((source) => ({
    rates: dailyRates(model, source),
    leads: model.parameters[source.leads]?.value ?? 0,
  }));
  const total = rates.reduce((sum, one) => sum + one.leads * one.rates.reduce((a, b) => a + b, 0), 0);
  const fewest = fewestOf(size);
  const cells = rates.flatMap((one, source) =>
    model.changes.concat(end).map((until, epoch) => {
      const from = bounds[epoch] as number;
      const expected = one.leads * cumulative(one.rates, model.origin, from, until);
      const count = total > 0 ? Math.max(fewest, Math.round((size * expected) / total)) : fewest;
      return { source, moments: spreadOut(one.rates, model.origin, { from, until, count }) };
    }),
  );
  const epochs = Int32Array.from(model.changes.concat(end), (moment) =>
    Math.round((moment - model.origin) / 1000),
  );
  return { size: cells.reduce((sum, { moments }) => sum + moments.length, 0), epochs, cells };
}

/** So many moments, evenly over the leads that come in a span. */
function spreadOut(
  rates: Float64Array,
  origin: number,
  { from, until, count }: { readonly from: number; readonly until: number; readonly count: number },
): readonly number[] {
  const total = cumulative(rates, origin, from, until);
  const moments: number[] = [];
  let [day, before] = [Math.floor((from - origin) / dayMs), 0];
  for (let n = 0; n < count; n++) {
    const wanted = ((n + 0.5) / count) * total;
    for (;;) {
      const start = Math.max(from, origin + day * dayMs);
      const stop = Math.min(until, origin + (day + 1) * dayMs);
      const here = ((rates[day] ?? 0) * (stop - start)) / dayMs;
      if (before + here >= wanted || stop >= until) {
        const inside = here > 0 ? Math.min(1, (wanted - before) / here) : 0.5;
        moments.push(Math.floor((start + inside * (stop - start)) / 1000) * 1000);
        break;
      }
      before += here;
      day++;
    }
  }
  return moments;
}
