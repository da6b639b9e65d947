import type { Context } from '../../src/ir/context.ts';
import { evaluateWithContexts } from '../../src/ir/evaluate.ts';
import { readLead } from '../../src/ir/read-lead.ts';
import type { Agreement, Explanation, EventInput, EventType, Lead, LeadInput } from '../../src/ir/types.ts';
import { day, hour, now } from '../ir/agreements.ts';
import { constantsOf, valuesOf } from './constants.ts';
import { type Draw, drawFrom } from './draw.ts';

/** A lead that the reference decided. */
export interface Decided {
  readonly input: LeadInput;
  readonly lead: Lead;
  readonly asOf: number;
  readonly decision: Explanation;
  readonly recorded: Context;
  readonly final: Context;
}

/**
 * So many leads of an agreement, made of values at and beside every edge that it names: in its fields, in the ages of
 * up to four events, in the moments of decision. The same ones for the same seed.
 */
export function enumerateLeads(
  agreement: Agreement,
  { count, seed }: { count: number; seed: number },
): Decided[] {
  return [...drawLeads(agreement, { count, seed })].map((point) => decide(agreement, point));
}

/** The same leads as they come in, and when they are decided. */
export function* drawLeads(
  agreement: Agreement,
  { count, seed }: { count: number; seed: number },
): Generator<Point> {
  const draw = drawFrom(seed);
  const grid = gridOf(agreement);
  for (let index = 0; index < count; index += 1) yield randomPoint(draw, grid);
}

export interface Point {
  readonly input: LeadInput;
  readonly asOf: number;
}

/** What the reference decides; it must take the lead. */
export function decide(agreement: Agreement, { input, asOf }: Point): Decided {
  const reading = readLead(agreement, input);
  if (!('lead' in reading)) throw new Error(JSON.stringify(reading.problems));
  const { decision, recorded, moved } = evaluateWithContexts(agreement, reading.lead, { asOf });
  const outcome = { becomes: decision.moves.map(({ to }) => to), queue: decision.route?.queue ?? null };
  return { input, lead: reading.lead, asOf, decision, recorded, final: { ...moved, outcome } };
}

interface Grid {
  readonly moments: readonly number[];
  readonly ages: readonly number[];
  readonly created: (asOf: number) => readonly unknown[];
  readonly fields: readonly { readonly id: string; readonly values: (asOf: number) => readonly unknown[] }[];
  /** Events that enter a stage, and all others. */
  readonly entries: readonly Kind[];
  readonly others: readonly Kind[];
}

interface Kind {
  readonly type: EventType;
  readonly properties: readonly (readonly [string, readonly unknown[]])[];
}

function gridOf(agreement: Agreement): Grid {
  const constants = constantsOf(agreement);
  const terms = constants.terms.flatMap((edge) => [edge - 1, edge]);
  const dated = constants.moments.flatMap((moment) => [
    moment,
    moment + day,
    ...constants.durations.slice(0, 2).map((age) => moment + age),
  ]);
  const start = Date.UTC(2026, 9, 1);
  const end = Date.UTC(2027, 3, 1);
  const moments = [...terms, ...terms, ...dated, start, now, now + 14 * hour, end - 1];
  const spans = constants.durations.flatMap((length) => [length - 1, length, length + 1]);
  const events = agreement.events.map((type) => ({
    type,
    properties: type.properties.map((property) => [property.id, valuesOf(property, constants)(now)] as const),
  }));
  return {
    moments: moments.filter((moment) => start <= moment && moment < end),
    ages: [0, hour, hour, 2 * hour, ...spans, ...spans, 80 * day],
    created: byMoment(valuesOf({ id: 'created_at', type: 'moment', required: true }, constants)),
    fields: agreement.fields.map((field) => ({ id: field.id, values: byMoment(valuesOf(field, constants)) })),
    entries: events.filter(({ type }) => type.enters !== null),
    others: events.filter(({ type }) => type.enters === null),
  };
}

/** Moments are few, and leads many. */
function byMoment(values: (asOf: number) => readonly unknown[]): (asOf: number) => readonly unknown[] {
  const known = new Map<number, readonly unknown[]>();
  return (asOf) => {
    const made = known.get(asOf) ?? values(asOf);
    known.set(asOf, made);
    return made;
  };
}

function randomPoint(draw: Draw, grid: Grid): Point {
  const asOf = draw.pick(grid.moments);
  const fields = grid.fields.map(({ id, values }) => [id, draw.pick(values(asOf))] as const);
  const { entries, others } = grid;
  const events = [
    ...draw.times(draw.pick([0, 1, 1, 2]), () => randomEvent(draw, grid, asOf, draw.pick(entries))),
    ...draw.times(draw.pick([0, 1, 1, 2, 3]), () => randomEvent(draw, grid, asOf, draw.pick(others))),
  ];
  const created_at = Number(draw.pick(grid.created(asOf)));
  return { input: { id: 'one', created_at, ...Object.fromEntries(fields), events }, asOf };
}

function randomEvent(draw: Draw, { ages }: Grid, asOf: number, { type, properties }: Kind): EventInput {
  const values = Object.fromEntries(properties.map(([id, all]) => [id, draw.pick(all)]));
  return { event: type.id, at: asOf - draw.pick(ages), properties: values };
}
