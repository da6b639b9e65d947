export { ask, prove, type Proofs } from './prove.ts';
export { type Property, type Topic, topics, type Witness } from './report.ts';

// What else the prover knows of an agreement
export { type CheapestWay, cheapestWays } from './facts/cheapest-ways.ts';
export { type Deciding, decidingFields } from './facts/deciding-fields.ts';
export { distinguish, type Distinguished } from './facts/distinguish.ts';
export { countKinds } from './facts/count-kinds.ts';

// What two versions decide otherwise
export { compareVersions } from './versions/compare.ts';
export { areDecidedApart } from './ask/replay.ts';
export { type DecidedTwice, isTold } from './versions/within.ts';
export type { DeadlineChange } from './versions/deadlines.ts';
export type { Aspect } from './versions/outcomes.ts';
export type { DecisionSet, Differences, Outcome, Shown } from './versions/report.ts';
