import { report } from '../../diagnostics/diagnostic.ts';
import type { ActivityAssumption } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** No activity comes after itself, by whatever others: it would never end. */
export const forecastCircles: CheckRule = {
  reads: ['forecast'],
  *find({ assumptions }) {
    const activities = assumptions.filter((one) => one.kind === 'activity');
    for (const one of activities)
      if (comesAfter(activities, one).has(one.event))
        yield report('activity-in-circle', one.span, { id: one.id, event: one.event });
  },
};

/** All events that an activity comes after, at first hand or later. */
function comesAfter(
  activities: readonly ActivityAssumption[],
  { after }: ActivityAssumption,
): ReadonlySet<string> {
  const found = new Set(after);
  for (const event of found)
    for (const one of activities) if (one.event === event) for (const before of one.after) found.add(before);
  return found;
}
