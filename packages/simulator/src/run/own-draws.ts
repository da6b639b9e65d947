import type { Model } from '../model/types.ts';
import { branch, purposeOf, type Stream } from '../random/stream.ts';
import { threefry } from '../random/threefry.ts';
import type { Leads } from './leads.ts';

/**
 * Random numbers of what happens to leads beside their steps. A key is found from the lead's source, day and number, then from what
 * happens; each may have as many numbers as it likes, and two simulations draw the same for what they have in common.
 */
export class OwnDraws {
  /** What was drawn last, or the key that was found last. */
  readonly words = new Int32Array(2);
  readonly #sources: readonly string[];
  readonly #keys: Int32Array;

  constructor({ sources }: Model) {
    this.#sources = sources.map(({ id }) => id);
    this.#keys = new Int32Array(2 * sources.length);
  }

  prepare(run: Stream): void {
    for (const [index, source] of this.#sources.entries()) {
      const { key0, key1 } = branch(branch(run, purposeOf(source), 0), purposeOf('beside'), 0);
      this.#keys[2 * index] = key0;
      this.#keys[2 * index + 1] = key1;
    }
  }

  /** Finds the key of a lead. */
  ofLead({ source, day, number }: Leads, lead: number): void {
    const at = 2 * (source[lead] as number);
    const { words } = this;
    threefry(
      this.#keys[at] as number,
      this.#keys[at + 1] as number,
      day[lead] as number,
      number[lead] as number,
      words,
    );
  }

  /** From the key that was found last: the key of a purpose, or two numbers. */
  next(purpose: number, thing: number): void {
    const { words } = this;
    threefry(words[0] as number, words[1] as number, purpose, thing, words);
  }

  /** Two numbers of a key. */
  of(key0: number, key1: number, purpose: number, thing: number): void {
    threefry(key0, key1, purpose, thing, this.words);
  }
}
