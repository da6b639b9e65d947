// An agreement with its parts by their names
export { type Book, openBook, stageName } from './book.ts';
export { bandTitle, eventSources, ownerTitles, shortTitle } from './titles.ts';

// Parts of sentences
export {
  listed,
  lowerFirst,
  named,
  type Phrase,
  plain,
  quoted,
  type Ref,
  type RefKind,
  say,
  sentence,
  separated,
  upperFirst,
} from './phrase.ts';
export { personCount, plural } from './grammar.ts';
export { markTerms } from './terms.ts';

// Numbers, lengths of time, days
export {
  atMost,
  band,
  bounds,
  counted,
  duration,
  every,
  money,
  percent,
  points,
  scaled,
  span,
  times,
  whole,
  workingTime,
} from './amounts.ts';
export { clockTime, inForce, isoDate, localDate, moment, utcDate, weekdayName } from './dates.ts';

// What the parts of an agreement say
export { conditionLines, conditionWords, whereWords } from './condition.ts';
export { eventList, whenHappens } from './events.ts';
export { fieldWords, optionTitle } from './fields.ts';
export { wayCause, wayIn, wayOut, waysFrom, waysInto, zoneTitles } from './funnel.ts';
export { fadeWords, limitsOf, ruleAsks, ruleLimits } from './scoring.ts';
export { ruleSections, type Section } from './sections.ts';
export { gradeMatrix, gradeTone } from './grades.ts';
export {
  assignmentWords,
  channelWords,
  matchWords,
  queueWords,
  routedStages,
  routeTarget,
} from './handoff.ts';
export {
  calendarWords,
  hoursWords,
  promiseFigure,
  promiseTerms,
  promiseTicks,
  roleTitle,
  type Tick,
} from './promise.ts';
export { backwardsPlan, goalFigure, goalMetric, onWords, type PlanStep } from './goals.ts';
export { meetingWhen } from './meetings.ts';

// What leads are, and what is expected of them
export { expectedFacts, expectedIds, type Fact, happenings, leadFacts } from './examples.ts';
export { shortWitness, witnessWords } from './witness.ts';
