import type { Model } from '../model/types.ts';
import { branch, purposeOf, type Stream } from '../random/stream.ts';
import { threefry } from '../random/threefry.ts';
import type { Leads } from './leads.ts';

/** A lead is handed over at most so often. */
export const mostVisits = 2;

/**
 * The random numbers of leads in one run. Each lead has its own for each purpose, found by its source, day and number: two
 * simulations that have a lead in common draw the same for it, whatever else differs.
 */
export class Draws {
  /** What was drawn last. */
  readonly words = new Int32Array(2);
  readonly #sources: readonly string[];
  readonly #purposes: readonly number[];
  /** By source and purpose: two words of a key. */
  readonly #keys: Int32Array;
  /** The purpose of a person's work, and of a deal's size. */
  readonly work: number;
  readonly #each: number;

  constructor({ sources, stages }: Model) {
    this.#sources = sources.map(({ id }) => id);
    const once = [...stages.map(({ id }) => `out of ${id}`), 'work'].map(purposeOf);
    this.work = once.length - 1;
    this.#each = once.length;
    this.#purposes = Array.from({ length: mostVisits }, (_, visit) => once.map((one) => one + visit)).flat();
    this.#keys = new Int32Array(2 * sources.length * this.#purposes.length);
  }

  prepare(run: Stream): void {
    let at = 0;
    for (const source of this.#sources) {
      const own = branch(run, purposeOf(source), 0);
      for (const purpose of this.#purposes) {
        const { key0, key1 } = branch(own, purpose, 1);
        this.#keys[at++] = key0;
        this.#keys[at++] = key1;
      }
    }
  }

  /** The purpose of what becomes of a lead in a stage. */
  outOf(stage: number): number {
    return stage;
  }

  /** Draws {@link words} for a lead and a purpose, when it was handed over so often before. */
  draw(source: number, day: number, number: number, purpose: number, visit: number): void {
    const at = 2 * (source * this.#purposes.length + visit * this.#each + purpose);
    threefry(this.#keys[at] as number, this.#keys[at + 1] as number, day, number, this.words);
  }

  /** Draws {@link words} for a lead that people have to do with. */
  drawFor({ source, day, number, visit }: Leads, lead: number, purpose: number): void {
    this.draw(
      source[lead] as number,
      day[lead] as number,
      number[lead] as number,
      purpose,
      visit[lead] as number,
    );
  }
}
