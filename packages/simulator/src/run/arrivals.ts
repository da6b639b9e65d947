import { largestMean, poisson } from '../maths/draws.ts';
import type { Model } from '../model/types.ts';
import { branch, purposeOf, seedStream, type Stream, uniformAt } from '../random/stream.ts';
import { threefry, unit } from '../random/threefry.ts';
import { dailyRates } from '../time/rates.ts';
import { daySeconds } from '../time/units.ts';
import type { Version } from './alike.ts';
import { Picker } from './picker.ts';
import { wider } from './wider.ts';

/**
 * Who comes in a run: day by day, and on each day source by source. Each lead has random numbers of its own, found by its source,
 * day and number: two simulations that have a lead in common draw the same for it, whatever else differs.
 */
export class Arrivals {
  /** Where the leads of each day and source begin, and at last how many there are. */
  readonly from: Int32Array;
  /** By lead: when it comes, in seconds since the run began, and which of the pool it is. */
  at = new Int32Array(0);
  pooled = new Int32Array(0);
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
    this.from = new Int32Array((model.weeks + model.warm_up_weeks) * 7 * model.sources.length + 1);
  }

  /** Draws who comes in a run with these values of the parameters. */
  draw(number: number, values: Float64Array): void {
    this.#picker.prepare(values);
    const run = branch(this.#seed, purposeOf('run'), number);
    const counting = branch(this.#seed, purposeOf('arrivals'), number);
    const sources = this.#rates.length;
    const keys = this.#names.map((name) => branch(branch(run, name, 0), purposeOf('arrival'), 1));
    for (let group = 0; group + 1 < this.from.length; group++) {
      const [source, day] = [group % sources, Math.floor(group / sources)];
      const count = this.#count(counting, values, source, day);
      const first = this.from[group] as number;
      this.from[group + 1] = first + count;
      this.#come(keys[source] as Stream, source, day, first, count);
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

  /** All leads of one source that come on one day. */
  #come({ key0, key1 }: Stream, source: number, day: number, first: number, count: number): void {
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

  #grow(size: number): void {
    this.at = wider(new Int32Array(size), this.at);
    this.pooled = wider(new Int32Array(size), this.pooled);
    this.#words = new Int32Array(2 * size);
  }
}
