import { conditionsOf } from '../../ir/conditions-of.ts';
import type { Agreement, Condition, Subject } from '../../ir/types.ts';
import { parts } from '../../ir/visit.ts';

/** A test of one subject, or an event test, as it stands somewhere in an agreement. */
export type Simple = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' | 'some' }>;
export type Test = Extract<Simple, { readonly subject: Subject }>;
export type EventTest = Exclude<Simple, Test>;

/** All conditions about a lead: the agreement's and its assertions'. */
export function askedOf(agreement: Agreement): readonly Condition[] {
  const asserted = agreement.assertions.flatMap(({ when, holds }) => [...(when ? [when] : []), holds]);
  return [...conditionsOf(agreement).map(({ condition }) => condition), ...asserted];
}

/** The tests in some conditions, without those on the properties of events. */
export function simpleTests(conditions: readonly Condition[]): readonly Simple[] {
  return conditions.flatMap((condition) => [...tests(condition)]);
}

function* tests(condition: Condition): Generator<Simple> {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      for (const part of condition.of) yield* tests(part);
      break;
    case 'not':
      yield* tests(condition.of);
      break;
    default:
      yield condition;
  }
}

/** The tests of a property in the `where` of events. */
export function propertyTests(where: Condition): readonly Test[] {
  return [...parts(where)].filter((part): part is Test => 'subject' in part);
}

export function isEventTest(test: Simple): test is EventTest {
  return test.kind === 'event' || test.kind === 'event_age';
}
