import type { Activity, Model } from '../model/types.ts';
import type { Hours } from '../time/hours.ts';
import type { Happenings } from './happenings.ts';
import type { OwnDraws } from './own-draws.ts';

interface Parts {
  readonly ownDraws: OwnDraws;
  readonly happenings: Happenings;
}

/** All that happens to one lead by activities that wait for nobody, in the order of time. */
export class Timeline {
  size = 0;
  readonly activity: number[] = [];
  readonly at: number[] = [];
  readonly #activities: readonly Activity[];
  readonly #parts: Parts;

  constructor({ activities }: Model, parts: Parts) {
    this.#activities = activities;
    this.#parts = parts;
  }

  clear(): void {
    this.size = 0;
  }

  /**
   * Adds an activity as often as it happens, and what comes after it, from a start to before an end; after the key was found of what
   * it comes after. `hours` are those of the people.
   */
  add(activity: number, thing: number, start: number, end: number, hours: Hours | null): void {
    const { ownDraws, happenings } = this.#parts;
    const { by_people: byPeople, calendar, next } = this.#activities[activity] as Activity;
    happenings.key(activity, thing);
    const key0 = ownDraws.words[0] as number;
    const key1 = ownDraws.words[1] as number;
    const count = happenings.count(activity, key0, key1);
    let t = start;
    for (let n = 0; n < count; n++) {
      t = happenings.at(activity, key0, key1, n, t);
      if (hours && byPeople && calendar === null) t = hours.openFrom(t);
      if (t >= end) return;
      this.#insert(activity, t);
      for (let i = 0; i < next.length; i++) {
        ownDraws.words[0] = key0;
        ownDraws.words[1] = key1;
        this.add(next[i] as number, n, t, end, hours);
      }
    }
  }

  #insert(activity: number, at: number): void {
    let i = this.size++;
    for (; i > 0 && (this.at[i - 1] as number) > at; i--) {
      this.at[i] = this.at[i - 1] as number;
      this.activity[i] = this.activity[i - 1] as number;
    }
    this.at[i] = at;
    this.activity[i] = activity;
  }
}
