import type { Model } from '../model/types.ts';
import { daySeconds, weekSeconds } from '../time/units.ts';
import type { Layout } from './layout.ts';

/** Counts what happens in a run into its row. Moments are in seconds since the run began; what lies outside the reported weeks is not counted. */
export class Tally {
  row: Float64Array;
  readonly layout: Layout;
  /** What happens before this moment is not counted anywhere. */
  readonly begins: number;
  readonly #warmUp: number;
  readonly #weeks: number;
  readonly #stages: number;
  readonly #pairFrom: Int32Array;
  /** By stage: the pairs that end there, and the counts and goals that it matters for. */
  readonly #pairsTo: readonly Int32Array[];
  readonly #countsOf: readonly Int32Array[];
  readonly #goalsOf: readonly Int32Array[];
  readonly #counts: Model['counts'];
  readonly #goals: Model['goals'];

  constructor(model: Model, layout: Layout) {
    const { stages, counts, goals, warm_up_weeks: warmUp } = model;
    this.layout = layout;
    this.row = new Float64Array(0);
    this.#warmUp = warmUp;
    const goalDays = goals.map(({ from_day: day }) => day * daySeconds);
    const periodDays = layout.periods.map((days) => days.findIndex((period) => period >= 0) * daySeconds);
    this.begins = Math.min(warmUp * weekSeconds, ...goalDays, ...periodDays);
    this.#weeks = layout.weeks;
    this.#stages = stages.length;
    this.#counts = counts;
    this.#goals = goals;
    this.#pairFrom = Int32Array.from(layout.pairs, ({ from }) => from);
    const matter = <T>(
      things: readonly T[],
      matters: (thing: T, stage: number) => boolean,
    ): readonly Int32Array[] =>
      stages.map((_, stage) =>
        Int32Array.from(things.flatMap((thing, index) => (matters(thing, stage) ? [index] : []))),
      );
    this.#pairsTo = matter(layout.pairs, ({ to }, stage) => to === stage);
    this.#countsOf = matter(counts, (count, stage) => count.stage === stage || count.from === stage);
    this.#goalsOf = matter(goals, (goal, stage) => goal.stage === stage);
  }

  /** The week of a moment; −1 outside. */
  week(t: number): number {
    const week = ((t / weekSeconds) | 0) - this.#warmUp;
    return week >= 0 && week < this.#weeks ? week : -1;
  }

  add(begin: number, week: number, value: number): void {
    if (week >= 0) this.row[begin + week] = (this.row[begin + week] as number) + value;
  }

  /** A lead enters a stage; `seen` has when it entered others, from `at` on, and is brought up to date. */
  enter(stage: number, t: number, marks: number, seen: Int32Array, at: number): void {
    if (t < this.begins) {
      seen[at + stage] = t;
      return;
    }
    const { layout } = this;
    this.add(layout.entered[stage] as number, this.week(t), 1);
    const pairs = this.#pairsTo[stage] as Int32Array;
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as number;
      const since = seen[at + (this.#pairFrom[pair] as number)] as number;
      if (since >= 0) this.add(layout.cohort[pair] as number, this.week(since), 1);
    }
    const counts = this.#countsOf[stage] as Int32Array;
    for (let i = 0; i < counts.length; i++) this.#count(counts[i] as number, stage, t, marks, seen, at);
    seen[at + stage] = t;
    const goals = this.#goalsOf[stage] as Int32Array;
    for (let i = 0; i < goals.length; i++) this.#reach(goals[i] as number, t, 1);
  }

  /** A deal of this size is won. */
  win(t: number, size: number): void {
    this.add(this.layout.revenue, this.week(t), size);
    for (let goal = 0; goal < this.#goals.length; goal++)
      if ((this.#goals[goal] as Model['goals'][number]).stage < 0) this.#reach(goal, t, size);
  }

  #reach(goal: number, t: number, value: number): void {
    const { from_day: from, until_day: until } = this.#goals[goal] as Model['goals'][number];
    const day = (t / daySeconds) | 0;
    if (day >= from && day < until) this.add(this.layout.goals, goal, value);
  }

  #count(count: number, stage: number, t: number, marks: number, seen: Int32Array, at: number): void {
    if ((marks & (1 << (16 + count))) === 0) return;
    const { stage: of, from, cohort } = this.#counts[count] as Model['counts'][number];
    if (from === stage) this.add(this.layout.outOf[count] as number, this.#period(count, t), 1);
    if (of !== stage) return;
    const since = from >= 0 && cohort === 'entered' ? (seen[at + from] as number) : t;
    if (since >= 0) this.add(this.layout.counted[count] as number, this.#period(count, since), 1);
  }

  #period(count: number, t: number): number {
    return this.layout.periods[count]?.[(t / daySeconds) | 0] ?? -1;
  }

  /** A lead leaves a stage that it entered `since` for another. */
  leave(from: number, to: number, since: number, t: number): void {
    const week = this.week(since);
    if (week < 0) return;
    const { layout, row } = this;
    const stay = (layout.stay[from] as number) + week;
    const left = (layout.left[from] as number) + week;
    row[stay] = (row[stay] as number) + (t - since);
    row[left] = (row[left] as number) + 1;
    const move = layout.moves + from * this.#stages + to;
    row[move] = (row[move] as number) + 1;
  }
}
