import { wider } from './wider.ts';

/** Whether a lead waits for somebody to begin with it, or left while it did. */
export const idle = 0;
export const waits = 1;
export const gone = 2;

/** The leads that people have to do with, in columns; places are used again. */
export class Leads {
  readonly #stages: number;
  readonly #clocks: number;
  #free: number[] = [];
  #size = 0;
  pool = new Int32Array(0);
  source = new Uint8Array(0);
  /** Day and number of arrival, by which its random numbers are found. */
  day = new Int32Array(0);
  number = new Int32Array(0);
  /** How often it was handed over before. */
  visit = new Uint8Array(0);
  stage = new Uint8Array(0);
  since = new Int32Array(0);
  person = new Int32Array(0);
  /** Whether nobody has begun to work it since it was handed over. */
  fresh = new Uint8Array(0);
  state = new Uint8Array(0);
  /** The step that it will take; −1 is to be forgotten. */
  outcome = new Int16Array(0);
  queuedAt = new Int32Array(0);
  /** The lead that waits behind it; −1 is none. */
  next = new Int32Array(0);
  /** By lead and stage: when it entered it; −1 is never. */
  seen = new Int32Array(0);
  /** The clocks that run: bit c is clock c. */
  running = new Int32Array(0);
  /** By lead and clock: since when it runs, where it does. */
  clock = new Int32Array(0);

  constructor(stages: number, clocks: number) {
    this.#stages = stages;
    this.#clocks = clocks;
    this.#grow(1024);
  }

  clear(): void {
    this.#free = [];
    this.#size = 0;
  }

  /** A place for a lead. */
  take(): number {
    const lead = this.#free.pop() ?? this.#size++;
    if (lead >= this.pool.length) this.#grow(this.pool.length * 2);
    // Quicker than to fill so little.
    for (let i = lead * this.#stages, end = i + this.#stages; i < end; i++) this.seen[i] = -1;
    this.running[lead] = 0;
    this.person[lead] = -1;
    this.fresh[lead] = 1;
    this.state[lead] = idle;
    this.visit[lead] = 0;
    this.next[lead] = -1;
    return lead;
  }

  release(lead: number): void {
    this.#free.push(lead);
  }

  /** Another place has the lead of this one, but neither its state nor its place in a line. */
  copy(lead: number, copy: number): void {
    this.pool[copy] = this.pool[lead] as number;
    this.source[copy] = this.source[lead] as number;
    this.day[copy] = this.day[lead] as number;
    this.number[copy] = this.number[lead] as number;
    this.visit[copy] = this.visit[lead] as number;
    this.stage[copy] = this.stage[lead] as number;
    this.since[copy] = this.since[lead] as number;
    this.person[copy] = this.person[lead] as number;
    this.fresh[copy] = this.fresh[lead] as number;
    this.running[copy] = this.running[lead] as number;
    const { seen, clock } = this;
    for (let i = 0; i < this.#stages; i++)
      seen[copy * this.#stages + i] = seen[lead * this.#stages + i] as number;
    for (let i = 0; i < this.#clocks; i++)
      clock[copy * this.#clocks + i] = clock[lead * this.#clocks + i] as number;
  }

  #grow(size: number): void {
    this.pool = wider(new Int32Array(size), this.pool);
    this.source = wider(new Uint8Array(size), this.source);
    this.day = wider(new Int32Array(size), this.day);
    this.number = wider(new Int32Array(size), this.number);
    this.visit = wider(new Uint8Array(size), this.visit);
    this.stage = wider(new Uint8Array(size), this.stage);
    this.since = wider(new Int32Array(size), this.since);
    this.person = wider(new Int32Array(size), this.person);
    this.fresh = wider(new Uint8Array(size), this.fresh);
    this.state = wider(new Uint8Array(size), this.state);
    this.outcome = wider(new Int16Array(size), this.outcome);
    this.queuedAt = wider(new Int32Array(size), this.queuedAt);
    this.running = wider(new Int32Array(size), this.running);
    this.next = wider(new Int32Array(size), this.next);
    this.seen = wider(new Int32Array(size * this.#stages), this.seen);
    this.clock = wider(new Int32Array(size * this.#clocks), this.clock);
  }
}
