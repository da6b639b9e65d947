import { firstOf, foundIn } from '../../found.ts';
import type { Agreement, Condition, EventInput, LeadInput, Transition } from '../types.ts';
import {
  bring,
  bringAll,
  eventFor,
  fieldOf,
  plainLead,
  mostCounted,
  withEvents,
  withField,
  withoutEvents,
  bringAround,
  recorded,
} from './draft.ts';
import type { World } from './draft.ts';
import { casesOfPromises } from './promise-cases.ts';
import type { LeadCase } from './random-lead.ts';
import { leadsOfBands, leadsOfRule } from './rule-leads.ts';
import { decisiveTests, rootsOf, turningPoints } from './tests.ts';
import type { Root, Test } from './tests.ts';
import { usualValues, valueFor, valuesAround } from './values.ts';

const day = 86_400_000;
const beside = [-1, 0, 1];

/**
 * Leads on both sides of every edge that an agreement has: of each test, with all else in its condition such that
 * this test decides; of at most, fades and idle spans; of each transition; of each deadline, reminder and escalation;
 * and each condition at every moment at which something comes into force. All leads are such as the agreement takes.
 *
 * ```ts
 * for (const { input, asOf } of boundaryLeads(agreement, Date.UTC(2026, 10, 24))) compare(input, asOf);
 * ```
 */
export function* boundaryLeads(agreement: Agreement, asOf: number): Generator<LeadCase> {
  const world = { agreement, asOf };
  for (const root of rootsOf(agreement)) yield* at(asOf, leadsOfRoot(world, root));
  for (const score of agreement.scores) {
    for (const rule of score.rules) yield* at(asOf, leadsOfRule(world, score, rule));
  }
  yield* at(asOf, leadsOfBands(world));
  for (const transition of agreement.transitions) yield* at(asOf, leadsOfTransition(world, transition));
  yield* casesOfPromises(world);
  for (const edge of turningPoints(agreement).flatMap((point) => [point - 1, point])) {
    const then = { agreement, asOf: edge };
    yield { input: plainLead(then), asOf: edge };
    for (const root of rootsOf(agreement).filter(({ on }) => on.length === 0)) {
      const base = bringAround(then, plainLead(then), root, root.stages[0] ?? null);
      yield { input: bring(then, base, root.condition), asOf: edge };
    }
  }
}

function* at(asOf: number, inputs: Iterable<LeadInput>): Generator<LeadCase> {
  for (const input of inputs) yield { input, asOf };
}

export function* leadsOfRoot(world: World, root: Root): Generator<LeadInput> {
  const { condition, on, stages } = root;
  for (const name of on) yield* leadsOfWhere(world, plainLead(world), name, condition);
  if (on.length > 0) return;
  for (const stage of stages.length > 0 ? stages : [null]) {
    const base = bringAround(world, plainLead(world), root, stage);
    for (const { test, others } of decisiveTests(condition)) {
      yield* leadsOfTest(world, bringAll(world, base, others), test);
    }
  }
}

function* leadsOfTest(world: World, base: LeadInput, test: Test): Generator<LeadInput> {
  const field = fieldOf(world.agreement.fields, test);
  if (field !== undefined) {
    const values = [...valuesAround(field, test, world.asOf), ...usualValues(field, world.asOf)];
    for (const value of values) yield withField(base, field.id, value);
    if (!field.required) yield withField(base, field.id, null);
  } else if (test.kind === 'event') {
    yield* leadsOfCount(world, base, test);
  } else if (test.kind === 'event_age') {
    const edge = world.asOf - test.older_than_ms;
    yield* leadsOfMoments(world, withoutEvents(base, test.events), test, [edge - 1, edge, edge + 1]);
  } else if ('subject' in test && test.subject.kind === 'stage') {
    for (const { id } of world.agreement.stages) yield recorded(world, base, id, world.asOf - day);
  } else {
    for (const want of [true, false]) yield bringAll(world, base, [{ test, want }]);
  }
}

/** So many events as the count's edges ask for; one at each edge of the window; one around what it counts since. */
function* leadsOfCount(
  world: World,
  base: LeadInput,
  test: Extract<Test, { kind: 'event' }>,
): Generator<LeadInput> {
  const { asOf } = world;
  const { events, where, min, max, within_ms: within } = test;
  const others = withoutEvents(base, events);
  const name = firstOf(events);
  const many = (count: number): EventInput[] =>
    Array.from({ length: count }, (_, index) => eventFor(world, name, asOf - 2 - index, where));
  const edges = [min ?? 0, max ?? 0].flatMap((edge) => beside.map((step) => edge + step));
  const counts = new Set(edges.filter((count) => count >= 0 && count <= mostCounted));
  for (const count of counts) yield withEvents(others, many(count));
  const fill = many(Math.min(Math.max((min ?? Number(max)) - 1, 0), mostCounted));
  const oldest = within === null ? [] : [asOf - within];
  const moments = [asOf, ...oldest].flatMap((edge) => beside.map((step) => edge + step));
  yield* leadsOfMoments(world, withEvents(others, fill), test, moments);
}

/** One matching event at each moment; and around each thing that it is counted since. */
function* leadsOfMoments(
  world: World,
  base: LeadInput,
  { events, since, where }: Extract<Test, { kind: 'event' | 'event_age' }>,
  moments: readonly number[],
): Generator<LeadInput> {
  for (const moment of moments) {
    for (const name of events) {
      const lead = withEvents(base, [eventFor(world, name, moment, where)]);
      yield lead;
      for (const start of since) {
        for (const step of beside) yield withEvents(lead, [eventFor(world, start, moment + step)]);
      }
    }
    if (where !== null) yield* leadsOfWhere(world, base, firstOf(events), where, moment);
  }
}

function* leadsOfWhere(
  world: World,
  base: LeadInput,
  name: string,
  where: Condition,
  moment: number = world.asOf - 1,
): Generator<LeadInput> {
  const fields = foundIn(world.agreement.events, name).properties;
  for (const { test, others } of decisiveTests(where)) {
    const field = fieldOf(fields, test);
    if (field === undefined) continue;
    const event = eventFor(world, name, moment);
    const set = Object.fromEntries(
      others.flatMap(({ test, want }) => {
        const other = fieldOf(fields, test);
        return other === undefined ? [] : [[other.id, valueFor(other, test, want, world.asOf)]];
      }),
    );
    const missing = field.required ? [] : [null];
    for (const value of [...valuesAround(field, test, world.asOf), ...missing]) {
      yield withEvents(base, [{ ...event, properties: { ...event.properties, ...set, [field.id]: value } }]);
    }
  }
}

export function* leadsOfTransition(world: World, transition: Transition): Generator<LeadInput> {
  const { asOf } = world;
  const base = bring(world, plainLead(world), transition.when);
  for (const stage of transition.from) {
    const entered = asOf - day;
    const there = recorded(world, base, stage, entered);
    yield there;
    for (const name of transition.on) {
      for (const moment of [entered - 1, entered, entered + 1, asOf, asOf + 1]) {
        yield withEvents(there, [eventFor(world, name, moment, transition.where)]);
      }
    }
    const { after_ms: after } = transition;
    if (after === null) continue;
    for (const edge of beside.map((step) => asOf - after + step)) {
      yield recorded(world, base, stage, edge);
      const long = recorded(world, base, stage, edge - 400 * day);
      for (const name of transition.without) yield withEvents(long, [eventFor(world, name, edge)]);
    }
  }
}
