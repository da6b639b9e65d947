import type { Model } from '../model/types.ts';
import { daySeconds, weekSeconds } from '../time/units.ts';
import type { Layout } from './layout.ts';

/** Counts what happens in a run into its row. Moments are in seconds since the run began; what lies outside the reported weeks is not counted. */
export class Tally {
  row: Float64Array;
  readonly layout: Layout;
  readonly #model: Model;
  readonly #warmUp: number;
  readonly #pairsTo: readonly Int32Array[];
  readonly #stages: number;

  constructor(model: Model, layout: Layout) {
    this.#model = model;
    this.layout = layout;
    this.row = new Float64Array(0);
    this.#warmUp = model.warm_up_weeks;
    this.#stages = model.stages.length;
    this.#pairsTo = model.stages.map((_, stage) =>
      Int32Array.from(layout.pairs.flatMap(({ to }, pair) => (to === stage ? [pair] : []))),
    );
  }

  /** The week of a moment; −1 outside. */
  week(t: number): number {
    const week = Math.floor(t / weekSeconds) - this.#warmUp;
    return week >= 0 && week < this.layout.weeks ? week : -1;
  }

  add(begin: number, week: number, value: number): void {
    if (week >= 0) this.row[begin + week] = (this.row[begin + week] as number) + value;
  }

  /** A lead enters a stage; `seen` has when it entered others, from `at` on, and is brought up to date. */
  enter(stage: number, t: number, marks: number, seen: Int32Array, at: number): void {
    const { layout } = this;
    this.add(layout.entered[stage] as number, this.week(t), 1);
    const pairs = this.#pairsTo[stage] as Int32Array;
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as number;
      const since = seen[at + (layout.pairs[pair] as { from: number }).from] as number;
      if (since >= 0) this.add(layout.cohort[pair] as number, this.week(since), 1);
    }
    if (this.#model.counts.length > 0) this.#count(stage, t, marks, seen, at);
    seen[at + stage] = t;
    this.reach(stage, t, 1);
  }

  /** Something of a goal's kind is reached: a lead in its stage, or revenue (stage −1). */
  reach(stage: number, t: number, value: number): void {
    const { goals } = this.#model;
    const day = Math.floor(t / daySeconds);
    for (let goal = 0; goal < goals.length; goal++) {
      const { stage: wanted, from_day: from, until_day: until } = goals[goal] as Model['goals'][number];
      if (wanted === stage && day >= from && day < until) this.add(this.layout.goals, goal, value);
    }
  }

  #count(stage: number, t: number, marks: number, seen: Int32Array, at: number): void {
    const { counts } = this.#model;
    for (let count = 0; count < counts.length; count++) {
      const { stage: of, from, cohort } = counts[count] as Model['counts'][number];
      if ((of !== stage && from !== stage) || (marks & (1 << (16 + count))) === 0) continue;
      if (from === stage) this.add(this.layout.outOf[count] as number, this.#period(count, t), 1);
      if (of !== stage) continue;
      const since = from >= 0 && cohort === 'entered' ? (seen[at + from] as number) : t;
      if (since >= 0) this.add(this.layout.counted[count] as number, this.#period(count, since), 1);
    }
  }

  #period(count: number, t: number): number {
    return this.layout.periods[count]?.[Math.floor(t / daySeconds)] ?? -1;
  }

  /** A lead leaves a stage that it entered `since` for another. */
  leave(from: number, to: number, since: number, t: number): void {
    const week = this.week(since);
    if (week < 0) return;
    this.add(this.layout.stay[from] as number, week, t - since);
    this.add(this.layout.left[from] as number, week, 1);
    this.add(this.layout.moves, from * this.#stages + to, 1);
  }
}
