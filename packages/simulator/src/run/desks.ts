import type { Model } from '../model/types.ts';
import { comingDaysOf } from '../time/days.ts';
import type { Hours } from '../time/hours.ts';
import { never, weekSeconds } from '../time/units.ts';
import { hoursByName, workIn } from './work-time.ts';

/** The people of all desks in one run, by number: those of a desk stand together. */
export class Desks {
  /** By desk: its first person, and at last how many there are. */
  readonly first: Int32Array;
  /** By desk: whether its people can work any number of leads at once. */
  readonly unlimited: Uint8Array;
  readonly #deskHours: readonly Hours[];
  /** Of leads that are at no desk. */
  readonly #usual: Hours;
  /** By person. */
  #desk = new Int32Array(0);
  #hours: Hours[] = [];
  #needs = new Float64Array(0);
  /** Until when a person is busy with a lead; 0 is free. */
  busyUntil = new Int32Array(0);
  /** When the lead in hand was begun, or will be when the calendar opens. */
  begins = new Int32Array(0);
  /** Seconds of work that a busy person has to do before the next lead, and until when a free one has such work. */
  #owed = new Int32Array(0);
  freeAt = new Int32Array(0);
  /** How many leads wait for this person alone. */
  #waiting = new Int32Array(0);
  readonly #turn: Int32Array;
  readonly #model: Model;
  readonly #byName: ReadonlyMap<string, Hours>;
  readonly #work = new Map<string, number>();

  constructor(model: Model) {
    const { desks } = model;
    this.#model = model;
    this.#byName = hoursByName(model);
    this.first = new Int32Array(desks.length + 1);
    this.unlimited = Uint8Array.from(desks, ({ people }) => (people < 0 ? 1 : 0));
    this.#deskHours = desks.map(({ calendar }) => this.named(calendar));
    this.#usual = this.named(model.default_calendar);
    this.#turn = new Int32Array(desks.length);
  }

  named(calendar: string): Hours {
    const hours = this.#byName.get(calendar);
    if (!hours) throw new Error(`There is no calendar ${calendar}.`);
    return hours;
  }

  /** The hours in which leads of a desk are worked; −1 is no desk. */
  hoursAt(desk: number): Hours {
    return desk < 0 ? this.#usual : (this.#deskHours[desk] as Hours);
  }

  /** Makes ready for a run with these values of the parameters. */
  prepare(values: Float64Array): void {
    const { desks } = this.#model;
    let total = 0;
    for (const [desk, { people }] of desks.entries()) {
      this.first[desk] = total;
      total += people < 0 ? 0 : (values[people] as number);
      this.#turn[desk] = 0;
    }
    this.first[desks.length] = total;
    this.#desk = new Int32Array(total);
    this.#needs = new Float64Array(total);
    this.busyUntil = new Int32Array(total);
    this.begins = new Int32Array(total);
    this.#owed = new Int32Array(total);
    this.freeAt = new Int32Array(total);
    this.#waiting = new Int32Array(total);
    this.#hours = [];
    for (const [desk, { members, calendar, per_person: perPerson }] of desks.entries())
      for (let person = this.first[desk] as number; person < (this.first[desk + 1] as number); person++) {
        const own = members[person - (this.first[desk] as number)] ?? calendar;
        this.#desk[person] = desk;
        this.#hours.push(this.named(own));
        this.#needs[person] = this.#workIn(own, desk) / (values[perPerson] as number);
      }
  }

  #workIn(calendar: string, desk: number): number {
    const { desks } = this.#model;
    const { per } = desks[desk] as Model['desks'][number];
    const key = `${calendar} ${per.count} ${per.unit}`;
    const known = this.#work.get(key) ?? workIn(this.named(calendar), comingDaysOf(this.#model), per);
    this.#work.set(key, known);
    return known;
  }

  /** One more, or one less, waits for this person alone. */
  join(person: number, change: number): void {
    this.#waiting[person] = (this.#waiting[person] as number) + change;
  }

  deskOf(person: number): number {
    return this.#desk[person] as number;
  }

  hoursOf(person: number): Hours {
    return this.#hours[person] as Hours;
  }

  /** Seconds of work that a lead takes on average. */
  needs(person: number): number {
    return this.#needs[person] as number;
  }

  /** Who gets a new lead: the next in turn, whoever has least to do, or −1 for whoever is free first. */
  assign(desk: number, t: number): number {
    const from = this.first[desk] as number;
    const until = this.first[desk + 1] as number;
    if (until === from) return -1;
    switch (this.#model.desks[desk]?.assign) {
      case 'round_robin': {
        const person = from + (this.#turn[desk] as number);
        this.#turn[desk] = ((this.#turn[desk] as number) + 1) % (until - from);
        return person;
      }
      case 'least_loaded':
        return this.#least(from, until);
      default:
        return this.#soonest(from, until, t);
    }
  }

  #least(from: number, until: number): number {
    let best = from;
    let least = Infinity;
    for (let person = from; person < until; person++) {
      const load = (this.#waiting[person] as number) + ((this.busyUntil[person] as number) > 0 ? 1 : 0);
      if (load < least) [best, least] = [person, load];
    }
    return best;
  }

  /** Of those who are free, whoever can begin first; −1 where all are busy. */
  #soonest(from: number, until: number, t: number): number {
    let best = -1;
    let earliest = Infinity;
    for (let person = from; person < until; person++) {
      if ((this.busyUntil[person] as number) > 0) continue;
      const begins = this.hoursOf(person).openFrom(Math.max(t, this.freeAt[person] as number));
      if (begins < earliest) [best, earliest] = [person, begins];
    }
    return best;
  }

  /** When a person turns to a lead that they know already: between two others, when they are there. */
  between(person: number, t: number): number {
    const busy = (this.busyUntil[person] as number) > t && (this.begins[person] as number) <= t;
    return this.hoursOf(person).openFrom(busy ? (this.busyUntil[person] as number) : t);
  }

  /** A person turns to something that takes so much work, between two leads: when they do. It comes before the next lead. */
  errand(person: number, work: number, t: number): number {
    const hours = this.hoursOf(person);
    const until = this.busyUntil[person] as number;
    if (until === 0) {
      const begins = Math.max(t, this.freeAt[person] as number);
      if (work > 0) this.freeAt[person] = Math.min(hours.deadline(begins, work), never - 1);
      return begins;
    }
    const before = this.#owed[person] as number;
    this.#owed[person] = before + work;
    return (this.begins[person] as number) <= t ? hours.deadline(Math.max(until, t), before) : t;
  }

  /** A person is done with a lead: what they owe comes first. */
  settle(person: number, t: number): void {
    const owed = this.#owed[person] as number;
    if (owed === 0) return;
    this.#owed[person] = 0;
    this.freeAt[person] = Math.min(this.hoursOf(person).deadline(t, owed), never - 1);
  }

  /** Seconds of work that all people of a desk could do in a week since the run began. */
  openIn(desk: number, week: number): number {
    let sum = 0;
    for (let person = this.first[desk] as number; person < (this.first[desk + 1] as number); person++) {
      const hours = this.hoursOf(person);
      sum += hours.workAt((week + 1) * weekSeconds) - hours.workAt(week * weekSeconds);
    }
    return sum;
  }
}
