import type { Apart, Clock, Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import { never } from '../time/units.ts';
import type { Clocks } from './clocks.ts';
import type { Happenings } from './happenings.ts';
import { idle, type Leads } from './leads.ts';
import type { OwnDraws } from './own-draws.ts';
import type { Tally } from './tally.ts';
import { Timeline } from './timeline.ts';

interface Parts {
  readonly pool: Pool;
  readonly leads: Leads;
  readonly clocks: Clocks;
  readonly tally: Tally;
  readonly ownDraws: OwnDraws;
  readonly happenings: Happenings;
}

/** The clocks that run beside people's work: what stops them waits for nobody, so each is followed to its end at once. */
export class ApartClocks {
  readonly any: boolean;
  readonly #clocks: readonly Clock[];
  readonly #parts: Parts;
  readonly #timeline: Timeline;
  /** Where the clocks of each lead of the pool begin. */
  readonly #from: Int32Array;
  /** The place of a lead whose clock is followed. */
  #place = 0;

  constructor(model: Model, parts: Parts) {
    const { clocks } = model;
    this.#clocks = clocks;
    this.#timeline = new Timeline(model, parts);
    this.#parts = parts;
    this.#from = parts.pool.apart_from;
    this.any = clocks.some(({ apart }) => apart !== null);
  }

  /** Makes ready for a run; after the leads. */
  prepare(): void {
    if (this.any) this.#place = this.#parts.leads.take();
  }

  /** Whether a lead of the pool starts such a clock. */
  starts(pooled: number): boolean {
    return this.#from[pooled] !== this.#from[pooled + 1];
  }

  /** The clocks that a lead starts by what it does, and those of stages before people get it. */
  arrive(pooled: number, t: number, source: number, day: number, number: number): void {
    const { pool, leads, tally } = this.#parts;
    leads.pool[this.#place] = pooled;
    leads.source[this.#place] = source;
    leads.day[this.#place] = day;
    leads.number[this.#place] = number;
    leads.state[this.#place] = idle;
    let clock = -1;
    let ended = 0;
    for (let i = pool.apart_from[pooled] as number; i < (pool.apart_from[pooled + 1] as number); i++) {
      const after = pool.apart_after[i] as number;
      const stop = pool.apart_stop[i] as number;
      if (pool.apart_clock[i] !== clock) ended = 0;
      clock = pool.apart_clock[i] as number;
      // A clock under way is not started anew.
      if (t + after < ended || tally.week(t + after) < 0) continue;
      ended = this.#follow(clock, after, t + after, stop < 0 ? never : t + stop);
    }
  }

  /** A lead comes to a stage that nobody works, and comes back so long after that (−1 is never). */
  enter(lead: number, stage: number, t: number, back: number): void {
    const { pool, leads, tally } = this.#parts;
    const marks = pool.marks[leads.pool[lead] as number] as number;
    for (let clock = 0; clock < this.#clocks.length; clock++) {
      const { apart } = this.#clocks[clock] as Clock;
      if (apart?.stage !== stage || (marks & (1 << clock)) === 0 || tally.week(t) < 0) continue;
      leads.pool[this.#place] = leads.pool[lead] as number;
      leads.source[this.#place] = leads.source[lead] as number;
      leads.day[this.#place] = leads.day[lead] as number;
      leads.number[this.#place] = leads.number[lead] as number;
      const thing = -1 - (leads.visit[lead] as number);
      this.#follow(clock, thing, t, apart.by_return && back >= 0 ? t + back : never);
    }
  }

  /** Follows a clock from its start until something stops it: when that is. */
  #follow(clock: number, thing: number, start: number, stop: number): number {
    const { clocks, ownDraws, leads } = this.#parts;
    const { begins } = (this.#clocks[clock] as Clock).apart as Apart;
    const timeline = this.#timeline;
    timeline.clear();
    for (let i = 0; i < begins.length; i++) {
      ownDraws.ofLead(leads, this.#place);
      timeline.add(begins[i] as number, thing, start, Math.min(never, stop + 1), null);
    }
    clocks.begin(this.#place, clock, start);
    for (let i = 0; i < timeline.size; i++) {
      const at = timeline.at[i] as number;
      clocks.act(this.#place, timeline.activity[i] as number, at);
      if (!clocks.runs(this.#place, clock)) return at;
    }
    clocks.stop(this.#place, clock, stop);
    return stop;
  }
}
