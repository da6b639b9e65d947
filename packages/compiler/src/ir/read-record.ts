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
  const given = readGiven(fields, record);
  if (given) return given;
  const values: Record<string, FieldValue> = {};
  for (const field of fields) {
    const reading = readValue(field, entryOf(record, field.id));
    const isRead = 'value' in reading;
    values[field.id] = isRead ? reading.value : null;
    if (!isRead) problems.push({ at: `${path}${field.id}`, message: reading.wrong });
  }
  return values;
}

/** What is told of a list of fields. */
interface Known {
  readonly byId: ReadonlyMap<string, Field>;
  /** The values of a record that has none. */
  readonly missing: Readonly<Record<string, FieldValue>>;
  readonly required: readonly Field[];
}

const known = new WeakMap<readonly Field[], Known>();

function knownOf(fields: readonly Field[]): Known {
  const before = known.get(fields);
  if (before) return before;
  const made: Known = {
    byId: new Map(fields.map((field) => [field.id, field])),
    missing: Object.fromEntries(fields.map(({ id }) => [id, null])),
    required: fields.filter(({ required }) => required),
  };
  known.set(fields, made);
  return made;
}

/** The same by what is there, since most fields of most records are missing; `undefined` if anything is wrong. */
function readGiven(fields: readonly Field[], record: JsonRecord): Record<string, FieldValue> | undefined {
  const { byId, missing, required } = knownOf(fields);
  if (required.some(({ id }) => (entryOf(record, id) ?? null) === null)) return undefined;
  const values = { ...missing };
  for (const key of Object.keys(record)) {
    const field = byId.get(key);
    const reading = field && readValue(field, record[key]);
    if (reading && 'wrong' in reading) return undefined;
    if (reading) values[key] = reading.value;
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
