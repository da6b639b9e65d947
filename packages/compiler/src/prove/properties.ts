import { assertionsHold } from './properties/assertions-hold.ts';
import { bandsReached } from './properties/bands-reached.ts';
import { conditionsHold } from './properties/conditions-hold.ts';
import { conditionsRestrict } from './properties/conditions-restrict.ts';
import { eventsPaidOnce } from './properties/events-paid-once.ts';
import { exitsLeft } from './properties/exits-left.ts';
import { gradesGiven } from './properties/grades-given.ts';
import { gradesRiseInTables } from './properties/grades-rise-in-tables.ts';
import { gradesRise } from './properties/grades-rise.ts';
import { noticesSent } from './properties/notices-sent.ts';
import { ownersNamed } from './properties/owners-named.ts';
import { personasApart } from './properties/personas-apart.ts';
import { promisesStart } from './properties/promises-start.ts';
import { queuesServed } from './properties/queues-served.ts';
import { routingComplete } from './properties/routing-complete.ts';
import { rowsApart } from './properties/rows-apart.ts';
import { rowsCounted } from './properties/rows-counted.ts';
import { rowsCover } from './properties/rows-cover.ts';
import { rulesMatter } from './properties/rules-matter.ts';
import { scoresBounded } from './properties/scores-bounded.ts';
import { stagesInOrder } from './properties/stages-in-order.ts';
import { stagesLeft } from './properties/stages-left.ts';
import { stagesReached } from './properties/stages-reached.ts';
import { testsNeeded } from './properties/tests-needed.ts';
import { thresholdsMet } from './properties/thresholds-met.ts';
import { transitionsAgree } from './properties/transitions-agree.ts';
import { transitionsFire } from './properties/transitions-fire.ts';
import type { PropertyRule } from './property.ts';

/** Every kind of property, in the order in which they are asked. */
export const propertyRules: readonly PropertyRule[] = [
  routingComplete,
  ownersNamed,
  stagesLeft,
  exitsLeft,
  transitionsAgree,
  rowsCover,
  conditionsHold,
  conditionsRestrict,
  testsNeeded,
  rowsCounted,
  rowsApart,
  stagesReached,
  transitionsFire,
  gradesGiven,
  bandsReached,
  queuesServed,
  noticesSent,
  promisesStart,
  scoresBounded,
  thresholdsMet,
  eventsPaidOnce,
  rulesMatter,
  stagesInOrder,
  gradesRise,
  gradesRiseInTables,
  personasApart,
  assertionsHold,
];
