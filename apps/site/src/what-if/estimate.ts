import type { Agreement } from '@smarketing/compiler/ir';
import {
  amended,
  applySettings,
  type Batch,
  changesLives,
  conduct,
  conductPool,
  type Difference,
  differencesOf,
  type Model,
  type Pool,
  type Port,
  type Results,
  resultsOf,
  type Setting,
} from '@smarketing/simulator';
import { first, simulated } from './sizes.ts';

/** What the page simulates with. */
export interface Start {
  readonly agreement: Agreement;
  readonly model: Model;
  /** Of the agreement in force. */
  readonly pool: Pool;
  readonly firstPool: Pool;
}

/** What a proposal changes; a first estimate has no results. */
export interface Estimate {
  readonly differences: readonly Difference[];
  readonly before: Results | null;
  readonly after: Results | null;
}

export interface Asked {
  readonly settings: readonly Setting[];
  readonly signal: AbortSignal;
  readonly onFirst: (estimate: Estimate) => void;
  /** With the share that is done. */
  readonly onProgress: (done: number) => void;
}

interface Side {
  readonly model: Model;
  readonly batch: Batch;
  /** How many leads the runs drew from. */
  readonly leads: number;
}

/** One of the two estimates: how many leads and runs it takes. */
interface Size {
  readonly pool: number;
  readonly runs: number;
}

const { seed } = simulated;

/** Estimates proposals one after another, each against the agreement in force with the same luck. */
export class Bench {
  readonly #start: Start;
  readonly #ports: () => readonly Port[];
  readonly #known = new Map<Size, Side>();
  /** The pools that were drawn last, and for which settings. */
  #drawn = { key: '', pools: new Map<Size, Pool>() };

  constructor(start: Start, ports: () => readonly Port[]) {
    this.#start = start;
    this.#ports = ports;
  }

  /** Estimates the numbers in force as if they were proposed, so that the first proposal is estimated as quickly as the next ones. */
  async warm(inForce: readonly Setting[], signal: AbortSignal): Promise<void> {
    const { agreement, model } = this.#start;
    await conductPool(this.#ports(), { model, settings: [], seed, size: first.pool }, { signal });
    if (signal.aborted) return;
    amended(agreement, inForce);
    const pair = await this.#pair(inForce, first, signal);
    if (pair) differencesOf(pair.before, pair.after);
  }

  /** `undefined` where the signal ended it. Throws a `SettingError` for settings that cannot be together. */
  async estimate({ settings, signal, onFirst, onProgress }: Asked): Promise<Estimate | undefined> {
    amended(this.#start.agreement, settings);
    const early = await this.#pair(settings, first, signal);
    if (!early) return undefined;
    onFirst({ differences: differencesOf(early.before, early.after), before: null, after: null });
    const pair = await this.#pair(settings, simulated, signal, onProgress);
    if (!pair) return undefined;
    const { before, after } = pair;
    return { differences: differencesOf(before, after), before: resultsIn(before), after: resultsIn(after) };
  }

  async #pair(
    settings: readonly Setting[],
    size: Size,
    signal: AbortSignal,
    onProgress: Asked['onProgress'] = () => {},
  ): Promise<{ before: Side; after: Side } | undefined> {
    const before = this.#known.get(size) ?? (await this.#side([], size, signal));
    if (!before) return undefined;
    this.#known.set(size, before);
    const after = settings.length === 0 ? before : await this.#side(settings, size, signal, onProgress);
    return after && { before, after };
  }

  async #side(
    settings: readonly Setting[],
    size: Size,
    signal: AbortSignal,
    onProgress: Asked['onProgress'] = () => {},
  ): Promise<Side | undefined> {
    const model = applySettings(this.#start.model, settings);
    const pool = await this.#pool(model, settings, size, signal);
    if (!pool) return undefined;
    const [batch] =
      (await conduct(this.#ports(), [{ model, pool }], {
        seed,
        runs: size.runs,
        atOnce: size === first ? 1 : 2,
        onProgress: (done) => onProgress(done / size.runs),
        signal,
      })) ?? [];
    return batch && { model, batch, leads: pool.size };
  }

  async #pool(
    model: Model,
    settings: readonly Setting[],
    size: Size,
    signal: AbortSignal,
  ): Promise<Pool | undefined> {
    const lived = settings.filter((setting) => changesLives(this.#start.model, setting));
    if (lived.length === 0) return size === first ? this.#start.firstPool : this.#start.pool;
    const key = JSON.stringify(lived);
    if (this.#drawn.key !== key) this.#drawn = { key, pools: new Map() };
    const { pools } = this.#drawn;
    const about = { model, settings: lived, seed, size: size.pool };
    const pool = pools.get(size) ?? (await conductPool(this.#ports(), about, { signal }));
    if (pool) pools.set(size, pool);
    return pool;
  }
}

function resultsIn({ model, batch, leads }: Side): Results {
  return resultsOf(model, batch, { seed, pool: leads });
}
