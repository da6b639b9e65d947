import { firstOf, found } from '../../found.ts';
import type { Agreement, AtMost, Condition, EventRule, Score } from '../../ir/types.ts';
import { checkedId } from '../encode/name.ts';
import type { EventAgeTest, EventTest } from './condition.ts';
import { conditionsOf, parts } from './model.ts';

/**
 * What one pass over the events of a lead finds out for the rules, each a number:
 *
 * - `last`: the moment of the latest of some events;
 * - `count`: how many there are, since another one, within a time, with certain properties;
 * - `latest`: the moment of the latest such event;
 * - `rule`: what the events of a scoring rule add up to, before they are multiplied by its points.
 */
export type Tally =
  | { readonly kind: 'last'; readonly name: string; readonly events: readonly string[] }
  | { readonly kind: 'count'; readonly name: string; readonly test: EventTest }
  | { readonly kind: 'latest'; readonly name: string; readonly test: EventAgeTest }
  | { readonly kind: 'rule'; readonly name: string; readonly rule: EventRule; readonly score: Score };

export interface TallyPlan {
  readonly tallies: readonly Tally[];
  /** The names of those that were planned. */
  readonly last: (events: readonly string[]) => string;
  readonly test: (test: EventTest | EventAgeTest) => string;
  readonly rule: (rule: EventRule) => string;
}

/** All that the rules of an agreement need to know of the events, each thing once. */
export function planTallies(agreement: Agreement): TallyPlan {
  const byKey = new Map<string, Tally>();
  const add = (key: string, tally: (number: number) => Tally): void => {
    if (!byKey.has(key)) byKey.set(key, tally(byKey.size));
  };
  const addLast = (events: readonly string[]): void => {
    if (events.length > 0) add(lastKey(events), (n) => ({ kind: 'last', name: lastName(events, n), events }));
  };
  for (const events of lastsOf(agreement)) addLast(events);
  for (const test of eventTestsOf(agreement)) {
    addLast(test.since);
    add(testKey(test), (n) => testTally(test, n));
  }
  for (const [score, rule] of eventRulesOf(agreement)) {
    addLast(score.since);
    add(ruleKey(rule), () => ({ kind: 'rule', name: `_sum_${checkedId(rule.id)}`, rule, score }));
  }
  const nameOf = (key: string): string => found(byKey, key).name;
  return {
    tallies: [...byKey.values()],
    last: (events) => nameOf(lastKey(events)),
    test: (test) => nameOf(testKey(test)),
    rule: (rule) => nameOf(ruleKey(rule)),
  };
}

/** The events of a tally, and those after which it begins again. */
export function eventsOf(tally: Tally): {
  readonly on: readonly string[];
  readonly since: readonly string[];
} {
  switch (tally.kind) {
    case 'last':
      return { on: tally.events, since: [] };
    case 'rule':
      return { on: tally.rule.on, since: tally.score.since };
    default:
      return { on: tally.test.events, since: tally.test.since };
  }
}

function lastsOf(agreement: Agreement): readonly (readonly string[])[] {
  const { scores, transitions } = agreement;
  return [
    ...scores.flatMap((score) =>
      score.rules.flatMap((rule) => (rule.kind === 'idle_rule' ? [rule.without, score.since] : [])),
    ),
    ...transitions.map(({ by, on, without }) => (by === 'people' ? on : without)),
    promiseStarts(agreement),
  ];
}

/** The events that start the clock of any promise about one lead. */
export function promiseStarts({ promises }: Agreement): readonly string[] {
  const starts = promises.flatMap((promise) =>
    promise.kind === 'clock' || promise.kind === 'attempts' ? promise.starts : [],
  );
  return [...new Set(starts)];
}

function eventTestsOf(agreement: Agreement): readonly (EventTest | EventAgeTest)[] {
  return conditionsOf(agreement)
    .flatMap(parts)
    .filter((part): part is EventTest | EventAgeTest => part.kind === 'event' || part.kind === 'event_age');
}

function eventRulesOf({ scores }: Agreement): readonly (readonly [Score, EventRule])[] {
  return scores.flatMap((score) =>
    score.rules.flatMap((rule) => (rule.kind === 'event_rule' ? [[score, rule] as const] : [])),
  );
}

function testTally(test: EventTest | EventAgeTest, number: number): Tally {
  if (test.kind === 'event') return { kind: 'count', name: named('count', test.events, number), test };
  return { kind: 'latest', name: named('latest', test.events, number), test };
}

function lastName(events: readonly string[], number: number): string {
  return events.length === 1 ? `_last_${checkedId(events[0] as string)}` : named('last', events, number);
}

function named(prefix: string, events: readonly string[], number: number): string {
  return `_${prefix}_${number}_${checkedId(firstOf(events))}`;
}

function lastKey(events: readonly string[]): string {
  return JSON.stringify(['last', [...new Set(events)].toSorted()]);
}

function testKey(test: EventTest | EventAgeTest): string {
  const { kind, events, since, where } = test;
  const within = test.kind === 'event' ? test.within_ms : null;
  return JSON.stringify([kind, events, since, within, where satisfies Condition | null]);
}

function ruleKey({ id }: EventRule): string {
  return JSON.stringify(['rule', id]);
}

export function limitOf(tally: Tally): AtMost | null {
  return tally.kind === 'rule' ? tally.rule.at_most : null;
}

/** With several events per time, the moments of the last ones that were kept go round in a ring. */
export function hasRing(limit: AtMost): boolean {
  return limit.per_ms !== null && limit.count > 1;
}

/** Which of its events a tally asks for; `null` if all count. */
export function whereOf(tally: Tally): Condition | null {
  if (tally.kind === 'last') return null;
  return tally.kind === 'rule' ? tally.rule.where : tally.test.where;
}
