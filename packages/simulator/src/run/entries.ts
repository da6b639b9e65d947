import { dayOf } from '../time/units.ts';

/** How many leads enter each stage on each day of a run. */
export class Entries {
  readonly #days: number;
  readonly #counts: Float64Array;

  constructor(stages: number, days: number) {
    this.#days = days;
    this.#counts = new Float64Array(stages * days);
  }

  clear(): void {
    this.#counts.fill(0);
  }

  /** A lead enters a stage; what is after the last day is not counted. */
  add(stage: number, t: number): void {
    const day = dayOf(t);
    if (day >= this.#days) return;
    const at = stage * this.#days + day;
    this.#counts[at] = (this.#counts[at] as number) + 1;
  }

  /** How many enter a stage from one day to before another. */
  between(stage: number, from: number, until: number): number {
    let sum = 0;
    for (let day = Math.max(0, from); day < until; day++)
      sum += this.#counts[stage * this.#days + day] as number;
    return sum;
  }
}
