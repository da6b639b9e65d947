import { exponential, lognormal, type Lognormal, lognormalOf } from '../maths/draws.ts';
import type { Model, Parameter } from '../model/types.ts';
import { exitOf } from '../pool/life.ts';
import type { Pool } from '../pool/pool.ts';
import { unit } from '../random/threefry.ts';
import { never, weekSeconds } from '../time/units.ts';
import type { Clocks } from './clocks.ts';
import type { Desks } from './desks.ts';
import { type Draws, mostVisits } from './draws.ts';
import { Heap } from './heap.ts';
import { gone, idle, type Leads, waits } from './leads.ts';
import { Lines } from './line.ts';
import type { Tally } from './tally.ts';

// What happens: a kind in the highest bits, and the lead or person in the others.
const kindShift = 26;
const handOver = 0 << kindShift;
const done = 1 << kindShift;
const outcome = 2 << kindShift;
const forgotten = 3 << kindShift;
const begin = 4 << kindShift;
const whoMask = (1 << kindShift) - 1;

interface Parts {
  readonly leads: Leads;
  readonly desks: Desks;
  readonly tally: Tally;
  readonly clocks: Clocks;
  readonly draws: Draws;
}

/** What people do with the leads that come to them, event by event: leads wait, are worked, go on, are sent back or forgotten. */
export class Work {
  readonly #model: Model;
  readonly #pool: Pool;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #tally: Tally;
  readonly #clocks: Clocks;
  readonly #draws: Draws;
  readonly #lines: Lines;
  readonly #heap = new Heap();
  /** By step: how long it takes in seconds. */
  readonly #takes: readonly (Lognormal | null)[];
  readonly #dealSize: Lognormal;
  /** By stage: whether a clock waits for work in it. */
  readonly #touched: Uint8Array;
  readonly #exit: number;
  /** By desk: leads that wait, when that changed, and lead-seconds of waiting in this week. */
  readonly #waiting: Int32Array;
  readonly #changed: Int32Array;
  readonly #area: Float64Array;
  #values: Float64Array = new Float64Array(0);
  #now = 0;

  constructor(model: Model, pool: Pool, { leads, desks, tally, clocks, draws }: Parts) {
    this.#model = model;
    this.#pool = pool;
    this.#leads = leads;
    this.#desks = desks;
    this.#tally = tally;
    this.#clocks = clocks;
    this.#draws = draws;
    this.#lines = new Lines(leads);
    this.#takes = model.steps.map(({ takes }) => spreadOf(model.parameters[takes], 1000));
    this.#dealSize = spreadOf(model.parameters[model.deal_size], 1) ?? lognormalOf(0, null, null);
    this.#touched = Uint8Array.from(model.stages, (_, stage) =>
      model.clocks.some(({ starts, by_work: byWork }) => starts === stage && byWork) ? 1 : 0,
    );
    this.#exit = exitOf(model);
    this.#waiting = new Int32Array(model.desks.length);
    this.#changed = new Int32Array(model.desks.length);
    this.#area = new Float64Array(model.desks.length);
  }

  /** Makes ready for a run with these values of the parameters; after the desks. */
  prepare(values: Float64Array): void {
    this.#values = values;
    this.#lines.prepare((this.#desks.first.at(-1) as number) + this.#model.desks.length);
    this.#heap.clear();
    this.#waiting.fill(0);
    this.#changed.fill(0);
    this.#area.fill(0);
  }

  /** A lead will be handed over at a moment. */
  comes(lead: number, at: number): void {
    this.#heap.push(at, handOver | lead);
  }

  /** Lets everything happen that does before a moment. */
  until(end: number): void {
    const heap = this.#heap;
    while (heap.size > 0 && heap.next < end) {
      this.#now = heap.next;
      this.#happen(heap.pop());
    }
  }

  #happen(what: number): void {
    const who = what & whoMask;
    switch (what & ~whoMask) {
      case handOver:
        this.#enter(who, this.#pool.hand_stage[this.#leads.pool[who] as number] as number);
        break;
      case done:
        this.#next(who);
        break;
      case outcome:
        this.#outcome(who);
        break;
      case forgotten:
        if (this.#leads.state[who] === waits && this.#staleAt(who) === this.#now) this.#leaveLine(who);
        break;
      case begin:
        this.#begin(who, this.#leads.person[who] as number);
        break;
      default:
        throw new Error('Nothing else happens.');
    }
  }

  /** The lead comes to a stage that people work. */
  #enter(lead: number, stage: number): void {
    const leads = this.#leads;
    const t = this.#now;
    const marks = this.#pool.marks[leads.pool[lead] as number] as number;
    const before = leads.stage[lead] as number;
    this.#tally.enter(stage, t, marks, leads.seen, lead * this.#model.stages.length);
    if (before < 255) this.#tally.leave(before, stage, leads.since[lead] as number, t);
    leads.stage[lead] = stage;
    leads.since[lead] = t;
    const { end, exit, steps } = this.#model.stages[stage] as Model['stages'][number];
    if (steps.length === 0 || exit || end) {
      this.#arriveAtEnd(lead, stage);
      return;
    }
    this.#clocks.start(lead, stage, marks, t);
    if (leads.fresh[lead] === 1 && this.#model.routed[stage]) this.#queue(lead);
    else this.#follow(lead);
  }

  #desk(lead: number): number {
    return this.#pool.desk[this.#leads.pool[lead] as number] as number;
  }

  /** The lead is handed over: somebody begins with it, or it waits. */
  #queue(lead: number): void {
    const desk = this.#desk(lead);
    this.#leads.fresh[lead] = 0;
    if (desk < 0 || this.#desks.unlimited[desk] === 1) {
      this.#follow(lead);
      return;
    }
    const { layout } = this.#tally;
    this.#tally.add(layout.arrived[desk] as number, this.#tally.week(this.#now), 1);
    this.#leads.queuedAt[lead] = this.#now;
    this.#leads.state[lead] = waits;
    this.#countWaiting(desk, 1, this.#now);
    const person = this.#desks.assign(desk, this.#now);
    if (person >= 0 && this.#desks.busyUntil[person] === 0) {
      this.#give(lead, person);
      return;
    }
    this.#lines.join(person >= 0 ? person : (this.#desks.first.at(-1) as number) + desk, lead);
    if (person >= 0) this.#desks.join(person, 1);
    this.#leads.person[lead] = person;
    const staleAt = this.#staleAt(lead);
    if (staleAt < never) this.#heap.push(staleAt, forgotten | lead);
  }

  #staleAt(lead: number): number {
    const { stale_ms: stale } = this.#model.stages[
      this.#leads.stage[lead] as number
    ] as Model['stages'][number];
    return stale < 0 ? never : (this.#leads.since[lead] as number) + Math.round(stale / 1000);
  }

  /** A free person takes a lead: now, or when the calendar opens. */
  #give(lead: number, person: number): boolean {
    const desks = this.#desks;
    const hours = desks.hoursOf(person);
    if (this.#leads.person[lead] === person) desks.join(person, -1);
    const start = hours.openFrom(this.#now);
    this.#leads.person[lead] = person;
    if (start >= this.#staleAt(lead) || start === never) {
      this.#forget(lead, person);
      return false;
    }
    this.#drawFor(lead, this.#draws.work);
    const need = Math.max(
      1,
      Math.round(desks.needs(person) * exponential(unit(this.#draws.words[0] as number))),
    );
    const until = hours.deadline(start, need);
    desks.begins[person] = start;
    desks.busyUntil[person] = until;
    const desk = desks.deskOf(person);
    this.#tally.add(this.#tally.layout.busy[desk] as number, this.#tally.week(start), need);
    this.#heap.push(until, done | person);
    if (start > this.#now) this.#heap.push(start, begin | lead);
    else this.#begin(lead, person);
    return true;
  }

  /** Nobody comes back to a lead before it is forgotten. */
  #forget(lead: number, person: number): void {
    this.#leads.state[lead] = idle;
    this.#leads.outcome[lead] = -1;
    this.#countWaiting(this.#desks.deskOf(person), -1, this.#now);
    this.#heap.push(Math.min(this.#staleAt(lead), never - 1), outcome | lead);
  }

  #drawFor(lead: number, purpose: number): void {
    const { source, day, number, visit } = this.#leads;
    this.#draws.draw(
      source[lead] as number,
      day[lead] as number,
      number[lead] as number,
      purpose,
      visit[lead] as number,
    );
  }

  /** A person begins to work a lead that waited. */
  #begin(lead: number, person: number): void {
    const desk = this.#desks.deskOf(person);
    const leads = this.#leads;
    leads.state[lead] = idle;
    this.#countWaiting(desk, -1, this.#now);
    const queuedAt = leads.queuedAt[lead] as number;
    const week = this.#tally.week(queuedAt);
    this.#tally.add(this.#tally.layout.waited[desk] as number, week, this.#now - queuedAt);
    this.#tally.add(this.#tally.layout.begun[desk] as number, week, 1);
    this.#work(lead, this.#now);
  }

  /** A person is done with a lead and takes the next one. */
  #next(person: number): void {
    const desks = this.#desks;
    desks.busyUntil[person] = 0;
    for (;;) {
      const own = this.#lines.shift(person);
      const lead = own >= 0 ? own : this.#lines.shift((desks.first.at(-1) as number) + desks.deskOf(person));
      if (lead < 0 || this.#give(lead, person)) return;
    }
  }

  /** A lead waited for so long that it is forgotten. Its place in the line is found empty later. */
  #leaveLine(lead: number): void {
    const desk = this.#desk(lead);
    this.#countWaiting(desk, -1, this.#now);
    if ((this.#leads.person[lead] as number) >= 0) this.#desks.join(this.#leads.person[lead] as number, -1);
    const copy = this.#copyOf(lead);
    this.#leads.state[lead] = gone;
    this.#leads.outcome[copy] = -1;
    this.#outcome(copy);
  }

  #copyOf(lead: number): number {
    const copy = this.#leads.take();
    const leads = this.#leads;
    for (const column of [
      leads.pool,
      leads.source,
      leads.day,
      leads.number,
      leads.visit,
      leads.stage,
      leads.since,
      leads.person,
      leads.fresh,
    ])
      column[copy] = column[lead] as number;
    const { stages, clocks } = this.#model;
    leads.seen.copyWithin(copy * stages.length, lead * stages.length, (lead + 1) * stages.length);
    leads.clock.copyWithin(copy * clocks.length, lead * clocks.length, (lead + 1) * clocks.length);
    return copy;
  }

  /** The lead is with somebody who knows it: they turn to it when they can, if this stage asks for it. */
  #follow(lead: number): void {
    const t = this.#now;
    if (this.#touched[this.#leads.stage[lead] as number] === 0) {
      this.#work(lead, t);
      return;
    }
    const person = this.#leads.person[lead] as number;
    const desk = this.#desk(lead);
    const begins = person >= 0 ? this.#desks.between(person, t) : this.#desks.hoursAt(desk).openFrom(t);
    this.#work(lead, begins);
  }

  /** Work on the lead begins: what comes of it, and when. */
  #work(lead: number, t: number): void {
    const stage = this.#leads.stage[lead] as number;
    const desk = this.#desk(lead);
    const left = this.#touched[stage] === 1 ? this.#clocks.work(lead, desk, t) : 1;
    this.#drawFor(lead, this.#draws.outOf(stage));
    const step = this.#choose(stage, left, unit(this.#draws.words[0] as number));
    this.#leads.outcome[lead] = step;
    if (step < 0) {
      this.#heap.push(Math.max(t, this.#staleAt(lead)), outcome | lead);
      return;
    }
    const takes = this.#takes[step];
    const ready = takes ? t + Math.round(lognormal(takes, unit(this.#draws.words[1] as number))) : t;
    this.#heap.push(
      takes ? this.#desks.hoursAt(desk).openFrom(Math.min(ready, never - 1)) : ready,
      outcome | lead,
    );
  }

  /** The step that a lead takes at `u`, when so much is left of what leads on; what is lost goes to the exits. −1 is none. */
  #choose(stage: number, left: number, u: number): number {
    const { stages, steps } = this.#model;
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

  /** The lead takes its step, or is forgotten. */
  #outcome(lead: number): void {
    const step = this.#leads.outcome[lead] as number;
    const { steps, stages } = this.#model;
    if (step >= 0) {
      this.#clocks.step(lead, this.#desk(lead), step, this.#now);
      this.#enter(lead, (steps[step] as Model['steps'][number]).to);
      return;
    }
    const { stale_to: to } = stages[this.#leads.stage[lead] as number] as Model['stages'][number];
    if (to < 0) this.#release(lead);
    else this.#enter(lead, to);
  }

  /** A customer, or an exit: the lead may come back from where people send leads to. */
  #arriveAtEnd(lead: number, stage: number): void {
    const leads = this.#leads;
    const { end, exit } = this.#model.stages[stage] as Model['stages'][number];
    if (end && !exit) this.#win(lead);
    this.#clocks.end(lead, this.#desk(lead));
    const back = this.#pool.back_after[leads.pool[lead] as number] as number;
    const visit = (leads.visit[lead] as number) + 1;
    if (stage !== this.#exit || back < 0 || visit >= mostVisits) {
      leads.release(lead);
      return;
    }
    leads.visit[lead] = visit;
    leads.fresh[lead] = 1;
    this.#heap.push(this.#now + back, handOver | lead);
  }

  #win(lead: number): void {
    if (this.#model.deal_size < 0) return;
    this.#drawFor(lead, this.#draws.work);
    const size = lognormal(this.#dealSize, unit(this.#draws.words[1] as number));
    this.#tally.win(this.#now, size);
  }

  #release(lead: number): void {
    this.#clocks.end(lead, this.#desk(lead));
    this.#leads.release(lead);
  }

  /** All is over: clocks that still run are not kept. */
  giveUp(): void {
    while (this.#heap.size > 0) {
      const what = this.#heap.pop();
      const kind = what & ~whoMask;
      if (kind === outcome || kind === begin) this.#endClocks(what & whoMask);
    }
    for (let line = 0; line < this.#lines.count; line++)
      for (let lead = this.#lines.shift(line); lead >= 0; lead = this.#lines.shift(line))
        this.#endClocks(lead);
  }

  #endClocks(lead: number): void {
    this.#clocks.end(lead, this.#desk(lead));
  }

  #countWaiting(desk: number, change: number, t: number): void {
    this.#fillArea(desk, t);
    this.#waiting[desk] = (this.#waiting[desk] as number) + change;
  }

  #fillArea(desk: number, t: number): void {
    this.#area[desk] =
      (this.#area[desk] as number) + (this.#waiting[desk] as number) * (t - (this.#changed[desk] as number));
    this.#changed[desk] = t;
  }

  /** Notes how long the lines are and what could have been worked. */
  weekEnds(weeks: number): void {
    const end = weeks * weekSeconds;
    const week = this.#tally.week(end - 1);
    const { layout } = this.#tally;
    for (let desk = 0; desk < this.#waiting.length; desk++) {
      this.#fillArea(desk, end);
      this.#tally.add(layout.area[desk] as number, week, this.#area[desk] as number);
      this.#area[desk] = 0;
      this.#tally.add(layout.queue[desk] as number, week, this.#waiting[desk] as number);
      this.#tally.add(layout.open[desk] as number, week, this.#desks.openIn(desk, weeks - 1));
      this.#tally.add(layout.oldest[desk] as number, week, end - this.#oldest(desk, end));
    }
  }

  #oldest(desk: number, end: number): number {
    const { first } = this.#desks;
    let oldest = this.#lines.oldest((first.at(-1) as number) + desk, end);
    for (let person = first[desk] as number; person < (first[desk + 1] as number); person++)
      oldest = Math.min(oldest, this.#lines.oldest(person, end));
    return oldest;
  }
}

/** How the values of single leads or deals are spread; `null` where nothing is said. */
function spreadOf(parameter: Parameter | undefined, divisor: number): Lognormal | null {
  if (!parameter) return null;
  const { value, low, high } = parameter;
  return lognormalOf(
    value / divisor,
    low === null ? null : low / divisor,
    high === null ? null : high / divisor,
  );
}
