/** What is yet to happen, the earliest first: a binary heap of moments and what happens then. */
export class Heap {
  size = 0;
  #at = new Int32Array(1024);
  #what = new Int32Array(1024);

  /** When the next thing happens; only where there is one. */
  get next(): number {
    return this.#at[0] as number;
  }

  push(at: number, what: number): void {
    if (this.size === this.#at.length) this.#grow();
    const ats = this.#at;
    const whats = this.#what;
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if ((ats[parent] as number) <= at) break;
      ats[i] = ats[parent] as number;
      whats[i] = whats[parent] as number;
      i = parent;
    }
    ats[i] = at;
    whats[i] = what;
  }

  /** Takes the next thing out, and tells what it is. */
  pop(): number {
    const ats = this.#at;
    const whats = this.#what;
    const first = whats[0] as number;
    const size = --this.size;
    const at = ats[size] as number;
    const what = whats[size] as number;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && (ats[child + 1] as number) < (ats[child] as number)) child++;
      if ((ats[child] as number) >= at) break;
      ats[i] = ats[child] as number;
      whats[i] = whats[child] as number;
      i = child;
    }
    ats[i] = at;
    whats[i] = what;
    return first;
  }

  clear(): void {
    this.size = 0;
  }

  #grow(): void {
    const at = new Int32Array(this.#at.length * 2);
    const what = new Int32Array(at.length);
    at.set(this.#at);
    what.set(this.#what);
    this.#at = at;
    this.#what = what;
  }
}
