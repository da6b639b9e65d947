import { wider } from './wider.ts';

/** Things with a key each, the least key first: a binary heap. */
export class Heap {
  size = 0;
  #keys = new Float64Array(256);
  #what = new Int32Array(256);

  /** The least key; only where there is one. */
  get least(): number {
    return this.#keys[0] as number;
  }

  push(key: number, what: number): void {
    if (this.size === this.#keys.length) this.#grow();
    const keys = this.#keys;
    const whats = this.#what;
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

  /** Takes the thing with the least key out, and tells what it is. */
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

  #grow(): void {
    this.#keys = wider(new Float64Array(2 * this.size), this.#keys);
    this.#what = wider(new Int32Array(2 * this.size), this.#what);
  }
}
