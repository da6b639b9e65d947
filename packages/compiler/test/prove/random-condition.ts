import type { Bound, Condition, EventType, Field, Subject } from '../../src/ir/index.ts';
import { day, happened, hour, now } from '../ir/agreements.ts';
import type { Draw } from './draw.ts';

/** What conditions can speak of. */
export interface Words {
  readonly fields: readonly Field[];
  readonly events: readonly EventType[];
  readonly stages: readonly string[];
  /** Tests of what was decided before: scores, the persona, the grade. */
  readonly decided: readonly ((draw: Draw) => Condition)[];
}

/** Durations that windows and fades share, so that their edges meet. */
export const durations: readonly number[] = [12 * hour, day, 7 * day, 10 * day, 14 * day, 30 * day];

export function randomCondition(draw: Draw, words: Words, depth = 2): Condition {
  if (depth > 0 && draw.chance(35)) {
    const part = (): Condition => randomCondition(draw, words, depth - 1);
    switch (draw.below(4)) {
      case 0:
        return { kind: 'not', of: part() };
      case 1:
        return { kind: 'any', of: draw.times(2, part) };
      case 2:
        return { kind: 'some', at_least: 2, of: draw.times(3, part) };
      default:
        return { kind: 'all', of: draw.times(2, part) };
    }
  }
  if (words.decided.length > 0 && draw.chance(25)) return draw.pick(words.decided)(draw);
  const kind = draw.below(100);
  if (kind < 55) return fieldTest(draw, draw.pick(words.fields));
  if (kind < 85) return eventTest(draw, words);
  if (kind < 92) return datedTest(draw, { kind: 'field', id: 'created_at' });
  return { kind: 'choice', subject: { kind: 'stage' }, options: draw.some(words.stages, 1 + draw.below(2)) };
}

/** A test of a field, or of a property of an event. */
export function fieldTest(
  draw: Draw,
  { id, type, options, decimals }: Field,
  kind: 'field' | 'property' = 'field',
): Condition {
  const subject: Subject = { kind, id };
  if (draw.chance(10)) return { kind: 'present', subject };
  switch (type) {
    case 'choice':
      return {
        kind: 'choice',
        subject,
        options: draw.some(options, 1 + draw.below(2)).map((option) => option.id),
      };
    case 'choices': {
      const asked = draw.some(options, 1 + draw.below(2)).map((option) => option.id);
      return { kind: 'includes', subject, mode: draw.pick(['any', 'all']), options: asked };
    }
    case 'flag':
      return { kind: 'flag', subject, is: draw.chance(50) };
    case 'text': {
      const op = draw.pick(['equals', 'contains', 'contains', 'starts_with', 'ends_with'] as const);
      return {
        kind: 'text',
        subject,
        op,
        values: draw.some(['head', 'head of', 'of', 'vp', 'ofa'], 1 + draw.below(2)),
      };
    }
    case 'date':
    case 'moment':
      return datedTest(draw, subject);
    default:
      return {
        kind: 'number',
        subject,
        decimals,
        ...bounds(draw, () => draw.pick([1, 2, 3]) * 10 ** (decimals + 1)),
      };
  }
}

function datedTest(draw: Draw, subject: Subject): Condition {
  if (draw.chance(35)) {
    const midnight = now - 10 * hour;
    const moment = (): number => midnight + draw.pick([-40, -10, 0, 5, 30]) * day;
    return { kind: 'number', subject, decimals: 0, ...bounds(draw, moment) };
  }
  const age = draw.pick(durations);
  const zero = { value: 0, inclusive: true };
  switch (draw.below(3)) {
    case 0:
      return { kind: 'age', subject, min: zero, max: { value: age, inclusive: true } };
    case 1:
      return { kind: 'age', subject, min: { value: -age, inclusive: true }, max: zero };
    default:
      return { kind: 'age', subject, min: { value: age, inclusive: false }, max: null };
  }
}

function bounds(draw: Draw, value: () => number): { min: Bound | null; max: Bound | null } {
  const bound = (at: number): Bound => ({ value: at, inclusive: draw.chance(50) });
  const [one, other] = [value(), value()].toSorted((a, b) => a - b);
  switch (draw.below(3)) {
    case 0:
      return { min: bound(one ?? 0), max: null };
    case 1:
      return { min: null, max: bound(one ?? 0) };
    default:
      return { min: { value: one ?? 0, inclusive: true }, max: { value: other ?? 0, inclusive: true } };
  }
}

export function randomWhere(draw: Draw, types: readonly EventType[]): Condition | null {
  const shared = types[0]?.properties.filter(({ id }) =>
    types.every((type) => type.properties.some((one) => one.id === id)),
  );
  if (!shared || shared.length === 0 || draw.chance(50)) return null;
  const test = (): Condition => fieldTest(draw, draw.pick(shared), 'property');
  return draw.chance(25)
    ? { kind: 'not', of: test() }
    : draw.chance(15)
      ? { kind: 'any', of: [test(), test()] }
      : test();
}

/** Names of events, the entries into stages among them. */
export function randomEvents(draw: Draw, { events, stages }: Words): string[] {
  if (draw.chance(12)) return [`entered_${draw.pick(stages)}`];
  return draw.some(events, draw.chance(25) ? 2 : 1).map(({ id }) => id);
}

export function randomSince(draw: Draw, words: Words): string[] {
  if (draw.chance(70)) return [];
  return draw.chance(60) ? [`entered_${draw.pick(words.stages)}`] : [draw.pick(words.events).id];
}

function eventTest(draw: Draw, words: Words): Condition {
  const events = randomEvents(draw, words);
  const where = randomWhere(
    draw,
    words.events.filter(({ id }) => events.includes(id)),
  );
  const since = randomSince(draw, words);
  if (draw.chance(20))
    return { kind: 'event_age', events, older_than_ms: draw.pick(durations), since, where };
  const within_ms = draw.chance(50) ? draw.pick(durations) : null;
  const min = draw.pick([1, 1, 2, 3]);
  const count = draw.pick([
    { min, max: null },
    { min, max: null },
    { min: null, max: 0 },
    { min: 1, max: 2 },
  ]);
  return happened(events, { ...count, within_ms, since, where });
}
