import { firstOf } from '../../found.ts';
import type { EventInput, EventRule, IdleRule, LeadInput, Rule, Score } from '../types.ts';
import { bring, eventFor, mostCounted, plainLead, raise, withEvents } from './draft.ts';
import type { World } from './draft.ts';
import { whensAround } from './tests.ts';

const day = 86_400_000;
const beside = [-1, 0, 1];

/** Leads at the edges of at most, of fades, of idle spans. */
export function* leadsOfRule(world: World, score: Score, rule: Rule): Generator<LeadInput> {
  const whens = [...whensAround(score, rule), rule.when];
  const base = whens.reduce((lead, when) => bring(world, lead, when), plainLead(world));
  switch (rule.kind) {
    case 'lead_rule':
      yield base;
      return;
    case 'event_rule':
      yield* leadsOfEvents(world, base, rule);
      return;
    case 'idle_rule':
      yield* leadsOfIdling(world, base, rule);
  }
}

function* leadsOfIdling(world: World, base: LeadInput, rule: IdleRule): Generator<LeadInput> {
  const long = { ...base, created_at: world.asOf - 10 * rule.every_ms };
  for (const spans of [0, 1, 2]) {
    for (const step of beside) {
      const moment = world.asOf - spans * rule.every_ms + step;
      yield { ...base, created_at: moment };
      for (const name of rule.without) yield withEvents(long, [eventFor(world, name, moment)]);
    }
  }
}

function* leadsOfEvents(world: World, base: LeadInput, rule: EventRule): Generator<LeadInput> {
  const { asOf } = world;
  const event = (moment: number): EventInput => eventFor(world, firstOf(rule.on), moment, rule.where);
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
  for (const moment of per === null ? [] : beside.map((step) => asOf - per + step)) {
    yield withEvents(base, [...Array.from({ length: many - 1 }, () => event(moment)), event(asOf)]);
  }
}

/** Where the points of an event change with its age. */
function agesOf(fade: EventRule['fades']): readonly number[] {
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

/** Scores with bands, raised rule by rule, each pair of them together. */
export function* leadsOfBands(world: World): Generator<LeadInput> {
  const banded = world.agreement.scores.filter(({ bands, sum }) => bands.length > 0 && sum.length === 0);
  for (const [index, one] of banded.entries()) {
    for (const other of banded.slice(index)) {
      for (const few of stepsTo(one.rules.length)) {
        const lead = raise(world, plainLead(world), one.id, few);
        for (const many of stepsTo(other.rules.length)) yield raise(world, lead, other.id, many);
      }
    }
  }
}

/** Some numbers from 0 to the count. */
function stepsTo(count: number): readonly number[] {
  const steps = Math.min(count, 12);
  return Array.from({ length: steps + 1 }, (_, step) => Math.round((step * count) / Math.max(steps, 1)));
}
