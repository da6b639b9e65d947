import { lognormal, type Lognormal, poisson } from '../maths/draws.ts';
import type { Activity, Model } from '../model/types.ts';
import { purposeOf } from '../random/stream.ts';
import { unit } from '../random/threefry.ts';
import type { Hours } from '../time/hours.ts';
import { never } from '../time/units.ts';
import type { Desks } from './desks.ts';
import type { OwnDraws } from './own-draws.ts';
import { spreadOf } from './spread.ts';

/** What a number is for, of those of one activity of one lead. */
const [often, each] = [0, 1];

interface Parts {
  readonly desks: Desks;
  readonly ownDraws: OwnDraws;
}

/** When activities happen: how often, how soon, and how much work each is, by the random numbers of a key. */
export class Happenings {
  readonly #activities: readonly Activity[];
  readonly #draws: OwnDraws;
  readonly #purposes: readonly number[];
  readonly #takes: readonly (Lognormal | null)[];
  readonly #every: readonly (Lognormal | null)[];
  readonly #effort: readonly (Lognormal | null)[];
  readonly #hours: readonly (Hours | null)[];
  #values: Float64Array = new Float64Array(0);
  /** Seconds of work that it is, of which {@link at} said when. */
  effort = 0;

  constructor({ activities, parameters }: Model, { desks, ownDraws }: Parts) {
    this.#activities = activities;
    this.#draws = ownDraws;
    this.#purposes = activities.map(({ id }) => purposeOf(id));
    const spread = (of: (one: Activity) => number): readonly (Lognormal | null)[] =>
      activities.map((one) => spreadOf(parameters[of(one)], 1000));
    this.#takes = spread(({ takes }) => takes);
    this.#every = activities.map(({ every, takes }) => spreadOf(parameters[every < 0 ? takes : every], 1000));
    this.#effort = spread(({ effort }) => effort);
    this.#hours = activities.map(({ calendar }) => (calendar === null ? null : desks.named(calendar)));
  }

  prepare(values: Float64Array): void {
    this.#values = values;
  }

  /** Finds the key of an activity from that of a lead, or of what it comes after. */
  key(activity: number, thing: number): void {
    this.#draws.next(this.#purposes[activity] as number, thing);
  }

  /** How often it happens; 0 is not at all. */
  count(activity: number, key0: number, key1: number): number {
    const { share, times } = this.#activities[activity] as Activity;
    if (share < 0 && times < 0) return 1;
    this.#draws.of(key0, key1, often, 0);
    const { words } = this.#draws;
    if (share >= 0 && unit(words[0] as number) * 10_000 >= (this.#values[share] as number)) return 0;
    const more = times < 0 ? 0 : (this.#values[times] as number) - 1;
    return more > 0 ? 1 + poisson(unit(words[1] as number), more) : 1;
  }

  /** When it happens the n-th time, in its hours, if it is waited for since `t`; and {@link effort} says how much work that is. */
  at(activity: number, key0: number, key1: number, n: number, t: number): number {
    const spread = n === 0 ? this.#takes[activity] : this.#every[activity];
    const effort = this.#effort[activity];
    const { words } = this.#draws;
    if (spread || effort) this.#draws.of(key0, key1, each, n);
    this.effort = effort ? Math.round(lognormal(effort, unit(words[1] as number))) : 0;
    if (!spread) return this.opens(activity, t);
    const ready = t + Math.round(lognormal(spread, unit(words[0] as number)));
    return this.opens(activity, Math.min(ready, never - 1));
  }

  /** The first moment within the hours that are said for it. */
  opens(activity: number, t: number): number {
    return this.#hours[activity]?.openFrom(t) ?? t;
  }

  /** Whether hours are said for it. */
  hasHours(activity: number): boolean {
    return this.#hours[activity] !== null;
  }
}
