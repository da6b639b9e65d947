import { report } from '../../diagnostics/diagnostic.ts';
import type { Goal, Period, PromiseRule } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

type Deliver = Extract<PromiseRule, { kind: 'deliver' }>;

/** What is promised to be delivered is at least what the goals need. Two promises about one stage count the same leads. */
export const promisesMeetGoals: CheckRule = {
  reads: ['goals', 'sla', 'funnel', 'handoff'],
  *find({ goals, promises }) {
    for (const goal of goals)
      for (const { stage, count } of goal.needs) {
        const deliveries = promises.filter(
          (promise): promise is Deliver =>
            promise.kind === 'deliver' && promise.stage === stage && promise.when === null,
        );
        const [first] = deliveries;
        const promised = Math.max(
          0,
          ...deliveries.map(({ at_least: least, per }) => least * periods(goal, per)),
        );
        if (first && promised < count)
          yield report('promise-below-goal', first.span, {
            party: first.by === 'marketing' ? 'Marketing' : 'Sales',
            promised,
            stage,
            by: goal.by,
            goal: goal.id,
            needed: count,
          });
      }
  },
};

const days: Readonly<Record<'day' | 'week', number>> = { day: 1, week: 7 };
const months: Readonly<Record<'month' | 'quarter' | 'year', number>> = { month: 1, quarter: 3, year: 12 };

/** How many whole periods lie between a goal's first and last day, both included. */
function periods({ from, by }: Goal, { count, unit }: Period): number {
  const end = new Date(Date.parse(`${by}T00:00:00Z`) + 86_400_000);
  const start = new Date(`${from}T00:00:00Z`);
  if (unit === 'day' || unit === 'week')
    return Math.floor((end.getTime() - start.getTime()) / 86_400_000 / (days[unit] * count));
  const whole =
    (end.getUTCFullYear() - start.getUTCFullYear()) * 12 +
    (end.getUTCMonth() - start.getUTCMonth()) -
    (end.getUTCDate() < start.getUTCDate() ? 1 : 0);
  return Math.floor(whole / (months[unit] * count));
}
