import type { Agreement, Bound, Condition, EventRule, Rule } from '../../../src/ir/index.ts';
import type { Outcome, PlainLead } from '../by-hand.ts';

/** What a peer is given about a lead: its fields, and what its events add up to, since no peer but SQL has words for that. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** What a peer finds out; the deadline of the promise is left out, for no peer has working time. */
export type Answer = Omit<Outcome, 'due'>;

/** Something that decides leads, one or all. */
export interface Peer {
  readonly name: string;
  /** How many of the leads it is given, so that a round ends. */
  readonly most: number;
  readonly decide: (facts: readonly Facts[]) => Promise<readonly Answer[]>;
}

/** How a peer writes conditions. */
export interface Dialect<T> {
  readonly all: (of: readonly T[]) => T;
  readonly any: (of: readonly T[]) => T;
  readonly not: (of: T) => T;
  readonly oneOf: (name: string, options: readonly string[]) => T;
  readonly is: (name: string, flag: boolean) => T;
  readonly compare: (name: string, operator: '>=' | '>' | '<=' | '<', value: number) => T;
}

/** A condition of the agreement in a peer's words. */
export function translate<T>(agreement: Agreement, condition: Condition, dialect: Dialect<T>): T {
  const { all, any, not, oneOf, is } = dialect;
  switch (condition.kind) {
    case 'all':
      return all(condition.of.map((part) => translate(agreement, part, dialect)));
    case 'any':
      return any(condition.of.map((part) => translate(agreement, part, dialect)));
    case 'not':
      return not(translate(agreement, condition.of, dialect));
    case 'choice': {
      const { subject, options } = condition;
      if (subject.kind !== 'score')
        return oneOf(subject.kind === 'field' ? subject.id : subject.kind, options);
      const bands = agreement.scores.find(({ id }) => id === subject.id)?.bands ?? [];
      const named = bands.filter(({ id }) => options.includes(id));
      return any(named.map((band) => between(subject.id, band, dialect)));
    }
    case 'flag':
      if (condition.subject.kind !== 'field') break;
      return is(condition.subject.id, condition.is);
    case 'number':
      if (condition.subject.kind !== 'field') break;
      return between(condition.subject.id, condition, dialect);
    case 'event': {
      const { min, max } = condition;
      return between(countName(condition), { min: inclusive(min), max: inclusive(max) }, dialect);
    }
    default:
  }
  throw new Error(`The workload has no ${condition.kind} of this kind`);
}

function inclusive(value: number | null): Bound | null {
  return value === null ? null : { value, inclusive: true };
}

function between<T>(
  name: string,
  { min, max }: { readonly min: Bound | null; readonly max: Bound | null },
  { all, compare }: Dialect<T>,
): T {
  return all([
    ...(min ? [compare(name, min.inclusive ? '>=' : '>', min.value)] : []),
    ...(max ? [compare(name, max.inclusive ? '<=' : '<', max.value)] : []),
  ]);
}

type EventTest = Extract<Condition, { kind: 'event' }>;

export function countName({ events, within_ms: within }: EventTest): string {
  return `count_${events.join('_')}_${within ?? 'ever'}`;
}

/** The rules of a score: those of events by the fact that holds their points, the others by condition. */
export function rulesOf(agreement: Agreement, score: string): readonly Rule[] {
  return agreement.scores.find(({ id }) => id === score)?.rules ?? [];
}

export function sumName({ id }: Pick<EventRule, 'id'>): string {
  return `sum_${id}`;
}

/** Points of scores are whole numbers, engagement's in tenths, as in the compiled agreement. */
export function answerOf(
  fit: number,
  tenths: number,
  { grade, queue }: { readonly grade: string; readonly queue: string | null },
): Answer {
  const isMql = fit * 10 + tenths >= 600;
  const total = (fit * 10 + tenths) / 10;
  return {
    stage: isMql ? 'mql' : 'lead',
    fit,
    engagement: tenths / 10,
    total,
    grade,
    queue: isMql ? queue : null,
  };
}

/** Counts and faded sums of a lead's events, found out as slowly and plainly as can be. */
export function factsOf(agreement: Agreement, lead: PlainLead, asOf: number): Facts {
  const { events, ...fields } = lead;
  const past = events.filter(({ at }) => at <= asOf);
  const facts: Record<string, string | number | boolean | null> = { ...fields };
  for (const rule of agreement.scores.flatMap(({ rules }) => rules)) {
    for (const test of testsOf(rule.when)) {
      const from = asOf - (test.within_ms ?? Infinity);
      facts[countName(test)] = past.filter(
        ({ event, at }) => test.events.includes(event) && at >= from,
      ).length;
    }
    if (rule.kind !== 'event_rule') continue;
    const kept = past.filter(({ event }) => rule.on.includes(event)).slice(0, rule.at_most?.count);
    facts[sumName(rule)] = pointsOf(
      rule,
      kept.map(({ at }) => Math.floor((asOf - at) / 86_400_000)),
    );
  }
  return facts;
}

function pointsOf({ points, fades }: EventRule, ages: readonly number[]): number {
  if (fades?.kind !== 'half_life') return points * ages.length;
  const millionths = ages.reduce((sum, age) => sum + (fades.factors[age] ?? 0), 0);
  return Math.round((points * millionths) / 1_000_000);
}

export function testsOf(condition: Condition | null): readonly EventTest[] {
  if (condition === null) return [];
  if (condition.kind === 'event') return [condition];
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(testsOf);
  return condition.kind === 'not' ? testsOf(condition.of) : [];
}
