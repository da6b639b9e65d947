import { parseMoment } from './moments.ts';
import { readEvents } from './read-events.ts';
import { entryOf, isRecord, keysBeside, readFields, refuseUnknownKeys, take } from './read-record.ts';
import { momentHint, readText } from './read-value.ts';
import type { LeadProblem } from './read-value.ts';
import type { Agreement, Lead } from './types.ts';

const keysOfLead = keysBeside('id', 'created_at', 'events');

/**
 * Reads a lead from a JSON value and checks it against the agreement; tells all problems at once, in this order:
 * `id`, `created_at`, the fields in the order of the vocabulary, the events as they stand, unknown keys.
 *
 * Absent and `null` are the same everywhere, in fields, properties, ids of events, `properties` and `events`. Texts
 * are kept as they are written. Ids have 1 to 200 characters.
 *
 * ```ts
 * readLead(agreement, { id: '7', created_at: '2026-11-20T10:00Z', employes: 12 });
 * // { problems: [{ at: 'employes', message: 'is not in the agreement. Did you mean `employees`?' }] }
 * ```
 */
export function readLead(
  agreement: Agreement,
  input: unknown,
): { readonly lead: Lead } | { readonly problems: readonly LeadProblem[] } {
  if (!isRecord(input)) return { problems: [{ at: '', message: 'A lead must be an object' }] };
  const problems: LeadProblem[] = [];
  const id = take(readText(entryOf(input, 'id'), 1, 200), 'id', problems);
  const createdAt = parseMoment(entryOf(input, 'created_at'));
  if (createdAt === undefined) problems.push({ at: 'created_at', message: momentHint });
  const fields = readFields(agreement.fields, input, '', problems);
  const events = readEvents(agreement, entryOf(input, 'events'), problems);
  refuseUnknownKeys(input, keysOfLead(agreement.fields), '', problems);
  if (problems.length > 0 || id === undefined || createdAt === undefined) return { problems };
  return { lead: { id, created_at: createdAt, fields, events } };
}
