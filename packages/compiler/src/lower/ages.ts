import type { Condition } from '../ir/types.ts';
import { parseDuration } from '../schema/times.ts';
import { show } from '../schema/words.ts';
import type { Cursor } from './cursor.ts';
import { ages, type Reading, unread, wrongTest } from './reading.ts';
import type { Asked } from './subjects.ts';

/** Reads `within_last`, `within_next` and `older_than`; `undefined` when the test has none of them. */
export function readAge(reading: Reading, asked: Asked, at: Cursor): Condition | undefined {
  const { data } = at;
  const keys = typeof data === 'object' && data !== null ? Object.keys(data) : [];
  const [key] = keys;
  if (key === undefined || !keys.some((word) => ages.includes(word))) return undefined;
  if (keys.length > 1) return wrongTest(reading, asked, at, keys.map((word) => `\`${word}\``).join(' with '));
  const length = readDuration(reading, at.at(key));
  if (length === undefined) return unread;
  const { subject } = asked;
  const zero = { value: 0, inclusive: true };
  if (key === 'within_last')
    return { kind: 'age', subject, min: zero, max: { value: length, inclusive: true } };
  if (key === 'within_next')
    return { kind: 'age', subject, min: { value: length === 0 ? 0 : -length, inclusive: true }, max: zero };
  return { kind: 'age', subject, min: { value: length, inclusive: false }, max: null };
}

/** A duration inside a test, in ms. */
export function readDuration(reading: Reading, at: Cursor): number | undefined {
  const { data } = at;
  const length = typeof data === 'string' ? parseDuration(data) : undefined;
  if (length === undefined) reading.context.report('bad-duration', at.span, { got: show(data) });
  return length;
}
