import { dayOf } from '../time/units.ts';
import { Heap } from './heap.ts';
import { wider } from './wider.ts';

// What happens: a kind in the highest bits, and the lead or person in the others.
const kindShift = 26;
const whoMask = (1 << kindShift) - 1;

/** A lead is handed over. */
export const handOver = 0 << kindShift;
/** A person is done with the lead in hand. */
export const done = 1 << kindShift;
/** A lead takes its step. */
export const outcome = 2 << kindShift;
/** A lead has waited for as long as its stage allows. */
export const forgotten = 3 << kindShift;
/** A person begins with a lead, now that the calendar opens. */
export const begin = 4 << kindShift;

/** Something else happens to a lead, by its place in the activities. */
export const happens = 5 << kindShift;
/** A lead changes hands. */
export const moves = 6 << kindShift;

export function kindOf(what: number): number {
  return what & ~whoMask;
}

export function whoOf(what: number): number {
  return what & whoMask;
}

/** How many things can go in before the count of their order begins again. */
const orders = 2 ** 22;

/**
 * What is yet to happen in a run, and the moment it is: the earliest first, and of the same moment what was put in first. What
 * happens on later days lies unordered, day by day, until its day has come: few things are compared with one another.
 */
export class Agenda {
  now = 0;
  /** The day whose events are in order. */
  #day = -1;
  readonly #today = new Heap();
  /** By day: the first thing of a later day, and at last of all days on which nothing is simulated any more; −1 is none. */
  readonly #first: Int32Array;
  /** By place: what happens then, where it stands in the order, and the place of the next on its day. Places are used again. */
  #what = new Int32Array(1024);
  #keys = new Float64Array(1024);
  #next = new Int32Array(1024);
  #size = 0;
  /** The first place that is free again; −1 is none. */
  #free = -1;
  #entered = 0;

  constructor(days: number) {
    this.#first = new Int32Array(days + 1);
  }

  clear(): void {
    this.#day = -1;
    this.#first.fill(-1);
    this.#today.size = 0;
    this.#size = 0;
    this.#free = -1;
    this.#entered = 0;
  }

  add(at: number, kind: number, who: number): void {
    const key = at * orders + (this.#entered++ & (orders - 1));
    const day = Math.min(dayOf(at), this.#first.length - 1);
    if (day <= this.#day) this.#today.push(key, kind | who);
    else this.#keep(day, key, kind | who);
  }

  /** What happens next before a day begins, and is {@link now}; −1 is nothing. */
  before(day: number): number {
    while (this.#today.size === 0) {
      if (this.#day + 1 >= day) return -1;
      this.#turnTo(this.#day + 1);
    }
    this.now = Math.floor(this.#today.least / orders);
    return this.#today.pop();
  }

  /** Takes out all that has not happened, in no order. */
  empty(take: (what: number) => void): void {
    while (this.#today.size > 0) take(this.#today.pop());
    for (let day = this.#day + 1; day < this.#first.length; day++)
      for (let i = this.#first[day] as number; i >= 0; i = this.#next[i] as number)
        take(this.#what[i] as number);
    this.clear();
  }

  #keep(day: number, key: number, what: number): void {
    let place = this.#free;
    if (place >= 0) this.#free = this.#next[place] as number;
    else place = this.#size++;
    if (place === this.#what.length) this.#grow(2 * place);
    this.#keys[place] = key;
    this.#what[place] = what;
    this.#next[place] = this.#first[day] as number;
    this.#first[day] = place;
  }

  #turnTo(day: number): void {
    this.#day = day;
    let place = this.#first[day] as number;
    while (place >= 0) {
      this.#today.push(this.#keys[place] as number, this.#what[place] as number);
      const next = this.#next[place] as number;
      this.#next[place] = this.#free;
      this.#free = place;
      place = next;
    }
    this.#first[day] = -1;
  }

  #grow(size: number): void {
    this.#what = wider(new Int32Array(size), this.#what);
    this.#keys = wider(new Float64Array(size), this.#keys);
    this.#next = wider(new Int32Array(size), this.#next);
  }
}
