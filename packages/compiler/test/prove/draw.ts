import { below, pick, seededRandom } from '../../src/ir/random.ts';

/** Choices from a seed. */
export interface Draw {
  readonly below: (count: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True in so many of a hundred cases. */
  readonly chance: (percent: number) => boolean;
  /** So many different ones of a list, in its order. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
  readonly times: <T>(count: number, make: (index: number) => T) => T[];
}

export function drawFrom(seed: number): Draw {
  const random = seededRandom(seed);
  const draw: Draw = {
    below: (count) => below(random, count),
    pick: (list) => pick(random, list),
    chance: (percent) => random() * 100 < percent,
    some: (list, count) => {
      let left = Math.min(count, list.length);
      return list.filter((_, at) => {
        const isTaken = random() * (list.length - at) < left;
        if (isTaken) left -= 1;
        return isTaken;
      });
    },
    times: (count, make) => Array.from({ length: count }, (_, index) => make(index)),
  };
  return draw;
}
