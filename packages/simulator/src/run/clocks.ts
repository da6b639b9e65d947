import type { Model } from '../model/types.ts';
import type { Hours } from '../time/hours.ts';
import { never } from '../time/units.ts';
import type { Desks } from './desks.ts';
import type { Leads } from './leads.ts';
import type { Tally } from './tally.ts';
import { binOf, timeBins } from './time-bins.ts';

/** The clocks of the promises: started when a lead enters a stage, stopped by work on it or by a step. */
export class Clocks {
  /** By clock and part: how long clocks ran that were started in the reported weeks; the last part is forever. */
  readonly times: Float64Array;
  readonly #model: Model;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #tally: Tally;
  readonly #stops: readonly Uint8Array[];
  readonly #hours: readonly (Hours | null)[];
  readonly #responses: readonly (Model['responses'][number] | undefined)[];

  constructor(model: Model, { leads, desks, tally }: { leads: Leads; desks: Desks; tally: Tally }) {
    this.#model = model;
    this.#leads = leads;
    this.#desks = desks;
    this.#tally = tally;
    this.times = new Float64Array(model.clocks.length * timeBins);
    this.#stops = model.clocks.map(({ by_steps: steps }) =>
      Uint8Array.from(model.steps, (_, step) => (steps.includes(step) ? 1 : 0)),
    );
    this.#hours = model.clocks.map(({ calendar }) => (calendar === 'owner' ? null : desks.named(calendar)));
    this.#responses = model.clocks.map((_, clock) => model.responses.find((one) => one.clock === clock));
  }

  /** Starts the clocks of a stage that run for this lead. */
  start(lead: number, stage: number, marks: number, t: number): void {
    const { clocks } = this.#model;
    for (let clock = 0; clock < clocks.length; clock++)
      if ((clocks[clock] as { starts: number }).starts === stage && (marks & (1 << clock)) !== 0)
        this.#leads.clock[lead * clocks.length + clock] = t;
  }

  /** Somebody began to work the lead: what is left of its conversions out of this stage, by how long that took. */
  work(lead: number, desk: number, t: number): number {
    const { clocks } = this.#model;
    let left = 1;
    for (let clock = 0; clock < clocks.length; clock++) {
      if (!(clocks[clock] as { by_work: boolean }).by_work) continue;
      const took = this.#stop(lead, clock, desk, t);
      if (took >= 0) left *= this.#left(clock, took);
    }
    return left;
  }

  /** The lead takes a step. */
  step(lead: number, desk: number, step: number, t: number): void {
    for (let clock = 0; clock < this.#stops.length; clock++)
      if (this.#stops[clock]?.[step] === 1) this.#stop(lead, clock, desk, t);
  }

  /** The lead is out of sight: whatever still runs will not be kept. */
  end(lead: number, desk: number): void {
    for (let clock = 0; clock < this.#stops.length; clock++) this.#stop(lead, clock, desk, never);
  }

  /** The working time on the clock in seconds; −1 where it did not run. */
  #stop(lead: number, clock: number, desk: number, t: number): number {
    const at = lead * this.#stops.length + clock;
    const since = this.#leads.clock[at] as number;
    if (since < 0) return -1;
    this.#leads.clock[at] = -1;
    const hours = this.#hours[clock] ?? this.#desks.hoursAt(desk);
    const { layout } = this.#tally;
    const week = this.#tally.week(since);
    const took = t === never ? never : hours.workAt(t) - hours.workAt(since);
    this.#tally.add(layout.started[clock] as number, week, 1);
    const within = (this.#model.clocks[clock] as { within_ms: number }).within_ms / 1000;
    // At the very end of it, one may still be late: when all is closed then.
    if (took < within || (took === within && t <= hours.deadline(since, within)))
      this.#tally.add(layout.kept[clock] as number, week, 1);
    if (week >= 0) {
      const bin = clock * timeBins + (t === never ? timeBins - 1 : binOf(took));
      this.times[bin] = (this.times[bin] as number) + 1;
    }
    return took;
  }

  #left(clock: number, took: number): number {
    const effect = this.#responses[clock]?.effect;
    if (!effect) return 1;
    const row = effect.find(({ within_ms: within }) => took * 1000 <= within) ?? effect.at(-1);
    return (row?.rate ?? 10_000) / 10_000;
  }
}
