import { wider } from './wider.ts';

/** How many things can go in before the count of their order begins again. */
const orders = 2 ** 22;

/** What is yet to happen, the earliest first, and of the same moment what was put in first: a binary heap. */
export class Heap {
  size = 0;
  #entered = 0;
  /** The moment, and within it the place in the order in which things went in. */
  #keys = new Float64Array(1024);
  #what = new Int32Array(1024);

  /** When the next thing happens; only where there is one. */
  get next(): number {
    return Math.floor((this.#keys[0] as number) / orders);
  }

  push(at: number, what: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const whats = this.#what;
    const key = at * orders + (this.#entered++ & (orders - 1));
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if ((keys[parent] as number) <= key) break;
      keys[i] = keys[parent] as number;
      whats[i] = whats[parent] as number;
      i = parent;
    }
    keys[i] = key;
    whats[i] = what;
  }

  /** Takes the next thing out, and tells what it is. */
  pop(): number {
    const keys = this.#keys;
    const whats = this.#what;
    const first = whats[0] as number;
    const size = --this.size;
    const key = keys[size] as number;
    const what = whats[size] as number;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
      if ((keys[child] as number) >= key) break;
      keys[i] = keys[child] as number;
      whats[i] = whats[child] as number;
      i = child;
    }
    keys[i] = key;
    whats[i] = what;
    return first;
  }

  clear(): void {
    this.size = 0;
    this.#entered = 0;
  }

  #grow(): void {
    this.#keys = wider(new Float64Array(2 * this.size), this.#keys);
    this.#what = wider(new Int32Array(2 * this.size), this.#what);
  }
}
