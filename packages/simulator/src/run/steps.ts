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
  /** By step: how long it takes in seconds. */
  readonly #takes: readonly (Lognormal | null)[];
  readonly #dealSize: Lognormal;
  #values: Float64Array = new Float64Array(0);

  constructor(model: Model, parts: Parts) {
    this.#model = model;
    this.#parts = parts;
    this.#takes = model.steps.map(({ takes }) => spreadOf(model.parameters[takes], 1000));
    this.#dealSize = spreadOf(model.parameters[model.deal_size], 1) ?? lognormalOf(0, null, null);
  }

  /** Makes ready for a run with these values of the parameters. */
  prepare(values: Float64Array): void {
    this.#values = values;
  }

  /** The step that a lead takes out of its stage, when so much is left of what leads on; what is lost goes to the exits. −1 is none. */
  choose(lead: number, left: number): number {
    const { leads, draws } = this.#parts;
    const { stages, steps } = this.#model;
    const stage = leads.stage[lead] as number;
    draws.drawFor(leads, lead, draws.outOf(stage));
    const u = unit(draws.words[0] as number);
    const own = (stages[stage] as Model['stages'][number]).steps;
    const scale = left < 1 ? this.#exitScale(own, left) : 1;
    let sum = 0;
    for (let i = 0; i < own.length; i++) {
      const step = own[i] as number;
      const { rate, to } = steps[step] as Model['steps'][number];
      const isExit = (stages[to] as Model['stages'][number]).exit;
      sum += ((this.#values[rate] as number) / 10_000) * (isExit ? scale : left);
      if (u < sum) return step;
    }
    return -1;
  }

  #exitScale(own: readonly number[], left: number): number {
    const { stages, steps } = this.#model;
    let [on, out] = [0, 0];
    for (const step of own) {
      const { rate, to } = steps[step] as Model['steps'][number];
      if ((stages[to] as Model['stages'][number]).exit) out += this.#values[rate] as number;
      else on += this.#values[rate] as number;
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
