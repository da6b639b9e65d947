import { largestMean, poisson } from '../maths/draws.ts';
import type { Model } from '../model/types.ts';
import { branch, purposeOf, seedStream, type Stream, uniformAt } from '../random/stream.ts';
import { threefry, unit } from '../random/threefry.ts';
import { comingDaysOf } from '../time/days.ts';
import { dailyRates } from '../time/rates.ts';
import { daySeconds } from '../time/units.ts';
import type { Version } from './alike.ts';
import type { Part } from './part.ts';
import { Picker } from './picker.ts';
import { wider } from './wider.ts';

/** The leads that need nobody, and who counts what becomes of them. */
interface Passing {
  /** By lead of the pool: how many seconds after it comes the last thing happens to it; −1 where it does not pass. */
  readonly lasts: Int32Array;
  readonly part: Part;
}

/**
 * Who comes in a run, source by source, and of each source day by day. Each lead has random numbers of its own, found by its source,
 * day and number: two simulations that have a lead in common draw the same for it, whatever else differs.
 */
export class Arrivals {
  readonly days: number;
  /** By source and day: how many leads come. */
  readonly came: Int32Array;
  /** By source and day: where the leads begin that are kept, and at last how many there are. */
  readonly from: Int32Array;
  /** By lead that is kept: when it comes, in seconds since the run began, which of the pool it is, and its number on that day. */
  at = new Int32Array(0);
  pooled = new Int32Array(0);
  number = new Int32Array(0);
  readonly #version: Version;
  readonly #seed: Stream;
  readonly #picker: Picker;
  readonly #rates: readonly Float64Array[];
  readonly #names: readonly number[];
  #words = new Int32Array(0);

  constructor(version: Version, seed: number) {
    const { model, pool } = version;
    this.#version = version;
    this.#seed = seedStream(seed);
    this.#picker = new Picker(model, pool);
    this.#rates = model.sources.map((source) => dailyRates(model, source));
    this.#names = model.sources.map(({ id }) => purposeOf(id));
    this.days = comingDaysOf(model);
    this.came = new Int32Array(this.days * model.sources.length);
    this.from = new Int32Array(this.came.length + 1);
  }

  /**
   * Draws who comes in a run with these values of the parameters. Those that pass, most by far, are counted at once and not kept:
   * one source after another, what is known of few leads is read at a time.
   */
  draw(number: number, values: Float64Array, passing: Passing): void {
    this.#picker.prepare(values);
    const run = branch(this.#seed, purposeOf('run'), number);
    const counting = branch(this.#seed, purposeOf('arrivals'), number);
    for (const [source, name] of this.#names.entries()) {
      const key = branch(branch(run, name, 0), purposeOf('arrival'), 1);
      for (let day = 0; day < this.days; day++) {
        const count = this.#count(counting, values, source, day);
        this.#come(key, source, day, count);
        this.#sort(source, day, count, passing);
      }
    }
  }

  /** How many come of one source on one day. */
  #count(stream: Stream, values: Float64Array, source: number, day: number): number {
    const { leads } = this.#version.model.sources[source] as Model['sources'][number];
    const mean = (values[leads] as number) * (this.#rates[source]?.[day] ?? 0);
    const pieces = Math.ceil(mean / largestMean);
    let count = 0;
    const own = pieces > 0 ? branch(stream, this.#names[source] as number, day) : stream;
    for (let piece = 0; piece < pieces; piece++) count += poisson(uniformAt(own, 0, piece), mean / pieces);
    return count;
  }

  /** Draws all leads of one source that come on one day: the next that are kept. */
  #come({ key0, key1 }: Stream, source: number, day: number, count: number): void {
    const first = this.from[source * this.days + day] as number;
    if (this.at.length < first + count) this.#grow(2 * (first + count));
    const { epochs } = this.#version.pool;
    const begins = day * daySeconds;
    let usual = 0;
    while (usual < epochs.length - 1 && begins >= (epochs[usual] as number)) usual++;
    const words = this.#words;
    for (let number = 0; number < count; number++) threefry(key0, key1, day, number, words, 2 * number);
    for (let number = 0; number < count; number++) {
      const t = begins + Math.floor(unit(words[2 * number + 1] as number) * daySeconds);
      let epoch = usual;
      while (epoch < epochs.length - 1 && t >= (epochs[epoch] as number)) epoch++;
      this.at[first + number] = t;
      this.pooled[first + number] = this.#picker.pick(
        source * epochs.length + epoch,
        unit(words[2 * number] as number),
      );
    }
  }

  /** Counts those that pass, and closes the ranks of the others. */
  #sort(source: number, day: number, count: number, { lasts, part }: Passing): void {
    const group = source * this.days + day;
    const first = this.from[group] as number;
    const { begins } = part.tally;
    let kept = first;
    for (let number = 0; number < count; number++) {
      const pooled = this.pooled[first + number] as number;
      const t = this.at[first + number] as number;
      const last = lasts[pooled] as number;
      if (last >= 0) {
        // All of it before anything is counted: it leaves no trace.
        if (t + last >= begins) part.pass(pooled, t);
        continue;
      }
      this.at[kept] = t;
      this.pooled[kept] = pooled;
      this.number[kept++] = number;
    }
    this.came[group] = count;
    this.from[group + 1] = kept;
  }

  #grow(size: number): void {
    this.at = wider(new Int32Array(size), this.at);
    this.pooled = wider(new Int32Array(size), this.pooled);
    this.number = wider(new Int32Array(size), this.number);
    this.#words = new Int32Array(2 * size);
  }
}
