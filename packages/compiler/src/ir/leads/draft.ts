import { firstOf, foundIn } from '../../found.ts';
import type { Agreement, Condition, EventInput, Field, LeadInput } from '../types.ts';
import { oneWay } from './tests.ts';
import type { Root, Test, Wanted } from './tests.ts';
import { createdAt, subjectOf, usualValues, valueFor } from './values.ts';

/** What leads are made for. */
export interface World {
  readonly agreement: Agreement;
  readonly asOf: number;
}

const day = 86_400_000;

/** More events than this are not made to reach a count. */
export const mostCounted = 100;

/** The least that the agreement takes: what is required, and no event. */
export function plainLead({ agreement, asOf }: World): LeadInput {
  const required = agreement.fields.filter((field) => field.required);
  const fields = required.map((field) => [field.id, usualValues(field, asOf)[0]]);
  return { id: 'lead', created_at: asOf - 10 * day, ...Object.fromEntries(fields) };
}

/** The lead with a value for a field. */
export function withField(lead: LeadInput, id: string, value: unknown): LeadInput {
  return { ...lead, [id]: value };
}

/** The lead with more events. */
export function withEvents(lead: LeadInput, events: readonly EventInput[]): LeadInput {
  return { ...lead, events: [...(lead.events ?? []), ...events] };
}

/** The lead without events of these names. */
export function withoutEvents(lead: LeadInput, names: readonly string[]): LeadInput {
  return { ...lead, events: (lead.events ?? []).filter(({ event }) => !names.includes(event)) };
}

/** The lead changed until a condition comes out as wanted, as far as one way leads there. */
export function bring(world: World, lead: LeadInput, condition: Condition | null, want = true): LeadInput {
  return condition === null ? lead : bringAll(world, lead, oneWay(condition, want));
}

/** The lead in this stage, changed until all around a condition holds, and none of the rows before it. */
export function bringAround(
  world: World,
  lead: LeadInput,
  { before, within }: Root,
  stage: string | null,
): LeadInput {
  const there = stage === null ? lead : recorded(world, lead, stage, world.asOf - day);
  const inside = within.reduce((lead, condition) => bring(world, lead, condition), there);
  return before.reduce((lead, condition) => bring(world, lead, condition, false), inside);
}

/** The lead recorded in a stage since then, and in no other before. */
export function recorded(world: World, lead: LeadInput, stage: string, moment: number): LeadInput {
  const entries = world.agreement.events.filter(({ enters }) => enters !== null).map(({ id }) => id);
  return withEvents(withoutEvents(lead, entries), [eventFor(world, `entered_${stage}`, moment)]);
}

/** The lead changed for one test after the other. */
export function bringAll(world: World, lead: LeadInput, wanted: readonly Wanted[]): LeadInput {
  return wanted.reduce((lead, one) => bringOne(world, lead, one), lead);
}

/** An event with what is required of it, and with properties for which `where` holds. */
export function eventFor(
  { agreement, asOf }: World,
  name: string,
  at: number,
  where: Condition | null = null,
): EventInput {
  const fields = foundIn(agreement.events, name).properties;
  const required = fields.filter((field) => field.required);
  const values: Record<string, unknown> = {};
  for (const field of required) values[field.id] = usualValues(field, asOf)[0];
  for (const { test, want } of where === null ? [] : oneWay(where, true)) {
    const field = fieldOf(fields, test);
    if (field !== undefined) values[field.id] = valueFor(field, test, want, asOf);
  }
  return { event: name, at, properties: values };
}

/** The field or property that a test asks about. */
export function fieldOf(fields: readonly Field[], test: Test): Field | undefined {
  const subject = subjectOf(test);
  if (subject?.kind !== 'field' && subject?.kind !== 'property') return undefined;
  return [createdAt, ...fields].find(({ id }) => id === subject.id);
}

function bringOne(world: World, lead: LeadInput, { test, want }: Wanted): LeadInput {
  const { agreement, asOf } = world;
  if (test.kind === 'event') return bringCount(world, lead, test, want);
  if (test.kind === 'event_age') {
    const others = withoutEvents(lead, test.events);
    const at = asOf - test.older_than_ms - (want ? 1 : 0);
    return withEvents(others, [eventFor(world, firstOf(test.events), at, test.where)]);
  }
  const field = fieldOf(agreement.fields, test);
  if (field !== undefined) return withField(lead, field.id, valueFor(field, test, want, asOf));
  return want ? bringJudgement(world, lead, test) : lead;
}

function bringCount(
  world: World,
  lead: LeadInput,
  { events, min, max, where, within_ms: within }: Extract<Test, { kind: 'event' }>,
  want: boolean,
): LeadInput {
  const outside = min !== null && min > 0 ? min - 1 : (max ?? 0) + 1;
  const count = want ? (min ?? 0) : outside;
  const fresh = Array.from({ length: Math.min(count, 60) }, (_, index) =>
    eventFor(world, events[index % events.length] as string, world.asOf - index, where),
  );
  if (count === 0 && within !== null)
    return { ...lead, events: movedBefore(lead, events, world.asOf - within) };
  return withEvents(withoutEvents(lead, events), fresh);
}

/** Events of these names moved out of a window that begins then. */
function movedBefore(lead: LeadInput, names: readonly string[], start: number): readonly EventInput[] {
  return (lead.events ?? []).map((event) =>
    names.includes(event.event) ? { ...event, at: start - 1 } : event,
  );
}

/** A stage is recorded; for a persona, a grade, a high score the lead gets what brings it. */
function bringJudgement(world: World, lead: LeadInput, test: Test): LeadInput {
  const { agreement, asOf } = world;
  const subject = subjectOf(test);
  const options = test.kind === 'choice' ? test.options : [];
  switch (subject?.kind) {
    case 'stage':
      return withEvents(lead, [eventFor(world, `entered_${options[0]}`, asOf - day)]);
    case 'persona': {
      const persona = agreement.personas.find(({ id }) => options.includes(id));
      return bring(world, lead, persona?.when ?? null);
    }
    case 'grade': {
      const row = agreement.grades?.rows.find(({ grade }) => options.includes(grade));
      return bring(world, lead, row?.when ?? null);
    }
    case 'score':
      return asksForMuch(agreement, test, subject.id) ? raise(world, lead, subject.id) : lead;
    default:
      return lead;
  }
}

/** Whether a test of a score wants it, or its band, to be at least something. */
function asksForMuch({ scores }: Agreement, test: Test, id: string): boolean {
  if (test.kind === 'number') return test.min !== null;
  const band = scores.find((score) => score.id === id)?.bands.find(({ id }) => isOption(test, id));
  return band !== undefined && band.min !== null;
}

function isOption(test: Test, id: string): boolean {
  return test.kind === 'choice' && test.options.includes(id);
}

/** The lead with what gives points in a score: all of it, or by its first rules. */
export function raise(world: World, lead: LeadInput, id: string, rules: number = Infinity): LeadInput {
  const score = foundIn(world.agreement.scores, id);
  const summed = score.sum.reduce((lead, part) => raise(world, lead, part), lead);
  return score.rules
    .filter((rule) => rule.points > 0 && rule.kind !== 'idle_rule')
    .slice(0, rules)
    .reduce((lead, rule) => {
      const met = bring(world, lead, rule.when);
      if (rule.kind !== 'event_rule') return met;
      return withEvents(met, [eventFor(world, firstOf(rule.on), world.asOf, rule.where)]);
    }, summed);
}
