import type { Agreement, Condition, EventType, Field, Score } from '../../ir/types.ts';

/** An agreement with what the emitter looks up by name. */
export interface Model {
  readonly agreement: Agreement;
  readonly fields: ReadonlyMap<string, Field>;
  readonly scores: ReadonlyMap<string, Score>;
  readonly events: ReadonlyMap<string, EventType>;
  /** Events are numbers in the engine: their place in the vocabulary. */
  readonly codes: ReadonlyMap<string, number>;
  /** Text fields that are compared, so that a parsed lead holds them folded. */
  readonly folded: ReadonlySet<string>;
}

export function modelOf(agreement: Agreement): Model {
  const { fields, scores, events } = agreement;
  return {
    agreement,
    fields: new Map(fields.map((field) => [field.id, field])),
    scores: new Map(scores.map((score) => [score.id, score])),
    events: new Map(events.map((event) => [event.id, event])),
    codes: new Map(events.map(({ id }, code) => [id, code])),
    folded: foldedFields(agreement),
  };
}

/** Every condition of the agreement that is about a lead, in the order of the agreement. */
export function conditionsOf(agreement: Agreement): readonly Condition[] {
  const { scores, grades, personas, transitions, routing, notices, promises } = agreement;
  const holders = [
    ...scores.flatMap((score) => [score, ...score.groups, ...score.rules]),
    ...(grades?.rows ?? []),
    ...personas,
    ...transitions,
    ...(routing?.rows ?? []),
    ...notices,
    ...promises.filter(({ kind }) => kind === 'clock' || kind === 'attempts'),
  ];
  return holders.flatMap(({ when }) => (when === null ? [] : [when]));
}

/** The condition and all conditions inside it, but for those on the properties of events. */
export function parts(condition: Condition): readonly Condition[] {
  if (condition.kind === 'not') return [condition, ...parts(condition.of)];
  if (condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'some') {
    return [condition, ...condition.of.flatMap(parts)];
  }
  return [condition];
}

function foldedFields(agreement: Agreement): ReadonlySet<string> {
  const compared = conditionsOf(agreement)
    .flatMap(parts)
    .flatMap((part) => (part.kind === 'text' && part.subject.kind === 'field' ? [part.subject.id] : []));
  return new Set(compared);
}
