import { didYouMean } from '../diagnostics/suggest.ts';
import { readValue } from './read-value.ts';
import type { LeadProblem, Reading } from './read-value.ts';
import type { Field, FieldValue } from './types.ts';

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a JSON value is an object, not a list and not `null`. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own entry; `undefined` if there is none, whatever the object inherits. */
export function entryOf(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The value of a reading; if there is none, the problem is noted. */
export function take<T>(reading: Reading<T>, at: string, problems: LeadProblem[]): T | undefined {
  if ('value' in reading) return reading.value;
  problems.push({ at, message: reading.wrong });
  return undefined;
}

/** The values of all fields, in the order of the fields; each has its key. */
export function readFields(
  fields: readonly Field[],
  record: JsonRecord,
  path: string,
  problems: LeadProblem[],
): Readonly<Record<string, FieldValue>> {
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const reading = readValue(field, entryOf(record, field.id));
    const isRead = 'value' in reading;
    values[field.id] = isRead ? reading.value : null;
    if (!isRead) problems.push({ at: `${path}${field.id}`, message: reading.wrong });
  }
  return values;
}

/** The keys that what has these fields may have, beside others that it always may have; found once for each list of fields. */
export function keysBeside(...others: string[]): (fields: readonly Field[]) => ReadonlySet<string> {
  const known = new WeakMap<readonly Field[], ReadonlySet<string>>();
  return (fields) => {
    const keys = known.get(fields) ?? new Set([...others, ...fields.map(({ id }) => id)]);
    known.set(fields, keys);
    return keys;
  };
}

/** Notes each key that nobody knows. */
export function refuseUnknownKeys(
  record: JsonRecord,
  known: ReadonlySet<string>,
  path: string,
  problems: LeadProblem[],
): void {
  for (const key of Object.keys(record)) {
    if (known.has(key)) continue;
    const hint = didYouMean(key, [...known]);
    const message = 'is not in the agreement';
    problems.push({ at: `${path}${key}`, message: hint === undefined ? message : `${message}. ${hint}` });
  }
}
