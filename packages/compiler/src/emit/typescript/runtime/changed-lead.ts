import { compareEvents } from './sort-events.ts';
import type { Change, LeadEvent } from './types.ts';

/** What a search needs to see of a lead. */
export interface Changing {
  readonly events: readonly LeadEvent[];
  readonly moments: Float64Array;
  readonly codes: Uint16Array;
}

/** A field that may change: to options or flags; or to numbers, each the first of those for which the rules do the same. */
export interface FieldSlot {
  readonly field: string;
  readonly values: readonly (string | number | boolean)[];
  /** Options of which each does what the first one does. */
  readonly others?: readonly (string | number | boolean)[];
  /** It holds a list, and gets one of the values more. */
  readonly many?: boolean;
}

/** An event that may happen, with these properties; of those that somebody asks about with each of their values. */
export interface EventSlot {
  readonly event: string;
  readonly plain?: object;
  readonly values?: Readonly<Record<string, readonly unknown[]>>;
  /** Nobody tells other values apart than these. */
  readonly isWhole?: boolean;
}

export function holdsNumbers({ values }: FieldSlot): boolean {
  return typeof values[0] === 'number';
}

/** What a field may change to; a number stands for all up to the next, the first of the others for all of them. */
export function othersOf(lead: object, slot: FieldSlot): FieldSlot['values'] {
  const now = fieldNow(lead, slot);
  if (typeof now === 'number') return slot.values.filter((_, at) => at !== pieceOf(slot, now));
  const values = [...slot.values, ...(slot.others ?? []).slice(0, 1)];
  return values.filter((value) => (Array.isArray(now) ? !now.includes(value) : value !== now));
}

export function pieceOf({ values }: FieldSlot, now: number): number {
  return values.filter((value) => (value as number) <= now).length - 1;
}

export function fieldNow(lead: object, { field }: FieldSlot): unknown {
  return (lead as Readonly<Record<string, unknown>>)[field];
}

export function withValue<L extends object>(lead: L, slot: FieldSlot, value: string | number | boolean): L {
  const now = fieldNow(lead, slot);
  return { ...lead, [slot.field]: slot.many ? [...(Array.isArray(now) ? now : []), value] : value };
}

/** The lead with more events, each in its place. */
export function withEvents<L extends Changing>(lead: L, more: readonly LeadEvent[]): L {
  const events = [...lead.events];
  for (const event of more) {
    let index = events.length;
    while (index > 0 && compareEvents(events[index - 1] as LeadEvent, event) > 0) index--;
    events.splice(index, 0, event);
  }
  const moments = new Float64Array(events.length);
  const codes = new Uint16Array(events.length);
  for (const [index, { at, code }] of events.entries()) {
    moments[index] = at;
    codes[index] = code;
  }
  return { ...lead, events, moments, codes };
}

export function eventChange({ event }: EventSlot, properties: object, times: number): Change {
  return { kind: 'event', event, properties, times } as Change;
}

export function optionChange({ field, many, others = [] }: FieldSlot, values: FieldSlot['values']): Change {
  const one_of = values.flatMap((value) => (value === others[0] ? others : [value]));
  return { kind: many ? 'option' : 'value', field, one_of } as Change;
}

/** From where one piece begins, if it is not the first, to where another one does. */
export function rangeChange({ field, values }: FieldSlot, from: number, to: number): Change {
  const at_least = from === 0 ? null : values[from];
  return { kind: 'number', field, at_least, below: values[to] ?? null } as Change;
}
