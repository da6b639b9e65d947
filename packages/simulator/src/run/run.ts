import { largestMean, poisson } from '../maths/draws.ts';
import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import { branch, purposeOf, seedStream, type Stream, uniformAt } from '../random/stream.ts';
import { unit } from '../random/threefry.ts';
import { dailyRates } from '../time/rates.ts';
import { daySeconds, weekSeconds } from '../time/units.ts';
import { Clocks } from './clocks.ts';
import { Desks } from './desks.ts';
import { Draws } from './draws.ts';
import { type Layout, layoutOf } from './layout.ts';
import { Leads } from './leads.ts';
import { Picker } from './picker.ts';
import { Tally } from './tally.ts';
import { valuesOf } from './values.ts';
import { Work } from './work.ts';

/** After the last reported week nobody new comes, and what is under way is followed for so long: cohorts are whole. */
const runOut = 26 * weekSeconds;

/** Of a lead that was handed over when it came. */
const noStage = 255;

/** Runs a model, one run after another; each is a function of the model, the pool, the seed and its number only. */
export class Runner {
  readonly layout: Layout;
  readonly clocks: Clocks;
  readonly #model: Model;
  readonly #pool: Pool;
  readonly #seed: Stream;
  readonly #picker: Picker;
  readonly #draws: Draws;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #tally: Tally;
  readonly #work: Work;
  readonly #rates: readonly Float64Array[];
  /** When a lead that people never get entered each stage. */
  readonly #seen: Int32Array;
  #values: Float64Array = new Float64Array(0);

  constructor(model: Model, pool: Pool, seed: number) {
    this.#model = model;
    this.#pool = pool;
    this.#seed = seedStream(seed);
    this.layout = layoutOf(model);
    this.#picker = new Picker(model, pool);
    this.#draws = new Draws(model);
    this.#leads = new Leads(model.stages.length, model.clocks.length);
    this.#desks = new Desks(model);
    this.#tally = new Tally(model, this.layout);
    const parts = { leads: this.#leads, desks: this.#desks, tally: this.#tally };
    this.clocks = new Clocks(model, parts);
    this.#work = new Work(model, pool, { ...parts, clocks: this.clocks, draws: this.#draws });
    this.#rates = model.sources.map((source) => dailyRates(model, source));
    this.#seen = new Int32Array(model.stages.length);
  }

  /** Runs once and writes what happened to `row`, which has the length of the layout; tells what each parameter was. */
  run(number: number, row: Float64Array): Float64Array {
    this.#prepare(number, row);
    const days = (this.#model.weeks + this.#model.warm_up_weeks) * 7;
    const arrivals = branch(this.#seed, purposeOf('arrivals'), number);
    for (let day = 0; day < days; day++) {
      for (let source = 0; source < this.#rates.length; source++) this.#arrive(arrivals, source, day);
      this.#work.until((day + 1) * daySeconds);
      if (day % 7 === 6) this.#work.weekEnds((day + 1) / 7);
    }
    this.#work.until(days * daySeconds + runOut);
    this.#work.giveUp();
    return this.#values;
  }

  #prepare(number: number, row: Float64Array): void {
    const stream = branch(this.#seed, purposeOf('run'), number);
    this.#tally.row = row.fill(0);
    this.#values = valuesOf(this.#model, stream);
    this.#draws.prepare(stream);
    this.#picker.prepare(this.#values);
    this.#desks.prepare(this.#values);
    this.#leads.clear();
    this.#work.prepare(this.#values);
  }

  /** All leads of one source that come on one day. */
  #arrive(stream: Stream, source: number, day: number): void {
    const { sources } = this.#model;
    const { leads, cost } = sources[source] as Model['sources'][number];
    const mean = (this.#values[leads] as number) * (this.#rates[source]?.[day] ?? 0);
    const pieces = Math.ceil(mean / largestMean);
    let count = 0;
    const own = pieces > 0 ? branch(stream, purposeOf(sources[source]?.id ?? ''), day) : stream;
    for (let piece = 0; piece < pieces; piece++) count += poisson(uniformAt(own, 0, piece), mean / pieces);
    const each = cost < 0 ? 0 : (this.#values[cost] as number);
    this.#tally.add(this.layout.cost, this.#tally.week(day * daySeconds), each * count);
    const { epochs } = this.#pool;
    const { words } = this.#draws;
    const first = source * epochs.length;
    for (let number = 0; number < count; number++) {
      this.#draws.draw(source, day, number, 0, 0);
      const t = day * daySeconds + Math.floor(unit(words[1] as number) * daySeconds);
      let epoch = 0;
      while (epoch < epochs.length - 1 && t >= (epochs[epoch] as number)) epoch++;
      const pooled = this.#picker.pick(first + epoch, unit(words[0] as number));
      const handed = this.#pool.hand_after[pooled] as number;
      if (handed < 0) this.#live(pooled, t, 0, this.#seen, 0);
      else this.#handOver(pooled, t, { source, day, number });
    }
  }

  /** A lead that comes to people: what becomes of it before, and when they get it. */
  #handOver(
    pooled: number,
    t: number,
    { source, day, number }: { readonly source: number; readonly day: number; readonly number: number },
  ): void {
    const leads = this.#leads;
    const lead = leads.take();
    leads.pool[lead] = pooled;
    leads.source[lead] = source;
    leads.day[lead] = day;
    leads.number[lead] = number;
    const last = this.#live(pooled, t, 1, leads.seen, lead * this.#model.stages.length);
    leads.stage[lead] = last < 0 ? noStage : (this.#pool.entry_stage[last] as number);
    leads.since[lead] = last < 0 ? 0 : t + (this.#pool.entry_after[last] as number);
    this.#work.comes(lead, t + (this.#pool.hand_after[pooled] as number));
  }

  /** What becomes of a lead before its last `left` entries; tells which entry was the last, or −1. */
  #live(pooled: number, t: number, left: number, seen: Int32Array, at: number): number {
    const { entry_from: from, entry_stage: stages, entry_after: after, marks } = this.#pool;
    const begin = from[pooled] as number;
    const end = (from[pooled + 1] as number) - left;
    // Whoever people never get, and who came to all stages before anything is counted, leaves no trace.
    if (left === 0 && t + (after[end - 1] as number) < this.#tally.begins) return -1;
    const mark = marks[pooled] as number;
    for (let stage = 0; stage < this.#seen.length; stage++) seen[at + stage] = -1;
    for (let entry = begin; entry < end; entry++) {
      const when = t + (after[entry] as number);
      this.#tally.enter(stages[entry] as number, when, mark, seen, at);
      if (entry > begin)
        this.#tally.leave(
          stages[entry - 1] as number,
          stages[entry] as number,
          t + (after[entry - 1] as number),
          when,
        );
    }
    return end > begin ? end - 1 : -1;
  }
}
