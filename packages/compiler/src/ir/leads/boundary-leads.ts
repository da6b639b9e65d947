import { evaluate } from '../evaluate.ts';
import { readLead } from '../read-lead.ts';
import type { Agreement, Condition, Decision, EventInput, LeadInput, Rule, Transition } from '../types.ts';
import {
  bring,
  bringAll,
  eventFor,
  fieldOf,
  plainLead,
  withEvents,
  withField,
  withoutEvents,
} from './draft.ts';
import type { World } from './draft.ts';
import type { LeadCase } from './random-lead.ts';
import { decisiveTests, rootsOf, turningPoints } from './tests.ts';
import type { Root, Test } from './tests.ts';
import { usualValues, valueFor, valuesAround } from './values.ts';

const day = 86_400_000;
const beside = [-1, 0, 1];

/** More events than this are not made to reach a count. */
const mostCounted = 100;

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
  for (const { rules } of agreement.scores) {
    for (const rule of rules) yield* at(asOf, leadsOfRule(world, rule));
  }
  for (const transition of agreement.transitions) yield* at(asOf, leadsOfTransition(world, transition));
  yield* casesOfPromises(world);
  for (const edge of turningPoints(agreement).flatMap((point) => [point - 1, point])) {
    const then = { agreement, asOf: edge };
    yield { input: plainLead(then), asOf: edge };
    for (const root of rootsOf(agreement).filter(({ on }) => on.length === 0)) {
      const base = beforeRoot(then, root, root.stages[0] ?? null);
      yield { input: bring(then, base, root.condition), asOf: edge };
    }
  }
}

function* at(asOf: number, inputs: Iterable<LeadInput>): Generator<LeadCase> {
  for (const input of inputs) yield { input, asOf };
}

function* leadsOfRoot(world: World, root: Root): Generator<LeadInput> {
  const { condition, on, stages } = root;
  for (const name of on) yield* leadsOfWhere(world, plainLead(world), name, condition);
  if (on.length > 0) return;
  for (const stage of stages.length > 0 ? stages : [null]) {
    const base = beforeRoot(world, root, stage);
    for (const { test, others } of decisiveTests(condition)) {
      yield* leadsOfTest(world, bringAll(world, base, others), test);
    }
  }
}

/** A lead in this stage for which none of the rows before holds. */
function beforeRoot(world: World, { before }: Root, stage: string | null): LeadInput {
  const plain = plainLead(world);
  const there = stage === null ? plain : recorded(world, plain, stage, world.asOf - day);
  return before.reduce((lead, condition) => bring(world, lead, condition, false), there);
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
  const name = events[0] ?? '';
  const many = (count: number): EventInput[] =>
    Array.from({ length: count }, (_, index) => eventFor(world, name, asOf - 2 - index, where));
  const edges = [min ?? 0, max ?? 0].flatMap((edge) => beside.map((step) => edge + step));
  const counts = new Set(edges.filter((count) => count >= 0 && count <= mostCounted));
  for (const count of counts) yield withEvents(others, many(count));
  const fill = many(Math.min(Math.max((min ?? max ?? 1) - 1, 0), mostCounted));
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
    if (where !== null) yield* leadsOfWhere(world, base, events[0] ?? '', where, moment);
  }
}

function* leadsOfWhere(
  world: World,
  base: LeadInput,
  name: string,
  where: Condition,
  moment: number = world.asOf - 1,
): Generator<LeadInput> {
  const fields = world.agreement.events.find(({ id }) => id === name)?.properties ?? [];
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

function* leadsOfRule(world: World, rule: Rule): Generator<LeadInput> {
  const { asOf } = world;
  const base = bring(world, plainLead(world), rule.when);
  if (rule.kind === 'lead_rule') yield base;
  if (rule.kind === 'idle_rule') {
    for (const spans of [0, 1, 2]) {
      for (const step of beside) {
        const moment = asOf - spans * rule.every_ms + step;
        yield { ...base, created_at: moment };
        const long = { ...base, created_at: asOf - 10 * rule.every_ms };
        for (const name of rule.without) yield withEvents(long, [eventFor(world, name, moment)]);
      }
    }
  }
  if (rule.kind !== 'event_rule') return;
  const event = (moment: number): EventInput => eventFor(world, rule.on[0] ?? '', moment, rule.where);
  for (const age of agesOf(rule.fades)) {
    for (const step of beside) yield withEvents(base, [event(asOf - age + step)]);
  }
  if (rule.at_most === null) return;
  const { count, per_ms: per } = rule.at_most;
  const many = Math.min(count + 1, mostCounted);
  for (const gap of per === null ? [1] : beside.map((step) => Math.ceil(per / count) + step)) {
    yield withEvents(
      base,
      Array.from({ length: 2 * many }, (_, index) => event(asOf - index * gap)),
    );
  }
  for (const step of per === null ? [] : beside) {
    const together = Array.from({ length: many - 1 }, () => event(asOf - (per ?? 0) + step));
    yield withEvents(base, [...together, event(asOf)]);
  }
}

/** Where the points of an event change with its age. */
function agesOf(fade: Extract<Rule, { kind: 'event_rule' }>['fades']): readonly number[] {
  switch (fade?.kind) {
    case 'half_life': {
      const end = fade.factors.length;
      const days = [0, 1, 2, fade.half_life_days, 2 * fade.half_life_days, end - 1, end];
      return [...new Set(days)].map((count) => count * day);
    }
    case 'expires':
      return [0, fade.after_ms];
    case 'lose':
      return [0, 1, 2, 3, 100].map((count) => count * fade.every_ms);
    case undefined:
      return [0];
  }
}

function* leadsOfTransition(world: World, transition: Transition): Generator<LeadInput> {
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
    if (transition.after_ms === null) continue;
    for (const edge of beside.map((step) => asOf - (transition.after_ms ?? 0) + step)) {
      yield recorded(world, base, stage, edge);
      const long = recorded(world, base, stage, edge - 400 * day);
      for (const name of transition.without) yield withEvents(long, [eventFor(world, name, edge)]);
    }
  }
}

function recorded(world: World, lead: LeadInput, stage: string, moment: number): LeadInput {
  const entries = world.agreement.events.filter(({ enters }) => enters !== null).map(({ id }) => id);
  return withEvents(withoutEvents(lead, entries), [eventFor(world, `entered_${stage}`, moment)]);
}

/** Each promise's clock started, and then looked at, stopped, paused, restarted at the instants that it names. */
function* casesOfPromises(world: World): Generator<LeadCase> {
  for (const promise of world.agreement.promises) {
    if (promise.kind !== 'clock' && promise.kind !== 'attempts') continue;
    const others =
      promise.kind === 'clock' ? [...promise.restarts, ...promise.pauses.flatMap(pairOf)] : promise.of;
    const enders = [...promise.stops, ...others];
    for (const start of promise.starts) {
      for (const ago of [0, 1, 6 * 3_600_000, day, 3 * day]) {
        const moment = world.asOf - ago;
        const base = bring(world, plainLead(world), promise.when);
        const nearly = promise.kind === 'attempts' ? promise.at_least - 1 : 0;
        const attempts = Array.from({ length: nearly }, () => eventFor(world, others[0] ?? '', moment));
        const started = withEvents(base, [eventFor(world, start, moment), ...attempts]);
        for (const instant of instantsOf(world, started, promise.id)) {
          yield* casesAround(world, started, enders, instant);
        }
      }
    }
  }
}

function pairOf({ from, until }: { from: readonly string[]; until: readonly string[] }): readonly string[] {
  return [...from, ...until];
}

function* casesAround(
  world: World,
  lead: LeadInput,
  names: readonly string[],
  instant: number,
): Generator<LeadCase> {
  for (const step of beside) {
    yield { input: lead, asOf: instant + step };
    for (const name of names) {
      const input = withEvents(lead, [eventFor(world, name, instant + step)]);
      yield { input, asOf: instant + 2 };
    }
  }
  const all = names.map((name, index) => eventFor(world, name, instant - 2 * index));
  yield { input: withEvents(lead, all), asOf: instant + day };
}

/** The start, reminder, deadline and escalations that the reference tells of. */
function instantsOf({ agreement, asOf }: World, input: LeadInput, id: string): readonly number[] {
  const reading = readLead(agreement, input);
  const decision: Decision | undefined =
    'lead' in reading ? evaluate(agreement, reading.lead, { asOf }) : undefined;
  const status = decision?.promises.find((promise) => promise.id === id);
  if (status === undefined) return [];
  const { started_at, remind_at, due_at, escalations } = status;
  const instants = [started_at, remind_at, due_at, ...escalations.map(({ at }) => at)];
  return [...new Set(instants.filter((instant) => instant !== null))];
}
