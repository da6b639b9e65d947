import type { CheckRule } from './rule.ts';
import { agreementDates } from './rules/agreement-dates.ts';
import { bandsOverlap } from './rules/bands-overlap.ts';
import { capsAboveFloors } from './rules/caps-above-floors.ts';
import { clockEvents } from './rules/clock-events.ts';
import { clocksOfNewLeads } from './rules/clocks-of-new-leads.ts';
import { endsAndExits } from './rules/ends-and-exits.ts';
import { examplesReadable } from './rules/examples-readable.ts';
import { forecastArrivals } from './rules/forecast-arrivals.ts';
import { forecastCapacity } from './rules/forecast-capacity.ts';
import { forecastCircles } from './rules/forecast-circles.ts';
import { forecastConversions } from './rules/forecast-conversions.ts';
import { forecastOnce } from './rules/forecast-once.ts';
import { forecastRequired } from './rules/forecast-required.ts';
import { gradesUsed } from './rules/grades-used.ts';
import { groupsUsed } from './rules/groups-used.ts';
import { inForceOrder } from './rules/in-force-order.ts';
import { promisesMeetGoals } from './rules/promises-meet-goals.ts';
import { queuesUsed } from './rules/queues-used.ts';
import { reasonsRecycled } from './rules/reasons-recycled.ts';
import { ruleCycles } from './rules/rule-cycles.ts';
import { stageLimits } from './rules/stage-limits.ts';
import { stageOwners } from './rules/stage-owners.ts';
import { stagesReachable } from './rules/stages-reachable.ts';
import { wordsToAvoid } from './rules/words-to-avoid.ts';

/** Every rule, in the order in which they are asked. */
export const rules: readonly CheckRule[] = [
  agreementDates,
  inForceOrder,
  stagesReachable,
  endsAndExits,
  stageOwners,
  stageLimits,
  ruleCycles,
  capsAboveFloors,
  groupsUsed,
  bandsOverlap,
  gradesUsed,
  queuesUsed,
  reasonsRecycled,
  clockEvents,
  clocksOfNewLeads,
  promisesMeetGoals,
  forecastOnce,
  forecastArrivals,
  forecastRequired,
  forecastConversions,
  forecastCircles,
  forecastCapacity,
  examplesReadable,
  wordsToAvoid,
];
