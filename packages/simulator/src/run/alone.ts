import type { Model } from '../model/types.ts';
import type { Activities } from './activities.ts';
import type { Leads } from './leads.ts';

/** Which leads nobody else has to do with for a while: what becomes of them need not wait for its turn among all that happens. */
export class Alone {
  readonly #model: Model;
  readonly #leads: Leads;
  readonly #activities: Activities;
  /** By stage: whether what becomes of a lead in it depends on nothing but the lead, once it was handed over. */
  readonly #stages: readonly boolean[];

  /** `touched` has 1 for each stage in which a clock waits for work. */
  constructor(model: Model, leads: Leads, activities: Activities, touched: Uint8Array) {
    this.#model = model;
    this.#leads = leads;
    this.#activities = activities;
    this.#stages = model.stages.map((_, stage) => touched[stage] === 0 && activities.atOnce(stage));
  }

  /** Whether a lead in a stage is alone until it takes this step (−1 is to be forgotten), and where it comes to then. */
  takes(lead: number, stage: number, step: number): boolean {
    const { stages, steps, routed } = this.#model;
    if (!this.#activities.atOnce(stage)) return false;
    const to =
      step < 0
        ? (stages[stage] as Model['stages'][number]).stale_to
        : (steps[step] as Model['steps'][number]).to;
    if (to < 0) return true;
    return this.#stages[to] === true && !(this.#leads.fresh[lead] === 1 && routed[to]);
  }
}
