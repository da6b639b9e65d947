import type { Model } from '../model/types.ts';
import { dayOf, daySeconds, weekOf, weekSeconds } from '../time/units.ts';
import { Entries } from './entries.ts';
import type { Layout } from './layout.ts';

/** Counts what happens in a run into its row. Moments are in seconds since the run began; what lies outside the reported weeks is not counted. */
export class Tally {
  row: Float64Array;
  readonly layout: Layout;
  /** What happens before this moment, or from the other on, is not counted anywhere. */
  readonly begins: number;
  readonly ends: number;
  readonly #warmUp: number;
  readonly #weeks: number;
  readonly #stages: number;
  /** What only depends on the day on which stages are entered is counted from here when the run is over. */
  readonly #entries: Entries;
  readonly #pairFrom: Int32Array;
  /** By stage: the pairs that end there, and the counts that ask for more than the day. */
  readonly #pairsTo: readonly Int32Array[];
  readonly #countsOf: readonly Int32Array[];
  /** By stage: whether more matters than the day on which it is entered. */
  readonly #asksMore: Uint8Array;
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
    const days = Math.max(7 * (warmUp + layout.weeks), ...goals.map(({ until_day: until }) => until));
    this.ends = days * daySeconds;
    this.#stages = stages.length;
    this.#entries = new Entries(stages.length, days);
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
    this.#countsOf = matter(
      counts,
      (count, stage) => !byDay(count) && (count.stage === stage || count.from === stage),
    );
    this.#asksMore = Uint8Array.from(stages, (_, stage) =>
      [this.#pairsTo, this.#countsOf].some((of) => of[stage]?.length) ? 1 : 0,
    );
  }

  /** Makes ready for a run that is counted into this row. */
  prepare(row: Float64Array): void {
    this.row = row.fill(0);
    this.#entries.clear();
  }

  /** The week of a moment; −1 outside. */
  week(t: number): number {
    const week = weekOf(t) - this.#warmUp;
    return week >= 0 && week < this.#weeks ? week : -1;
  }

  add(begin: number, week: number, value: number): void {
    if (week >= 0) this.row[begin + week] = (this.row[begin + week] as number) + value;
  }

  /** A lead enters a stage; `seen` has when it entered others, from `at` on, and is brought up to date. */
  enter(stage: number, t: number, marks: number, seen: Int32Array, at: number): void {
    seen[at + stage] = t;
    if (t < this.begins) return;
    this.#entries.add(stage, t);
    if (this.#asksMore[stage] === 0) return;
    const pairs = this.#pairsTo[stage] as Int32Array;
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs[i] as number;
      const since = seen[at + (this.#pairFrom[pair] as number)] as number;
      if (since >= 0) this.add(this.layout.cohort[pair] as number, this.week(since), 1);
    }
    const counts = this.#countsOf[stage] as Int32Array;
    for (let i = 0; i < counts.length; i++) this.#count(counts[i] as number, stage, t, marks, seen, at);
  }

  /** A deal of this size is won. */
  win(t: number, size: number): void {
    this.add(this.layout.revenue, this.week(t), size);
    for (let goal = 0; goal < this.#goals.length; goal++)
      if ((this.#goals[goal] as Model['goals'][number]).stage < 0) this.#reach(goal, t, size);
  }

  #reach(goal: number, t: number, value: number): void {
    const { from_day: from, until_day: until } = this.#goals[goal] as Model['goals'][number];
    const day = dayOf(t);
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
    return this.layout.periods[count]?.[dayOf(t)] ?? -1;
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

  /** The run is over: counts what only depends on the day on which stages were entered. */
  finish(): void {
    for (let stage = 0; stage < this.#stages; stage++) this.#finishWeeks(stage);
    for (const [index, { stage, from_day: from, until_day: until }] of this.#goals.entries())
      if (stage >= 0) this.add(this.layout.goals, index, this.#entries.between(stage, from, until));
    for (const [index, count] of this.#counts.entries()) if (byDay(count)) this.#finishCount(index, count);
  }

  #finishWeeks(stage: number): void {
    for (let week = 0; week < this.#weeks; week++) {
      const day = 7 * (this.#warmUp + week);
      this.add(this.layout.entered[stage] as number, week, this.#entries.between(stage, day, day + 7));
    }
  }

  #finishCount(index: number, { stage, from }: Model['counts'][number]): void {
    const { counted, outOf, periods } = this.layout;
    for (const [day, period] of (periods[index] as Int32Array).entries()) {
      this.add(counted[index] as number, period, this.#entries.between(stage, day, day + 1));
      if (from >= 0) this.add(outOf[index] as number, period, this.#entries.between(from, day, day + 1));
    }
  }
}

/** Whether it counts whoever enters a stage, by the day on which they do. */
function byDay({ when, from, cohort }: Model['counts'][number]): boolean {
  return when === null && (from < 0 || cohort !== 'entered');
}
