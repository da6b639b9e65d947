import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import { branch, purposeOf, seedStream, type Stream } from '../random/stream.ts';
import { comingDaysOf, runDaysOf } from '../time/days.ts';
import { daySeconds } from '../time/units.ts';
import { comeAlike, isWithoutWork, livedAlike, type Version } from './alike.ts';
import { Arrivals } from './arrivals.ts';
import { type Layout, layoutOf } from './layout.ts';
import { Part } from './part.ts';
import { valuesOf } from './values.ts';

/** What is the same in two versions: the first of them does it for both. */
interface Common {
  /** By lead of the pool: whether it belongs here. */
  readonly leads: Uint8Array;
  readonly desks: readonly number[];
  readonly part: Part;
  readonly row: Float64Array;
}

/** Runs a version, one run after another; each is a function of the version, the seed and its number only. */
export class Runner {
  readonly layout: Layout;
  readonly #version: Version;
  readonly #seed: Stream;
  readonly #arrivals: Arrivals;
  readonly #own: Part;
  /** The desks that are not in common. */
  #desks: readonly number[];
  #common: Common | null = null;
  /** By lead of the pool that nobody gets, and of which the same becomes in both versions: when that is over; −1 of others. */
  #lasts: Int32Array;
  /** Whether another version does what is in common. */
  readonly #isSecond: boolean;
  #values: Float64Array = new Float64Array(0);

  /** Where there is another version `before`, which makes each run first, what both have in common is done once. */
  constructor(version: Version, seed: number, before?: Runner) {
    const { model } = version;
    this.#version = version;
    this.#seed = seedStream(seed);
    this.layout = layoutOf(model);
    const other = before && comeAlike(before.#version, version) ? before : undefined;
    this.#isSecond = other !== undefined;
    this.#arrivals = other ? other.#arrivals : new Arrivals(version, seed);
    this.#own = new Part(version, this.layout);
    this.#desks = [...model.desks.keys()];
    this.#lasts = lastsOf(version.pool);
    if (other) this.#share(other);
  }

  #share(other: Runner): void {
    const { leads, desks } = livedAlike(other.#version, this.#version);
    other.#lasts = other.#lasts.map((last, lead) => (leads[lead] === 1 ? last : -1));
    if (!leads.includes(1)) return;
    const isAlike = (desk: number): boolean => desks[desk] === 1;
    this.#common = other.#common = {
      leads,
      desks: this.#desks.filter(isAlike),
      part: new Part(other.#version, this.layout),
      row: new Float64Array(this.layout.length),
    };
    this.#desks = other.#desks = this.#desks.filter((desk) => !isAlike(desk));
  }

  /** Runs once and writes what happened to `row`, which has the length of the layout; tells what each parameter was. */
  run(number: number, row: Float64Array): Float64Array {
    const { model } = this.#version;
    const { sources } = model;
    this.#prepare(number, row);
    const days = comingDaysOf(model);
    for (let day = 0; day < days; day++) {
      for (let source = 0; source < sources.length; source++) this.#arrive(source, day);
      this.#until(day + 1);
      if (day % 7 === 6) this.#weekEnds((day + 1) / 7);
    }
    this.#until(runDaysOf(model));
    this.#finish(row);
    return this.#values;
  }

  /** By clock and part of time: how long clocks ran, of all runs together since {@link forgetTimes}. */
  get times(): Float64Array<ArrayBuffer> {
    const common = this.#common?.part.clocks.times;
    return this.#own.clocks.times.map((count, index) => count + (common?.[index] ?? 0));
  }

  forgetTimes(): void {
    this.#own.clocks.times.fill(0);
    this.#common?.part.clocks.times.fill(0);
  }

  /** What is in common, where this version does it. */
  get #done(): Common | null {
    return this.#isSecond ? null : this.#common;
  }

  #prepare(number: number, row: Float64Array): void {
    const stream = branch(this.#seed, purposeOf('run'), number);
    this.#values = valuesOf(this.#version.model, stream);
    this.#own.prepare(stream, this.#values, row);
    if (this.#isSecond) return;
    this.#common?.part.prepare(stream, this.#values, this.#common.row);
    this.#arrivals.draw(number, this.#values, { lasts: this.#lasts, part: this.#common?.part ?? this.#own });
  }

  /** All leads of one source that come on one day and do not pass. */
  #arrive(source: number, day: number): void {
    const { days, came, from, at, pooled, number } = this.#arrivals;
    const common = this.#common?.leads;
    const done = this.#done?.part;
    const group = source * days + day;
    const [first, until] = [from[group] as number, from[group + 1] as number];
    this.#spend(source, day, came[group] as number);
    for (let index = first; index < until; index++) {
      const lead = pooled[index] as number;
      const part = common?.[lead] === 1 ? done : this.#own;
      part?.arrive(lead, at[index] as number, source, day, number[index] as number);
    }
  }

  #spend(source: number, day: number, leads: number): void {
    const { cost } = this.#version.model.sources[source] as Model['sources'][number];
    const each = cost < 0 ? 0 : (this.#values[cost] as number);
    const { tally } = this.#own;
    tally.add(this.layout.cost, tally.week(day * daySeconds), each * leads);
  }

  #until(day: number): void {
    this.#own.until(day);
    this.#done?.part.until(day);
  }

  #weekEnds(weeks: number): void {
    this.#own.weekEnds(weeks, this.#desks);
    this.#done?.part.weekEnds(weeks, this.#done.desks);
  }

  #finish(row: Float64Array): void {
    this.#own.finish();
    this.#done?.part.finish();
    if (!this.#common) return;
    // Whole numbers, but for the cost, of which nothing is in common: their sum does not depend on the order.
    for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (this.#common.row[i] as number);
  }
}

/** By lead: how long after it comes the last thing happens to it; −1 where people get it. */
function lastsOf(pool: Pool): Int32Array {
  return Int32Array.from({ length: pool.size }, (_, lead) => {
    if (!isWithoutWork(pool, lead)) return -1;
    const end = pool.entry_from[lead + 1] as number;
    return end > (pool.entry_from[lead] as number) ? (pool.entry_after[end - 1] as number) : 0;
  });
}
