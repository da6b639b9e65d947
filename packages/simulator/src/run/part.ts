import type { Stream } from '../random/stream.ts';
import type { Version } from './alike.ts';
import { ApartClocks } from './apart.ts';
import { Clocks } from './clocks.ts';
import { Desks } from './desks.ts';
import { Draws } from './draws.ts';
import { Happenings } from './happenings.ts';
import { Holders } from './holders.ts';
import type { Layout } from './layout.ts';
import { Leads } from './leads.ts';
import { OwnDraws } from './own-draws.ts';
import { Tally } from './tally.ts';
import { Work } from './work.ts';

/** Of a lead that was handed over when it came. */
const noStage = 255;

/** Some leads of a run and the people who work them: nothing outside of it changes what happens in it. */
export class Part {
  readonly tally: Tally;
  readonly clocks: Clocks;
  readonly #version: Version;
  readonly #draws: Draws;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #ownDraws: OwnDraws;
  readonly #holders: Holders;
  readonly #happenings: Happenings;
  readonly #apart: ApartClocks;
  readonly #work: Work;
  /** When a lead that people never get entered each stage. */
  readonly #seen: Int32Array;

  constructor(version: Version, layout: Layout) {
    const { model, pool } = version;
    this.#version = version;
    this.#draws = new Draws(model);
    this.#leads = new Leads(model.stages.length, model.clocks.length);
    this.#desks = new Desks(model);
    this.tally = new Tally(model, layout);
    const ownDraws = (this.#ownDraws = new OwnDraws(model));
    const base = { pool, leads: this.#leads, desks: this.#desks, tally: this.tally, ownDraws };
    this.#holders = new Holders(model, base);
    this.#happenings = new Happenings(model, base);
    this.clocks = new Clocks(model, { ...base, holders: this.#holders });
    const parts = { ...base, holders: this.#holders, happenings: this.#happenings, clocks: this.clocks };
    this.#apart = new ApartClocks(model, parts);
    this.#work = new Work(model, { ...parts, apart: this.#apart, draws: this.#draws });
    this.#seen = new Int32Array(model.stages.length).fill(-1);
  }

  /** Makes ready for a run, which has a stream of its own and these values of the parameters, and is counted into this row. */
  prepare(stream: Stream, values: Float64Array, row: Float64Array): void {
    this.tally.prepare(row);
    this.#draws.prepare(stream);
    this.#desks.prepare(values);
    this.#leads.clear();
    this.#ownDraws.prepare(stream);
    this.#holders.prepare(values);
    this.#happenings.prepare(values);
    this.#apart.prepare();
    this.#work.prepare(values);
  }

  /** A lead of the pool comes: one of a source, a day and a number on that day. */
  arrive(pooled: number, t: number, source: number, day: number, number: number): void {
    if (this.#apart.starts(pooled)) this.#apart.arrive(pooled, t, source, day, number);
    if ((this.#version.pool.hand_after[pooled] as number) >= 0)
      this.#handOver(pooled, t, source, day, number);
    else this.pass(pooled, t);
  }

  /** Lets everything happen that does before a day begins. */
  until(day: number): void {
    this.#work.until(day);
  }

  /** Notes how long the lines of some desks are at the end of a week, and what could have been worked. */
  weekEnds(weeks: number, desks: readonly number[]): void {
    this.#work.weekEnds(weeks, desks);
  }

  /** The run is over. */
  finish(): void {
    this.#work.giveUp();
    this.tally.finish();
  }

  /** A lead of the pool comes that people never get: what becomes of it. */
  pass(pooled: number, t: number): void {
    const { entry_from: from, entry_stage: stages, marks } = this.#version.pool;
    const first = from[pooled] as number;
    const end = from[pooled + 1] as number;
    this.#live(first, end, t, { marks: marks[pooled] as number, seen: this.#seen, at: 0 });
    for (let entry = first; entry < end; entry++) this.#seen[stages[entry] as number] = -1;
  }

  /** A lead that comes to people: what becomes of it before, and when they get it. */
  #handOver(pooled: number, t: number, source: number, day: number, number: number): void {
    const {
      entry_from: from,
      entry_stage: stages,
      entry_after: after,
      marks,
      hand_after,
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
    this.#live(first, end, t, { marks: marks[pooled] as number, seen: leads.seen, at });
    leads.stage[lead] = end > first ? (stages[end - 1] as number) : noStage;
    leads.since[lead] = end > first ? t + (after[end - 1] as number) : 0;
    this.#work.comes(lead, t + (hand_after[pooled] as number));
  }

  /** What becomes of a lead from one entry to before another. */
  #live(
    first: number,
    end: number,
    t: number,
    { marks, seen, at }: { readonly marks: number; readonly seen: Int32Array; readonly at: number },
  ): void {
    const { entry_stage: stages, entry_after: after } = this.#version.pool;
    let stage = -1;
    let since = 0;
    for (let entry = first; entry < end; entry++) {
      const next = stages[entry] as number;
      const when = t + (after[entry] as number);
      this.tally.enter(next, when, marks, seen, at);
      if (stage >= 0) this.tally.leave(stage, next, since, when);
      stage = next;
      since = when;
    }
  }
}
