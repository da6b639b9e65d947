import type { Condition } from './types.ts';

/** A condition and every condition inside it, outer first. */
export function* parts(condition: Condition): Generator<Condition> {
  yield condition;
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      for (const part of condition.of) yield* parts(part);
      break;
    case 'not':
      yield* parts(condition.of);
      break;
    case 'event':
    case 'event_age':
      if (condition.where) yield* parts(condition.where);
      break;
    default:
  }
}
