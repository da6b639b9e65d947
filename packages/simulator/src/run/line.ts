import { gone, type Leads } from './leads.ts';

/** Lines of waiting leads, first come, first served: one for each person, and one for each desk whose leads wait for anybody. */
export class Lines {
  #first = new Int32Array(0);
  #last = new Int32Array(0);
  readonly #leads: Leads;

  constructor(leads: Leads) {
    this.#leads = leads;
  }

  prepare(lines: number): void {
    this.#first = new Int32Array(lines).fill(-1);
    this.#last = new Int32Array(lines).fill(-1);
  }

  get count(): number {
    return this.#first.length;
  }

  join(line: number, lead: number): void {
    const last = this.#last[line] as number;
    if (last < 0) this.#first[line] = lead;
    else this.#leads.next[last] = lead;
    this.#leads.next[lead] = -1;
    this.#last[line] = lead;
  }

  /** Takes the first lead out that is still there; −1 where nobody waits. Those who left are released. */
  shift(line: number): number {
    for (;;) {
      const lead = this.#first[line] as number;
      if (lead < 0) return -1;
      const next = this.#leads.next[lead] as number;
      this.#first[line] = next;
      if (next < 0) this.#last[line] = -1;
      if (this.#leads.state[lead] !== gone) return lead;
      this.#leads.release(lead);
    }
  }

  /** Since when the first lead of a line has waited, of those that are still there; `none` where nobody waits. */
  oldest(line: number, none: number): number {
    let lead = this.#first[line] as number;
    while (lead >= 0 && this.#leads.state[lead] === gone) lead = this.#leads.next[lead] as number;
    return lead < 0 ? none : (this.#leads.queuedAt[lead] as number);
  }
}
