import { lognormal, type Lognormal } from '../maths/draws.ts';
import type { Model } from '../model/types.ts';
import type { Pool } from '../pool/pool.ts';
import { purposeOf } from '../random/stream.ts';
import { unit } from '../random/threefry.ts';
import type { Leads } from './leads.ts';
import type { OwnDraws } from './own-draws.ts';
import { spreadOf } from './spread.ts';
import { wider } from './wider.ts';

interface Parts {
  readonly pool: Pool;
  readonly leads: Leads;
  readonly ownDraws: OwnDraws;
}

/** Which desk has a lead: that to which it was routed, until it changes hands. */
export class Holders {
  readonly #transfers: Model['transfers'];
  readonly #pool: Pool;
  readonly #leads: Leads;
  readonly #draws: OwnDraws;
  readonly #purposes: readonly number[];
  readonly #takes: readonly (Lognormal | null)[];
  /** By lead: the desk that got it; −1 is none. Only where leads change hands. */
  #moved = new Int16Array(0);
  #values: Float64Array = new Float64Array(0);
  /** How long the lead lies that changes hands, as {@link changing} found. */
  takes = 0;

  constructor({ transfers, parameters }: Model, { pool, leads, ownDraws }: Parts) {
    this.#transfers = transfers;
    this.#pool = pool;
    this.#leads = leads;
    this.#draws = ownDraws;
    this.#purposes = transfers.map(({ id }) => purposeOf(id));
    this.#takes = transfers.map(({ takes }) => spreadOf(parameters[takes], 1000));
  }

  prepare(values: Float64Array): void {
    this.#values = values;
  }

  /** The desk of the routing. */
  routedTo(lead: number): number {
    return this.#pool.desk[this.#leads.pool[lead] as number] as number;
  }

  /** The desk that has it now. */
  deskOf(lead: number): number {
    const moved = this.#transfers.length === 0 ? -1 : (this.#moved[lead] as number);
    return moved >= 0 ? moved : this.routedTo(lead);
  }

  /** Whether a lead that is handed over now will change hands: by which transfer, and {@link takes} says after how many seconds; −1 is not. */
  changing(lead: number): number {
    if (this.#transfers.length === 0) return -1;
    if (lead >= this.#moved.length)
      this.#moved = wider(new Int16Array(this.#leads.pool.length).fill(-1), this.#moved);
    this.#moved[lead] = -1;
    const desk = this.routedTo(lead);
    for (let transfer = 0; transfer < this.#transfers.length; transfer++) {
      const { from, to, share } = this.#transfers[transfer] as Model['transfers'][number];
      if (desk < 0 || (from >= 0 ? from !== desk : to === desk)) continue;
      this.#draws.ofLead(this.#leads, lead);
      this.#draws.next(this.#purposes[transfer] as number, this.#leads.visit[lead] as number);
      const { words } = this.#draws;
      if (unit(words[0] as number) * 10_000 >= (this.#values[share] as number)) continue;
      const takes = this.#takes[transfer];
      this.takes = takes ? Math.round(lognormal(takes, unit(words[1] as number))) : 0;
      return transfer;
    }
    return -1;
  }

  /** The lead changes hands. */
  move(lead: number, transfer: number): void {
    const { to } = this.#transfers[transfer] as Model['transfers'][number];
    if (to >= 0) this.#moved[lead] = to;
  }

  /** Another place has what this one has. */
  copy(lead: number, copy: number): void {
    if (this.#transfers.length === 0) return;
    if (copy >= this.#moved.length)
      this.#moved = wider(new Int16Array(this.#leads.pool.length).fill(-1), this.#moved);
    this.#moved[copy] = this.#moved[lead] as number;
  }
}
