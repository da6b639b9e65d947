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
  const offsets = indexField.split('').map((digit) => eastward[digitAt(digit, 0)] as number);
  const changes = untilField === '' ? [] : runningSums(untilField.split(' '));
  return {
    starts: [-Infinity, ...changes],
    offsets,
    wallEnds: offsets.map((offset, index) => (changes[index] ?? Infinity) + offset),
  };
}

/** Most of the differences are the same few: from summer to winter, and back. */
function runningSums(differences: readonly string[]): number[] {
  const read = new Map<string, number>();
  let sum = 0;
  return differences.map((text) => {
    const difference = read.get(text) ?? fromBase60(text);
    read.set(text, difference);
    return (sum += difference);
  });
}

function fromBase60(text: string): number {
  const point = text.indexOf('.');
  const [start, end] = [text.startsWith('-') ? 1 : 0, point === -1 ? text.length : point];
  let minutes = 0;
  for (let at = start; at < end; at++) minutes = minutes * 60 + digitAt(text, at);
  let part = 0;
  for (let at = text.length - 1; at > end; at--) part = (part + digitAt(text, at)) / 60;
  const size = Math.round((minutes + part) * minute);
  return start === 1 ? -size : size;
}

/** `0` to `9`, then `a` to `z` from 10 on, then `A` to `X` from 36 on. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 97) return code - 87;
  return code >= 65 ? code - 29 : code - 48;
}
