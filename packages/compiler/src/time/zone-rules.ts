import { minute } from './duration.ts';

/**
 * The stretches of one offset in a zone's history and future, as three lists of equal length.
 * Stretch `i` holds from `starts[i]` to `starts[i + 1]`, both instants; the first starts at
 * `-Infinity`, the last never ends.
 */
export interface ZoneRules {
  readonly starts: readonly number[];
  /** Local time less UTC, in milliseconds. */
  readonly offsets: readonly number[];
  /** The reading of the wall clock at which each stretch ends, before the clock is changed. */
  readonly wallEnds: readonly number[];
}

/**
 * Reads one zone as moment-timezone packs it: `name|abbreviations|offsets|indices|untils`.
 * Numbers are minutes in base 60, offsets count westward, `untils` are differences.
 *
 * ```ts
 * readZoneRules('X|A B|0 -10|01|100').offsets; // [0, 3600000]
 * ```
 */
export function readZoneRules(packed: string): ZoneRules {
  const [, , offsetField = '', indexField = '', untilField = ''] = packed.split('|');
  const eastward = offsetField.split(' ').map((text) => 0 - fromBase60(text));
  const offsets = Array.from(indexField, (digit) => eastward[digitValue(digit)] as number);
  const changes = runningSums(untilField.split(' ').filter(Boolean).map(fromBase60));
  return {
    starts: [-Infinity, ...changes],
    offsets,
    wallEnds: offsets.map((offset, index) => (changes[index] ?? Infinity) + offset),
  };
}

function runningSums(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => (sum += difference));
}

function fromBase60(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  let minutes = 0;
  for (const digit of whole) minutes = minutes * 60 + digitValue(digit);
  const part = Array.from(fraction, digitValue).reduceRight((sum, digit) => (sum + digit) / 60, 0);
  const size = Math.round((minutes + part) * minute);
  return text.startsWith('-') ? -size : size;
}

const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX';

function digitValue(digit: string): number {
  return digits.indexOf(digit);
}
