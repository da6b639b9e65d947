import { firstOf } from '../found.ts';
import { leadsOfRoot, leadsOfTransition } from '../ir/leads/boundary-leads.ts';
import { bring, eventFor, plainLead, raise, recorded, withEvents } from '../ir/leads/draft.ts';
import type { World } from '../ir/leads/draft.ts';
import { casesOfPromises } from '../ir/leads/promise-cases.ts';
import type { LeadCase } from '../ir/leads/random-lead.ts';
import { leadsOfRule } from '../ir/leads/rule-leads.ts';
import { rootsOf } from '../ir/leads/tests.ts';
import type { Condition, LeadInput, Notice, Rule, Score, Transition } from '../ir/types.ts';
import type { Changed } from './changed.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Leads at the edges of what was changed, in every surrounding in which the change may show. */
export function* candidates(world: World, changed: Changed): Generator<LeadCase> {
  const { rules, transitions, notices, promises } = changed;
  for (const input of candidateLeads(world, changed)) yield { input, asOf: world.asOf };
  for (const { score, rule } of rules) {
    for (const input of leadsOfRules(world, score, rule)) yield { input, asOf: world.asOf };
  }
  for (const transition of transitions) {
    for (const input of leadsOfWays(world, transition)) yield { input, asOf: world.asOf };
  }
  for (const notice of notices) {
    for (const input of leadsOfNotice(world, notice)) yield { input, asOf: world.asOf };
  }
  for (const promise of promises) {
    yield* casesOfPromises({ ...world, agreement: { ...world.agreement, promises: [promise] } });
  }
}

function* candidateLeads(world: World, { conditions, scores, routes }: Changed): Generator<LeadInput> {
  for (const condition of conditions) yield* leadsOfCondition(world, condition);
  for (const score of scores) yield* leadsOfScore(world, score);
  for (const stage of routes) yield recorded(world, plainLead(world), stage, world.asOf - day);
}

function* leadsOfCondition(world: World, condition: Condition): Generator<LeadInput> {
  for (const root of rootsOf(world.agreement)) {
    if (root.condition !== condition) continue;
    yield* leadsOfRoot(world, root);
    yield bring(world, plainLead(world), condition);
  }
}

/** A rule's leads, also beside what else moves its score: other rules lift it over a floor or under a cap. */
function* leadsOfRules(world: World, score: Score, rule: Rule): Generator<LeadInput> {
  const own = [...leadsOfRule(world, score, rule)];
  const around = [rule.when, score.groups.find(({ id }) => id === rule.group)?.when ?? null, score.when];
  const tests = [...rootsOf(world.agreement)].filter(
    ({ condition }) => condition === rule.when || (rule.kind === 'event_rule' && condition === rule.where),
  );
  for (const root of tests) {
    for (const lead of leadsOfRoot(world, root)) {
      own.push(lead);
      own.push(
        around.reduce((lead, when) => (when === root.condition ? lead : bring(world, lead, when)), lead),
      );
    }
  }
  if (rule.kind === 'event_rule') {
    for (const name of rule.on)
      own.push(
        withEvents(own[0] ?? plainLead(world), [eventFor(world, name, world.asOf - hour, rule.where)]),
      );
  }
  yield* own;
  const others = score.rules.filter(({ id, points }) => id !== rule.id && points !== 0);
  const outside = others.filter(({ group }) => group !== rule.group || group === null);
  for (const lead of own) yield lifted(world, lead, score, outside);
  for (const other of others) for (const lead of own) yield lifted(world, lead, score, [other]);
}

/** The lead with what gives the points of other rules too, where that leaves its own fields as they are. */
function lifted(world: World, lead: LeadInput, score: Score, rules: readonly Rule[]): LeadInput {
  const base = { ...plainLead(world), ...(lead.created_at !== undefined && { created_at: lead.created_at }) };
  const more = rules.reduce((base, rule) => withRule(world, base, score, rule), base as LeadInput);
  return { ...more, ...lead, events: [...(more.events ?? []), ...(lead.events ?? [])] };
}

/** The lead with what gives the points of one rule. */
export function withRule(world: World, lead: LeadInput, score: Score, rule: Rule): LeadInput {
  const group = score.groups.find(({ id }) => id === rule.group)?.when ?? null;
  const met = [score.when, group, rule.when].reduce((lead, when) => bring(world, lead, when), lead);
  if (rule.kind === 'idle_rule') return { ...met, created_at: world.asOf - rule.every_ms };
  if (rule.kind === 'lead_rule') return met;
  return withEvents(met, [eventFor(world, firstOf(rule.on), world.asOf - hour, rule.where)]);
}

function* leadsOfScore(world: World, score: Score): Generator<LeadInput> {
  const plain = plainLead(world);
  yield plain;
  for (const rule of score.rules) yield withRule(world, plain, score, rule);
  for (let count = 1; count <= score.rules.length; count += 1) yield raise(world, plain, score.id, count);
  const low = score.rules.filter(({ points }) => points < 0);
  yield low.reduce((lead, rule) => withRule(world, lead, score, rule), plain);
  for (const name of score.since) {
    const lead = raise(world, plain, score.id, 2);
    yield withEvents(lead, [eventFor(world, name, world.asOf)]);
  }
  for (const id of score.sum) yield raise(world, plain, id);
}

/** The leads of a transition, and those of its tests, in each stage that it leads out of. */
function* leadsOfWays(world: World, transition: Transition): Generator<LeadInput> {
  yield* leadsOfTransition(world, transition);
  for (const root of rootsOf(world.agreement)) {
    if (root.condition !== transition.when && root.condition !== transition.where) continue;
    for (const lead of leadsOfRoot(world, root)) {
      const met = root.condition === transition.when ? lead : bring(world, lead, transition.when);
      for (const from of transition.from) {
        const there = recorded(world, met, from, world.asOf - day);
        yield there;
        if (root.condition === transition.when) yield withAction(world, there, transition);
      }
    }
  }
}

/** The lead with the first thing that people do for a transition. */
function withAction(world: World, lead: LeadInput, { on, where }: Transition): LeadInput {
  return on[0] === undefined ? lead : withEvents(lead, [eventFor(world, on[0], world.asOf - hour, where)]);
}

/** The lead on its way into a stage. */
function* leadsInto(world: World, stage: string, lead: LeadInput): Generator<LeadInput> {
  for (const transition of world.agreement.transitions.filter(({ to }) => to === stage)) {
    for (const from of transition.from) {
      const since = world.asOf - (transition.after_ms ?? day);
      const there = recorded(world, bring(world, lead, transition.when), from, since);
      yield withAction(world, there, transition);
    }
  }
}

function* leadsOfNotice(world: World, notice: Notice): Generator<LeadInput> {
  const met = bring(world, plainLead(world), notice.when);
  const around = notice.when === null ? [] : [...leadsOfCondition(world, notice.when)];
  for (const stage of notice.on) {
    for (const lead of [met, ...around]) yield* leadsInto(world, stage, lead);
  }
}
