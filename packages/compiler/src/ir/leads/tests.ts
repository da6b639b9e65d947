import type { Agreement, Condition, InForce, Rule, Score } from '../types.ts';

/** A condition without parts. */
export type Test = Exclude<Condition, { kind: 'all' | 'any' | 'not' | 'some' }>;

/** How a test is to come out. */
export interface Wanted {
  readonly test: Test;
  readonly want: boolean;
}

/** A condition of an agreement, with what must be so before it matters. */
export interface Root {
  readonly condition: Condition;
  /** The events whose properties a `where` asks about. */
  readonly on: readonly string[];
  /** The stages in which it is asked; empty for any. */
  readonly stages: readonly string[];
  /** What holds around it: the conditions of its group and score. */
  readonly within: readonly Condition[];
  /** The rows before it in a table, which must not hold. */
  readonly before: readonly Condition[];
}

/** Every condition of an agreement that decides about a lead. */
export function rootsOf(agreement: Agreement): readonly Root[] {
  const { scores, grades, personas, transitions, routing, notices, promises } = agreement;
  const rules = scores.flatMap((score) => score.rules);
  const eventRules = rules.filter((rule) => rule.kind === 'event_rule');
  return [
    ...[...scores, ...notices, ...promises].flatMap(({ when }) => rootOf(when)),
    ...scores.flatMap(rootsOfScore),
    ...transitions.flatMap(({ when, from }) => rootOf(when, { stages: from })),
    ...[...eventRules, ...transitions].flatMap(({ where, on }) => rootOf(where, { on })),
    ...rootsOfTable(personas),
    ...rootsOfTable(grades?.rows ?? []),
    ...rootsOfTable(routing?.rows ?? [], routing?.stages),
  ];
}

function rootsOfScore(score: Score): readonly Root[] {
  const around = score.when === null ? [] : [score.when];
  return [
    ...score.groups.flatMap(({ when }) => rootOf(when, { within: around })),
    ...score.rules.flatMap((rule) => rootOf(rule.when, { within: whensAround(score, rule) })),
  ];
}

/** What must hold for a rule to be asked: the conditions of its score and its group. */
export function whensAround(score: Score, rule: Rule): readonly Condition[] {
  const group = score.groups.find(({ id }) => id === rule.group);
  return [score.when, group?.when ?? null].filter((when) => when !== null);
}

function rootOf(condition: Condition | null, parts: Partial<Root> = {}): readonly Root[] {
  return condition === null ? [] : [{ condition, on: [], stages: [], within: [], before: [], ...parts }];
}

function rootsOfTable(
  rows: readonly { readonly when: Condition }[],
  stages: readonly string[] = [],
): readonly Root[] {
  const conditions = rows.map(({ when }) => when);
  return conditions.flatMap((condition, index) =>
    rootOf(condition, { stages, before: conditions.slice(0, index) }),
  );
}

/** The moments at which something comes into force or goes out of it. */
export function turningPoints(agreement: Agreement): readonly number[] {
  const spans = findAll(agreement, /^in_force$/) as readonly InForce[];
  const edges = spans.flatMap(({ from, until }) => [from, until]).filter((edge) => edge !== null);
  return [...new Set(edges)].toSorted((a, b) => a - b);
}

/** Every length of time that a lead's history is measured by. */
export function durationsOf(agreement: Agreement): readonly number[] {
  const { scores, grades, personas, transitions, routing, notices, promises } = agreement;
  const deciding = { scores, grades, personas, transitions, routing, notices, promises };
  const values = findAll(deciding, /_ms$/) as readonly number[];
  return [...new Set(values)].toSorted((a, b) => a - b);
}

/** All tests in a condition, those on properties too. */
export function testsOf(condition: Condition): readonly Test[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      return condition.of.flatMap(testsOf);
    case 'not':
      return testsOf(condition.of);
    case 'event':
    case 'event_age':
      return [condition, ...(condition.where === null ? [] : testsOf(condition.where))];
    default:
      return [condition];
  }
}

/** Tests that make a condition come out as wanted, if they all come out so: one way of several. */
export function oneWay(condition: Condition, want: boolean): readonly Wanted[] {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const needsAll = (condition.kind === 'all') === want;
      return (needsAll ? condition.of : condition.of.slice(0, 1)).flatMap((part) => oneWay(part, want));
    }
    case 'some':
      return condition.of.flatMap((part) => oneWay(part, want));
    case 'not':
      return oneWay(condition.of, !want);
    default:
      return [{ test: condition, want }];
  }
}

/** For each test of a condition, how others must come out so that this one decides. */
export function* decisiveTests(
  condition: Condition,
): Generator<{ readonly test: Test; readonly others: readonly Wanted[] }> {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some': {
      const hold = { all: Infinity, any: 0, some: (condition.kind === 'some' ? condition.at_least : 0) - 1 };
      for (const part of condition.of) {
        const rest = condition.of.filter((other) => other !== part);
        const others = rest.flatMap((other, index) => oneWay(other, index < hold[condition.kind]));
        for (const inner of decisiveTests(part)) {
          yield { test: inner.test, others: [...others, ...inner.others] };
        }
      }
      return;
    }
    case 'not':
      yield* decisiveTests(condition.of);
      return;
    default:
      yield { test: condition, others: [] };
  }
}

/** The values under these keys, anywhere inside; `null` left out. */
function findAll(value: unknown, key: RegExp): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    return key.test(name) && inner !== null ? [inner] : findAll(inner, key);
  });
}
