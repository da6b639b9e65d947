import type { Agreement, EventInput, LeadInput } from '../../ir/types.ts';
import { type Case, replay } from './replay.ts';

/** How far a lead is from what is wanted: 0 when it is there. */
export type Distance = (found: Case) => number;

/** So many leads are decided on one walk. */
const longest = 400;

/**
 * Walks from a lead towards what is wanted, by one change at a time: a field or an event of another known lead, or one
 * event less. The same walk everywhere; `undefined` if it does not get there.
 */
export function walk(
  agreement: Agreement,
  {
    start,
    known,
    distance,
  }: { readonly start: Case; readonly known: readonly Case[]; readonly distance: Distance },
): Case | undefined {
  const changes = changesOf(partsOf(agreement, known));
  let here = start;
  let left = distance(here);
  let decided = 0;
  for (let moved = true; moved && left > 0;) {
    moved = false;
    for (const change of changes) {
      if (left === 0 || decided === longest) return left === 0 ? here : undefined;
      const input = change(here);
      if (!input) continue;
      decided += 1;
      const next = replay(agreement, input, here.asOf);
      const away = next ? distance(next) : Infinity;
      if (next && away < left) [here, left, moved] = [next, away, true];
    }
  }
  return left === 0 ? here : undefined;
}

interface Parts {
  readonly values: readonly (readonly [field: string, value: unknown])[];
  /** With the time of each as an age. */
  readonly events: readonly (EventInput & { readonly age: number })[];
}

/** What known leads are made of, each once. */
function partsOf({ fields }: Agreement, known: readonly Case[]): Parts {
  const values = known.flatMap(({ input }) =>
    fields.flatMap(({ id }) => (input[id] === undefined ? [] : [[id, input[id]] as const])),
  );
  const events = known.flatMap(({ input, lead, asOf }) =>
    (input.events ?? []).flatMap((event) => {
      const at = typeof event.at === 'number' ? event.at : Date.parse(event.at);
      return event.event.startsWith('entered_') || at > asOf || lead.events.length > 20
        ? []
        : [{ ...event, age: asOf - at }];
    }),
  );
  return {
    values: once(values),
    events: once(events.map(({ id: _id, at: _at, ...event }) => ({ ...event, at: 0 }))),
  };
}

function once<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Each change that is tried; after one that brought the lead nearer, the next goes on from there. */
function changesOf({ values, events }: Parts): ((from: Case) => LeadInput | undefined)[] {
  return [
    ...values.map(
      ([field, value]) =>
        ({ input }: Case) =>
          value === input[field] ? undefined : { ...input, [field]: value },
    ),
    ({ input }) => (input.events?.length ? { ...input, events: input.events.slice(1) } : undefined),
    ({ input }) => (input.events?.length ? { ...input, events: input.events.slice(0, -1) } : undefined),
    ...events.map(({ age, ...event }) => ({ input, asOf }: Case) => ({
      ...input,
      events: [...(input.events ?? []), { ...event, at: asOf - age }],
    })),
  ];
}
