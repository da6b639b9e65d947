import { lognormal, type Lognormal, lognormalOf } from '../maths/draws.ts';
import type { Model } from '../model/types.ts';
import { unit } from '../random/threefry.ts';
import { never } from '../time/units.ts';
import type { Desks } from './desks.ts';
import type { Draws } from './draws.ts';
import type { Holders } from './holders.ts';
import type { Leads } from './leads.ts';
import { spreadOf } from './spread.ts';

interface Parts {
  readonly leads: Leads;
  readonly desks: Desks;
  readonly draws: Draws;
  readonly holders: Holders;
}

/** Which step leads take out of a stage, when they do, and how large deals are: drawn for each lead. */
export class Steps {
  readonly #model: Model;
  readonly #parts: Parts;
  /** By stage: the steps out of it. */
  readonly #out: readonly Int32Array[];
  /** By step: whether it leads to an exit, and how many of 10,000 leads take it, in this run. */
  readonly #isExit: Uint8Array;
  readonly #rates: Float64Array;
  /** By step: how long it takes in seconds. */
  readonly #takes: readonly (Lognormal | null)[];
  readonly #dealSize: Lognormal;

  constructor(model: Model, parts: Parts) {
    this.#model = model;
    this.#parts = parts;
    this.#out = model.stages.map(({ steps }) => Int32Array.from(steps));
    this.#isExit = Uint8Array.from(model.steps, ({ to }) => (model.stages[to]?.exit === true ? 1 : 0));
    this.#rates = new Float64Array(model.steps.length);
    this.#takes = model.steps.map(({ takes }) => spreadOf(model.parameters[takes], 1000));
    this.#dealSize = spreadOf(model.parameters[model.deal_size], 1) ?? lognormalOf(0, null, null);
  }

  /** Makes ready for a run with these values of the parameters. */
  prepare(values: Float64Array): void {
    for (const [step, { rate }] of this.#model.steps.entries()) this.#rates[step] = values[rate] as number;
  }

  /** The step that a lead takes out of its stage, when so much is left of what leads on; what is lost goes to the exits. −1 is none. */
  choose(lead: number, left: number): number {
    const { leads, draws } = this.#parts;
    const stage = leads.stage[lead] as number;
    draws.drawFor(leads, lead, draws.outOf(stage));
    const u = unit(draws.words[0] as number);
    const own = this.#out[stage] as Int32Array;
    const scale = left < 1 ? this.#exitScale(own, left) : 1;
    let sum = 0;
    for (let i = 0; i < own.length; i++) {
      const step = own[i] as number;
      sum += ((this.#rates[step] as number) / 10_000) * (this.#isExit[step] === 1 ? scale : left);
      if (u < sum) return step;
    }
    return -1;
  }

  #exitScale(own: Int32Array, left: number): number {
    let [on, out] = [0, 0];
    for (const step of own) {
      if (this.#isExit[step] === 1) out += this.#rates[step] as number;
      else on += this.#rates[step] as number;
    }
    return out > 0 ? 1 + (on * (1 - left)) / out : 1;
  }

  /** When a lead takes the step that was chosen for it just now, on which work begins at `t`. */
  ready(lead: number, step: number, t: number): number {
    const { desks, draws, holders } = this.#parts;
    const takes = this.#takes[step];
    if (!takes) return t;
    const ready = t + Math.round(lognormal(takes, unit(draws.words[1] as number)));
    return desks.hoursAt(holders.deskOf(lead)).openFrom(Math.min(ready, never - 1));
  }

  /** The size of the deal with a lead, in whole hundredths of the currency: their sum does not depend on the order. −1 where nothing is said of deals. */
  dealSize(lead: number): number {
    if (this.#model.deal_size < 0) return -1;
    const { leads, draws } = this.#parts;
    draws.drawFor(leads, lead, draws.work);
    return Math.round(lognormal(this.#dealSize, unit(draws.words[1] as number)));
  }
}
