import type { Model } from '../model/types.ts';
import { branch, purposeOf, seedStream, type Stream } from '../random/stream.ts';
import { daySeconds, weekSeconds } from '../time/units.ts';
import { comeAlike, livedAlike, type Version } from './alike.ts';
import { ApartClocks } from './apart.ts';
import { Arrivals } from './arrivals.ts';
import { Clocks } from './clocks.ts';
import { Desks } from './desks.ts';
import { Draws } from './draws.ts';
import { Happenings } from './happenings.ts';
import { Holders } from './holders.ts';
import { type Layout, layoutOf } from './layout.ts';
import { Leads } from './leads.ts';
import { OwnDraws } from './own-draws.ts';
import { Tally } from './tally.ts';
import { valuesOf } from './values.ts';
import { Work } from './work.ts';

/** After the last reported week nobody new comes, and what is under way is followed for so long: cohorts are whole. */
const runOut = 26 * weekSeconds;

/** Of a lead that was handed over when it came. */
const noStage = 255;

/** What two versions have in common: who comes, and what becomes of leads that people never get. */
interface Common {
  /** By lead of the pool: whether all of it is the same in both. */
  readonly leads: Uint8Array;
  readonly tally: Tally;
  readonly row: Float64Array;
}

/** Runs a version, one run after another; each is a function of the version, the seed and its number only. */
export class Runner {
  readonly layout: Layout;
  readonly clocks: Clocks;
  readonly #version: Version;
  readonly #seed: Stream;
  readonly #arrivals: Arrivals;
  readonly #draws: Draws;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #tally: Tally;
  readonly #work: Work;
  readonly #ownDraws: OwnDraws;
  readonly #holders: Holders;
  readonly #happenings: Happenings;
  readonly #apart: ApartClocks;
  /** When a lead that people never get entered each stage. */
  readonly #seen: Int32Array;
  #common: Common | null = null;
  /** Whether the other version has done what is in common. */
  readonly #isSecond: boolean;
  #values: Float64Array = new Float64Array(0);

  /** Where there is another version `before`, which makes each run first, what both have in common is done once. */
  constructor(version: Version, seed: number, before?: Runner) {
    const { model, pool } = version;
    this.#version = version;
    this.#seed = seedStream(seed);
    this.layout = layoutOf(model);
    const other = before && comeAlike(before.#version, version) ? before : undefined;
    this.#isSecond = other !== undefined;
    this.#arrivals = other ? other.#arrivals : new Arrivals(version, seed);
    this.#draws = new Draws(model);
    this.#leads = new Leads(model.stages.length, model.clocks.length);
    this.#desks = new Desks(model);
    this.#tally = new Tally(model, this.layout);
    const ownDraws = (this.#ownDraws = new OwnDraws(model));
    const base = { pool, leads: this.#leads, desks: this.#desks, tally: this.#tally, ownDraws };
    this.#holders = new Holders(model, base);
    this.#happenings = new Happenings(model, base);
    this.clocks = new Clocks(model, { ...base, holders: this.#holders });
    const parts = { ...base, holders: this.#holders, happenings: this.#happenings, clocks: this.clocks };
    this.#apart = new ApartClocks(model, parts);
    this.#work = new Work(model, { ...parts, apart: this.#apart, draws: this.#draws });
    this.#seen = new Int32Array(model.stages.length).fill(-1);
    if (other) this.#common = other.#common = other.#commonWith(version);
  }

  #commonWith(other: Version): Common | null {
    const leads = livedAlike(this.#version, other);
    if (!leads.includes(1)) return null;
    const tally = new Tally(this.#version.model, this.layout);
    return { leads, tally, row: new Float64Array(this.layout.length) };
  }

  /** Runs once and writes what happened to `row`, which has the length of the layout; tells what each parameter was. */
  run(number: number, row: Float64Array): Float64Array {
    const { weeks, warm_up_weeks: warmUp, sources } = this.#version.model;
    this.#prepare(number, row);
    const days = (weeks + warmUp) * 7;
    for (let day = 0; day < days; day++) {
      for (let source = 0; source < sources.length; source++) this.#arrive(source, day);
      this.#work.until((day + 1) * daySeconds);
      if (day % 7 === 6) this.#work.weekEnds((day + 1) / 7);
    }
    this.#work.until(days * daySeconds + runOut);
    this.#work.giveUp();
    this.#finish(row);
    return this.#values;
  }

  #prepare(number: number, row: Float64Array): void {
    const stream = branch(this.#seed, purposeOf('run'), number);
    this.#tally.prepare(row);
    this.#values = valuesOf(this.#version.model, stream);
    this.#draws.prepare(stream);
    this.#desks.prepare(this.#values);
    this.#leads.clear();
    this.#ownDraws.prepare(stream);
    this.#holders.prepare(this.#values);
    this.#happenings.prepare(this.#values);
    this.#apart.prepare();
    this.#work.prepare(this.#values);
    if (this.#isSecond) return;
    this.#arrivals.draw(number, this.#values);
    this.#common?.tally.prepare(this.#common.row);
  }

  #finish(row: Float64Array): void {
    this.#tally.finish();
    if (!this.#common) return;
    if (!this.#isSecond) this.#common.tally.finish();
    // Whole numbers: their sum does not depend on the order.
    for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (this.#common.row[i] as number);
  }

  /** All leads of one source that come on one day. */
  #arrive(source: number, day: number): void {
    const { from, at, pooled } = this.#arrivals;
    const { model, pool } = this.#version;
    const common = this.#common?.leads;
    const group = day * model.sources.length + source;
    const [first, until] = [from[group] as number, from[group + 1] as number];
    this.#spend(source, day, until - first);
    for (let index = first; index < until; index++) {
      const lead = pooled[index] as number;
      const t = at[index] as number;
      if (this.#apart.starts(lead)) this.#apart.arrive(lead, t, source, day, index - first);
      if ((pool.hand_after[lead] as number) >= 0) this.#handOver(lead, t, source, day, index - first);
      else if (common?.[lead] !== 1) this.#pass(lead, t, this.#tally);
      else if (!this.#isSecond) this.#pass(lead, t, (this.#common as Common).tally);
    }
  }

  #spend(source: number, day: number, leads: number): void {
    const { cost } = this.#version.model.sources[source] as Model['sources'][number];
    const each = cost < 0 ? 0 : (this.#values[cost] as number);
    this.#tally.add(this.layout.cost, this.#tally.week(day * daySeconds), each * leads);
  }

  /** What becomes of a lead that people never get. */
  #pass(pooled: number, t: number, tally: Tally): void {
    const { entry_from: from, entry_stage: stages, entry_after: after, marks } = this.#version.pool;
    const first = from[pooled] as number;
    const end = from[pooled + 1] as number;
    let entry = first;
    while (entry < end && t + (after[entry] as number) < tally.begins) entry++;
    // All of it before anything is counted or after: it leaves no trace.
    if (entry === end || t + (after[entry] as number) >= tally.ends) return;
    this.#live(first, end, t, { tally, marks: marks[pooled] as number, seen: this.#seen, at: 0 });
    for (entry = first; entry < end; entry++) this.#seen[stages[entry] as number] = -1;
  }

  /** A lead that comes to people: what becomes of it before, and when they get it. */
  #handOver(pooled: number, t: number, source: number, day: number, number: number): void {
    const {
      entry_from: from,
      entry_stage: stages,
      entry_after: after,
      marks,
      hand_after: handAfter,
    } = this.#version.pool;
    const leads = this.#leads;
    const lead = leads.take();
    leads.pool[lead] = pooled;
    leads.source[lead] = source;
    leads.day[lead] = day;
    leads.number[lead] = number;
    const first = from[pooled] as number;
    const end = (from[pooled + 1] as number) - 1; // the last is when people get it
    const at = lead * this.#version.model.stages.length;
    this.#live(first, end, t, { tally: this.#tally, marks: marks[pooled] as number, seen: leads.seen, at });
    leads.stage[lead] = end > first ? (stages[end - 1] as number) : noStage;
    leads.since[lead] = end > first ? t + (after[end - 1] as number) : 0;
    this.#work.comes(lead, t + (handAfter[pooled] as number));
  }

  /** What becomes of a lead from one entry to before another. */
  #live(
    first: number,
    end: number,
    t: number,
    {
      tally,
      marks,
      seen,
      at,
    }: { readonly tally: Tally; readonly marks: number; readonly seen: Int32Array; readonly at: number },
  ): void {
    const { entry_stage: stages, entry_after: after } = this.#version.pool;
    let stage = -1;
    let since = 0;
    for (let entry = first; entry < end; entry++) {
      const next = stages[entry] as number;
      const when = t + (after[entry] as number);
      tally.enter(next, when, marks, seen, at);
      if (stage >= 0) tally.leave(stage, next, since, when);
      stage = next;
      since = when;
    }
  }
}
