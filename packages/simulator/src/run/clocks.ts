import type { ClockAct, Model } from '../model/types.ts';
import type { Hours } from '../time/hours.ts';
import { never } from '../time/units.ts';
import type { Desks } from './desks.ts';
import { Held } from './held.ts';
import type { Holders } from './holders.ts';
import type { Leads } from './leads.ts';
import type { Tally } from './tally.ts';
import { binOf, timeBins } from './time-bins.ts';

interface Parts {
  readonly leads: Leads;
  readonly desks: Desks;
  readonly tally: Tally;
  readonly holders: Holders;
}

interface Act extends ClockAct {
  readonly clock: number;
}

/** The clocks of the promises: started when a lead enters a stage; stopped by work on it, by a step or by what else happens. */
export class Clocks {
  /** By clock and part: how long clocks ran that were started in the reported weeks; the last part is forever. */
  readonly times: Float64Array;
  readonly #model: Model;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #tally: Tally;
  readonly #holders: Holders;
  readonly #count: number;
  readonly #within: Float64Array;
  // Some clocks are the bits of a number.
  /** By stage: the clocks that start in it. */
  readonly #starts: Int32Array;
  /** The clocks that the beginning of work stops, and those of which it is an attempt; both by step, too. */
  readonly #byWork: number;
  readonly #triesByWork: number;
  readonly #byStep: Int32Array;
  readonly #triesByStep: Int32Array;
  readonly #hours: readonly (Hours | null)[];
  readonly #responses: readonly (Model['responses'][number] | undefined)[];
  /** By activity and by transfer: what it does to which clocks. */
  readonly #byActivity: readonly (readonly Act[])[];
  readonly #byTransfer: readonly (readonly Act[])[];
  /** The clocks that an activity starts anew. */
  readonly #restarted: number;
  /** By clock: whether a transfer starts it anew. */
  readonly #isNew: Uint8Array;
  /** Pauses and attempts, where a clock has any. */
  readonly #held: Held | null;

  constructor(model: Model, { leads, desks, tally, holders }: Parts) {
    const { clocks, stages, steps, activities, transfers } = model;
    this.#model = model;
    this.#leads = leads;
    this.#desks = desks;
    this.#tally = tally;
    this.#holders = holders;
    this.times = new Float64Array(clocks.length * timeBins);
    const clocksThat = (does: (clock: Model['clocks'][number]) => boolean): number =>
      bitsOf(clocks.flatMap((clock, index) => (does(clock) ? [index] : [])));
    this.#count = clocks.length;
    this.#within = Float64Array.from(clocks, ({ within_ms: within }) => within / 1000);
    this.#starts = Int32Array.from(stages, (_, stage) => clocksThat(({ starts }) => starts === stage));
    this.#byWork = clocksThat((clock) => clock.by_work);
    this.#triesByWork = clocksThat((clock) => clock.tries_by_work && !clock.by_work);
    this.#byStep = Int32Array.from(steps, (_, step) => clocksThat((clock) => clock.by_steps.includes(step)));
    this.#triesByStep = Int32Array.from(steps, (_, step) =>
      clocksThat((clock) => clock.tries_by_steps.includes(step)),
    );
    this.#hours = clocks.map(({ calendar }) => (calendar === 'owner' ? null : desks.named(calendar)));
    this.#responses = clocks.map((_, clock) => model.responses.find((one) => one.clock === clock));
    const acts = clocks.flatMap((one, clock) => one.acts.map((act) => ({ ...act, clock })));
    this.#byActivity = activities.map((_, index) => acts.filter(({ activity }) => activity === index));
    this.#byTransfer = transfers.map((_, index) => acts.filter(({ transfer }) => transfer === index));
    this.#isNew = Uint8Array.from(clocks, (one) => (one.acts.some(({ transfer }) => transfer >= 0) ? 1 : 0));
    this.#restarted = clocksThat((one) =>
      one.acts.some(({ activity, does }) => activity >= 0 && does === 'restart'),
    );
    const needed = clocks.some(({ at_least: least, acts: own }) => least > 0 || own.length > 0);
    this.#held = needed ? new Held() : null;
  }

  /** Starts the clocks of a stage that run for this lead. */
  start(lead: number, stage: number, marks: number, t: number): void {
    for (let bits = (this.#starts[stage] as number) & marks; bits !== 0; bits &= bits - 1)
      this.begin(lead, lowestOf(bits), t);
  }

  /** Starts a clock, with the full time. */
  begin(lead: number, clock: number, t: number): void {
    const at = lead * this.#count + clock;
    this.#leads.clock[at] = t;
    this.#leads.running[lead] = this.#running(lead) | (1 << clock);
    this.#held?.reset(at);
  }

  runs(lead: number, clock: number): boolean {
    return (this.#running(lead) & (1 << clock)) !== 0;
  }

  #running(lead: number): number {
    return this.#leads.running[lead] as number;
  }

  /**
   * Whether what happens to some of the lead's clocks can be told from what does not: one runs, and is counted, may be once it is
   * started anew, or tells a response.
   */
  anyMatters(lead: number, clocks: number): boolean {
    const running = this.#running(lead) & clocks;
    if ((running & this.#restarted) !== 0) return true;
    for (let bits = running; bits !== 0; bits &= bits - 1) {
      const clock = lowestOf(bits);
      const since = this.#leads.clock[lead * this.#count + clock] as number;
      if (this.#tally.week(since) >= 0 || this.#responses[clock]) return true;
    }
    return false;
  }

  /** Somebody began to work the lead: what is left of its conversions out of this stage, by how long that took. */
  work(lead: number, t: number): number {
    this.#tryAll(lead, this.#triesByWork, t);
    let left = 1;
    for (let bits = this.#running(lead) & this.#byWork; bits !== 0; bits &= bits - 1) {
      const clock = lowestOf(bits);
      const took = this.stop(lead, clock, t);
      if (took >= 0) left *= this.#left(clock, took);
    }
    return left;
  }

  /** The lead takes a step. */
  step(lead: number, step: number, t: number): void {
    this.#tryAll(lead, this.#triesByStep[step] as number, t);
    this.#stopAll(lead, this.#byStep[step] as number, t);
  }

  #tryAll(lead: number, clocks: number, t: number): void {
    for (let bits = this.#running(lead) & clocks; bits !== 0; bits &= bits - 1)
      this.#attempt(lead, lowestOf(bits), t);
  }

  #stopAll(lead: number, clocks: number, t: number): void {
    for (let bits = this.#running(lead) & clocks; bits !== 0; bits &= bits - 1)
      this.stop(lead, lowestOf(bits), t);
  }

  /** An activity happens. */
  act(lead: number, activity: number, t: number): void {
    const acts = this.#byActivity[activity] as readonly Act[];
    for (let i = 0; i < acts.length; i++) this.#do(lead, acts[i] as Act, t);
  }

  /** The lead changes hands. */
  transfer(lead: number, transfer: number, t: number): void {
    const acts = this.#byTransfer[transfer] as readonly Act[];
    for (let i = 0; i < acts.length; i++) this.#do(lead, acts[i] as Act, t);
  }

  #do(lead: number, { clock, does, pause }: Act, t: number): void {
    if (!this.runs(lead, clock)) return;
    const at = lead * this.#count + clock;
    if (does === 'restart') this.begin(lead, clock, t);
    else if (does === 'pause') this.#held?.pause(at, pause, t);
    else if (does === 'resume') this.#held?.resume(at, pause, t, this.#hoursOf(lead, clock));
    else if (does === 'try') this.#attempt(lead, clock, t);
    else this.stop(lead, clock, t);
  }

  #attempt(lead: number, clock: number, t: number): void {
    if (!this.#held || !this.runs(lead, clock)) return;
    const tries = this.#held.attempt(lead * this.#count + clock);
    if (tries >= (this.#model.clocks[clock] as { at_least: number }).at_least) this.stop(lead, clock, t);
  }

  /** The lead is out of sight: whatever still runs will not be kept. */
  end(lead: number): void {
    this.#stopAll(lead, -1, never);
  }

  /** Another place has the clocks of this one. */
  copy(lead: number, copy: number): void {
    const count = this.#count;
    if (this.#held)
      for (let clock = 0; clock < count; clock++) this.#held.copy(lead * count + clock, copy * count + clock);
  }

  /** An owner is whoever the lead was routed to; where a transfer starts the clock anew, whoever has it now. */
  #hoursOf(lead: number, clock: number): Hours {
    const hours = this.#hours[clock];
    if (hours) return hours;
    return this.#desks.hoursAt(
      this.#isNew[clock] === 1 ? this.#holders.deskOf(lead) : this.#holders.routedTo(lead),
    );
  }

  /** Stops a clock: the working time on it in seconds; −1 where it did not run, or where nothing depends on it. */
  stop(lead: number, clock: number, t: number): number {
    if (!this.runs(lead, clock)) return -1;
    this.#leads.running[lead] = this.#running(lead) & ~(1 << clock);
    const at = lead * this.#count + clock;
    const since = this.#leads.clock[at] as number;
    const { layout } = this.#tally;
    const week = this.#tally.week(since);
    if (week < 0 && !this.#responses[clock]) return -1;
    const hours = this.#hoursOf(lead, clock);
    const held = this.#held && t !== never ? this.#held.heldAt(at, t, hours) : 0;
    const took = t === never ? never : hours.workAt(t) - hours.workAt(since) - held;
    this.#tally.add(layout.started[clock] as number, week, 1);
    const within = this.#within[clock] as number;
    // At the very end of it, one may still be late: when all is closed then.
    if (took < within || (took === within && t <= hours.deadline(since, within + held)))
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

/** Some numbers below 32 as bits. */
export function bitsOf(numbers: readonly number[]): number {
  return numbers.reduce((bits, number) => bits | (1 << number), 0);
}

function lowestOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
