import { there } from '../../found.ts';
import type { Agreement, Condition, IdleRule } from '../../ir/types.ts';
import { menuOf } from '../decide/menu.ts';
import type { Simple } from '../world/asked.ts';
import { isEventTest } from '../world/asked.ts';

/** After the latest of these events; `entry`: since the lead entered the stage that it is recorded in. */
export type Since = readonly string[] | 'entry';

/** One way in which an agreement looks at events. */
export interface Use {
  readonly events: readonly string[];
  readonly where: Condition | null;
  readonly since: Since;
  /** It asks for events that are at most so old, in ms. */
  readonly bounds: readonly number[];
  /** It tells counts up to this one apart. */
  readonly counts: number;
  /** Ages, in ms, of events that it tells from one event more. */
  readonly ages?: readonly number[];
}

/** More events than this are not told apart. */
export const mostTold = 60;
/** So many levels of an idle rule are told apart. */
const mostLevels = 12;

export function usesOf(agreement: Agreement, tests: readonly Simple[]): readonly Use[] {
  return [
    ...tests.filter(isEventTest).map((test): Use => {
      const { events, where, since } = test;
      if (test.kind === 'event_age') return { events, where, since, bounds: [test.older_than_ms], counts: 1 };
      const counts = Math.max(test.min ?? 0, (test.max ?? -1) + 1);
      const bounds = test.within_ms === null ? [] : [test.within_ms];
      return { events, where, since, bounds, counts: Math.min(counts, mostTold) };
    }),
    ...agreement.scores.flatMap(({ rules, since }) =>
      rules.flatMap((rule): Use[] => {
        if (rule.kind === 'event_rule') {
          const { ages } = there(menuOf(rule).at(-1), 'item');
          return [{ events: rule.on, where: rule.where, since, bounds: [], counts: 1, ages }];
        }
        if (rule.kind !== 'idle_rule') return [];
        const bounds = edgesOfLevels(rule).map((edge) => edge - 1);
        return [{ events: [...rule.without, ...since], where: null, since: [], bounds, counts: 1 }];
      }),
    ),
    ...agreement.transitions.map(({ by, on, where, after_ms: after, without }): Use => {
      if (by !== 'time') return { events: on, where, since: 'entry', bounds: [], counts: 1 };
      return { events: without, where: null, since: [], bounds: [there(after, 'time') - 1], counts: 1 };
    }),
  ];
}

/** The numbers of idle spans that are told apart: up to where a cap or a floor of the rule stops them. */
export function levelsOf({ points, cap, floor }: IdleRule): readonly number[] {
  const limit = points > 0 ? cap : floor;
  const enough = points === 0 ? 0 : limit === null ? mostLevels : Math.ceil(limit / points);
  return Array.from({ length: Math.max(0, Math.min(mostLevels, enough)) }, (_, at) => at + 1);
}

/** How long, in ms, it takes to reach each level, and one more if there are more. */
export function edgesOfLevels(rule: IdleRule): readonly number[] {
  const levels = levelsOf(rule);
  const further = hasAllLevels(rule) ? [] : [levels.length + 1];
  return [...levels, ...further].map((level) => level * rule.every_ms);
}

/** Whether {@link levelsOf} has all of them. */
export function hasAllLevels(rule: IdleRule): boolean {
  const limit = rule.points > 0 ? rule.cap : rule.floor;
  return rule.points === 0 || (limit !== null && Math.ceil(limit / rule.points) <= mostLevels);
}

export function keyOfSince(since: Since): string {
  return since === 'entry' ? '*' : [...since].toSorted().join(' ');
}
