// The compiled agreement
export * from './types.ts';

// What it decides
export { decisionOf, evaluate } from './evaluate.ts';
export { slaStatus } from './sla-status.ts';
export { assign, release } from './assign.ts';
export { type ToldChange, type ToldEvent, toldWays } from './told-ways.ts';

// Conditions, part by part
export { parts } from './visit.ts';

// Leads as they come in
export { mostEvents } from './read-events.ts';
export { readLead } from './read-lead.ts';
export type { LeadProblem } from './read-value.ts';
export { parseDay, parseMoment } from './moments.ts';

// Calendars
export { unpackIntervals } from '../time/encode.ts';

// Numbers, texts and events as all engines compare them
export { natural, scale } from './decimal.ts';
export { fold } from './fold.ts';
export { byCodePoints } from './code-points.ts';
export { sortEvents } from './events.ts';

// Leads to test engines with
export { boundaryLeads, randomCase, randomLead } from './leads/index.ts';
export type { LeadCase } from './leads/index.ts';
export { below, pick, seededRandom } from './random.ts';
