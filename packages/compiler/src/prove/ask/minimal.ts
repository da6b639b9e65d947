import type { Agreement, LeadInput } from '../../ir/types.ts';
import { day } from '../../time/duration.ts';
import { type Case, replay } from './replay.ts';

/** The lead without all that can be left out: what still holds then is what matters. */
export function minimal(agreement: Agreement, found: Case, holds: (found: Case) => boolean): Case {
  const required = new Set(agreement.fields.filter((field) => field.required).map(({ id }) => id));
  const fixed = new Set(['id', 'created_at', 'events', ...required]);
  const fields = Object.keys(found.input).filter((key) => !fixed.has(key));
  const without = fields.reduce(
    (lead, key) => keep(agreement, lead, dropField(lead.input, key), holds),
    found,
  );
  let left = keep(agreement, without, createdFirst(without), holds);
  for (let at = (left.input.events?.length ?? 0) - 1; at >= 0; at -= 1) {
    left = keep(agreement, left, dropEvent(left.input, at), holds);
  }
  return left;
}

/** Created a day before anything happened, as people expect. */
function createdFirst({ input, lead, asOf }: Case): LeadInput {
  const first = Math.min(asOf, ...lead.events.map(({ at }) => at));
  return lead.created_at < first ? input : { ...input, created_at: new Date(first - day).toISOString() };
}

function keep(agreement: Agreement, before: Case, input: LeadInput, holds: (found: Case) => boolean): Case {
  const after = replay(agreement, input, before.asOf);
  return after && holds(after) ? after : before;
}

function dropField(input: LeadInput, key: string): LeadInput {
  const { [key]: _, ...rest } = input;
  return rest as LeadInput;
}

function dropEvent(input: LeadInput, at: number): LeadInput {
  return { ...input, events: (input.events ?? []).toSpliced(at, 1) };
}
