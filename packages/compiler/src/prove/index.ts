export { ask, prove, type Proofs } from './prove.ts';
export { type Property, type Topic, topics, type Witness } from './report.ts';

// What else the prover knows of an agreement
export { type CheapestWay, cheapestWays } from './facts/cheapest-ways.ts';
export { type Deciding, decidingFields } from './facts/deciding-fields.ts';
export { distinguish, type Distinguished } from './facts/distinguish.ts';
export { countKinds } from './facts/count-kinds.ts';
