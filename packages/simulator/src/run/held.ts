import type { Hours } from '../time/hours.ts';
import { wider } from './wider.ts';

/** What a clock has beside its start, by lead and clock: how long it was held by pauses, which of them are open, and attempts. */
export class Held {
  /** Seconds of work that passed while it was paused. */
  #held = new Int32Array(0);
  /** Since when it is paused, and by which pauses (bits). */
  #since = new Int32Array(0);
  #open = new Uint32Array(0);
  #tries = new Uint16Array(0);

  /** A clock starts, or starts anew. */
  reset(at: number): void {
    if (at >= this.#held.length) this.#grow(at);
    this.#held[at] = 0;
    this.#open[at] = 0;
    this.#tries[at] = 0;
  }

  pause(at: number, pause: number, t: number): void {
    if (this.#open[at] === 0) this.#since[at] = t;
    this.#open[at] = (this.#open[at] as number) | (1 << pause);
  }

  resume(at: number, pause: number, t: number, hours: Hours): void {
    const open = this.#open[at] as number;
    const left = open & ~(1 << pause);
    if (open !== 0 && left === 0) this.#held[at] = this.heldAt(at, t, hours);
    this.#open[at] = left;
  }

  /** Seconds of work until a moment that the clock does not count. */
  heldAt(at: number, t: number, hours: Hours): number {
    const held = this.#held[at] as number;
    if (this.#open[at] === 0) return held;
    return held + hours.workAt(t) - hours.workAt(this.#since[at] as number);
  }

  /** One more attempt: how many there were. */
  attempt(at: number): number {
    return (this.#tries[at] = (this.#tries[at] as number) + 1);
  }

  copy(from: number, to: number): void {
    if (Math.max(from, to) >= this.#held.length) this.#grow(Math.max(from, to));
    this.#held[to] = this.#held[from] as number;
    this.#since[to] = this.#since[from] as number;
    this.#open[to] = this.#open[from] as number;
    this.#tries[to] = this.#tries[from] as number;
  }

  #grow(least: number): void {
    const size = Math.max(1024, 2 * this.#held.length, 2 * least);
    this.#held = wider(new Int32Array(size), this.#held);
    this.#since = wider(new Int32Array(size), this.#since);
    this.#open = wider(new Uint32Array(size), this.#open);
    this.#tries = wider(new Uint16Array(size), this.#tries);
  }
}
