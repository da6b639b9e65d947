/**
 * The compiled agreement: one JSON value, the only thing that anything downstream of the compiler reads.
 *
 * Conventions, in the whole file:
 * - moments are integers, milliseconds since 1970-01-01T00:00Z; durations are milliseconds (`*_ms`);
 * - a `date` value is the moment 00:00 UTC of that day, so that dates and moments compare as numbers;
 * - numbers with decimals are scaled integers: `value / 10 ** decimals`;
 * - what is absent is `null`, never `undefined`: the value survives `JSON.stringify`.
 */
export * from './types/basics.ts';
export * from './types/vocabulary.ts';
export * from './types/conditions.ts';
export * from './types/scoring.ts';
export * from './types/funnel.ts';
export * from './types/handoff.ts';
export * from './types/promises.ts';
export * from './types/plans.ts';
export * from './types/forecast.ts';
export * from './types/mappings.ts';
export * from './types/assertions.ts';
export * from './types/agreement.ts';
export * from './types/decisions.ts';
export * from './types/sla.ts';
export * from './types/assign.ts';
