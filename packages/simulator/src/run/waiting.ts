import { exponential } from '../maths/draws.ts';
import type { Model } from '../model/types.ts';
import { unit } from '../random/threefry.ts';
import { never, weekSeconds } from '../time/units.ts';
import { type Agenda, begin, done, forgotten, outcome } from './agenda.ts';
import type { Desks } from './desks.ts';
import type { Draws } from './draws.ts';
import type { Holders } from './holders.ts';
import { gone, idle, type Leads, waits } from './leads.ts';
import { Lines } from './line.ts';
import type { Tally } from './tally.ts';

interface Parts {
  readonly leads: Leads;
  readonly holders: Holders;
  readonly desks: Desks;
  readonly tally: Tally;
  readonly draws: Draws;
  readonly agenda: Agenda;
  /** What is done with a lead that a person begins to work now. */
  readonly worked: (lead: number) => void;
  /** What is done with a lead that has its outcome now, to be forgotten, and whose place another keeps. */
  readonly left: (lead: number, place: number) => void;
}

/** The leads that are handed over and wait until somebody begins with them: first come, first served, within the calendars. */
export class Waiting {
  readonly #model: Model;
  readonly #holders: Holders;
  readonly #leads: Leads;
  readonly #desks: Desks;
  readonly #tally: Tally;
  readonly #draws: Draws;
  readonly #agenda: Agenda;
  readonly #worked: Parts['worked'];
  readonly #left: Parts['left'];
  readonly #lines: Lines;
  /** By desk: leads that wait, when that changed, and lead-seconds of waiting in this week. */
  readonly #waiting: Int32Array;
  readonly #changed: Int32Array;
  readonly #area: Float64Array;

  constructor(model: Model, { leads, holders, desks, tally, draws, agenda, worked, left }: Parts) {
    this.#model = model;
    this.#holders = holders;
    this.#leads = leads;
    this.#desks = desks;
    this.#tally = tally;
    this.#draws = draws;
    this.#agenda = agenda;
    this.#worked = worked;
    this.#left = left;
    this.#lines = new Lines(leads);
    this.#waiting = new Int32Array(model.desks.length);
    this.#changed = new Int32Array(model.desks.length);
    this.#area = new Float64Array(model.desks.length);
  }

  /** Makes ready for a run; after the desks. */
  prepare(): void {
    this.#lines.prepare((this.#desks.first.at(-1) as number) + this.#model.desks.length);
    this.#waiting.fill(0);
    this.#changed.fill(0);
    this.#area.fill(0);
  }

  /** All is over: takes out every lead that still waits. */
  empty(take: (lead: number) => void): void {
    for (let line = 0; line < this.#lines.count; line++)
      for (let lead = this.#lines.shift(line); lead >= 0; lead = this.#lines.shift(line)) take(lead);
  }

  /** A lead is handed over to a desk: somebody begins with it, or it waits. */
  join(lead: number, desk: number): void {
    this.#leads.person[lead] = -1;
    const { layout } = this.#tally;
    this.#tally.add(layout.arrived[desk] as number, this.#tally.week(this.#agenda.now), 1);
    this.#leads.queuedAt[lead] = this.#agenda.now;
    this.#leads.state[lead] = waits;
    this.#countWaiting(desk, 1, this.#agenda.now);
    const person = this.#desks.assign(desk, this.#agenda.now);
    if (person >= 0 && this.#desks.busyUntil[person] === 0) {
      this.#give(lead, person);
      return;
    }
    this.#lines.join(person >= 0 ? person : (this.#desks.first.at(-1) as number) + desk, lead);
    if (person >= 0) this.#desks.join(person, 1);
    this.#leads.person[lead] = person;
    const staleAt = this.staleAt(lead);
    if (staleAt < never) this.#agenda.add(staleAt, forgotten, lead);
  }

  /** When a lead will have been in its stage for as long as that allows. */
  staleAt(lead: number): number {
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
    const start = hours.openFrom(Math.max(this.#agenda.now, desks.freeAt[person] as number));
    this.#leads.person[lead] = person;
    if (start >= this.staleAt(lead) || start === never) {
      this.#forget(lead, person);
      return false;
    }
    this.#draws.drawFor(this.#leads, lead, this.#draws.work);
    const need = Math.max(
      1,
      Math.round(desks.needs(person) * exponential(unit(this.#draws.words[0] as number))),
    );
    const until = hours.deadline(start, need);
    desks.begins[person] = start;
    desks.busyUntil[person] = until;
    const desk = desks.deskOf(person);
    this.#tally.add(this.#tally.layout.busy[desk] as number, this.#tally.week(start), need);
    this.#agenda.add(until, done, person);
    if (start > this.#agenda.now) this.#agenda.add(start, begin, lead);
    else this.begin(lead, person);
    return true;
  }

  /** Nobody comes back to a lead before it is forgotten. */
  #forget(lead: number, person: number): void {
    this.#leads.state[lead] = idle;
    this.#leads.outcome[lead] = -1;
    this.#countWaiting(this.#desks.deskOf(person), -1, this.#agenda.now);
    this.#agenda.add(Math.min(this.staleAt(lead), never - 1), outcome, lead);
  }

  /** A person begins to work a lead that waited. */
  begin(lead: number, person: number): void {
    const desk = this.#desks.deskOf(person);
    const leads = this.#leads;
    leads.state[lead] = idle;
    this.#countWaiting(desk, -1, this.#agenda.now);
    const queuedAt = leads.queuedAt[lead] as number;
    const week = this.#tally.week(queuedAt);
    this.#tally.add(this.#tally.layout.waited[desk] as number, week, this.#agenda.now - queuedAt);
    this.#tally.add(this.#tally.layout.begun[desk] as number, week, 1);
    this.#worked(lead);
  }

  /** A person is done with a lead and takes the next one. */
  next(person: number): void {
    const desks = this.#desks;
    desks.busyUntil[person] = 0;
    desks.settle(person, this.#agenda.now);
    for (;;) {
      const own = this.#lines.shift(person);
      const lead = own >= 0 ? own : this.#lines.shift((desks.first.at(-1) as number) + desks.deskOf(person));
      if (lead < 0 || this.#give(lead, person)) return;
    }
  }

  /** A person turns to something beside the leads that wait, between two of them, and it takes so much work: when they do. */
  errand(person: number, work: number): number {
    const { now } = this.#agenda;
    if (work > 0) {
      const desk = this.#desks.deskOf(person);
      this.#tally.add(this.#tally.layout.busy[desk] as number, this.#tally.week(now), work);
    }
    return this.#desks.errand(person, work, now);
  }

  /** A lead waited for so long that it is forgotten. Its place in the line is found empty later. */
  giveUp(lead: number): void {
    if (this.#leads.state[lead] !== waits || this.staleAt(lead) !== this.#agenda.now) return;
    this.#countWaiting(this.#holders.deskOf(lead), -1, this.#agenda.now);
    if ((this.#leads.person[lead] as number) >= 0) this.#desks.join(this.#leads.person[lead] as number, -1);
    const copy = this.#copyOf(lead);
    this.#leads.state[lead] = gone;
    this.#leads.outcome[copy] = -1;
    this.#left(copy, lead);
  }

  #copyOf(lead: number): number {
    const copy = this.#leads.take();
    this.#leads.copy(lead, copy);
    return copy;
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

  /** Notes how long the lines of some desks are and what could have been worked. */
  weekEnds(weeks: number, desks: readonly number[]): void {
    const end = weeks * weekSeconds;
    const week = this.#tally.week(end - 1);
    const { layout } = this.#tally;
    for (const desk of desks) {
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
