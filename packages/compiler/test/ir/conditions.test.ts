import { describe, expect, test } from 'vitest';
import { holds } from '../../src/ir/conditions.ts';
import type { Context } from '../../src/ir/context.ts';
import type { Condition, LeadInput } from '../../src/ir/index.ts';
import {
  about,
  day,
  happened,
  isTrue,
  lead,
  least,
  most,
  now,
  score,
  leadRule,
  stage,
} from './agreements.ts';

const flagIs = (is: boolean): Condition => ({ kind: 'flag', subject: about('flagged'), is });

const titleIs = (
  op: 'equals' | 'contains' | 'starts_with' | 'ends_with',
  ...values: string[]
): Condition => ({
  kind: 'text',
  subject: about('title'),
  op,
  values,
});

const visitAfter = (at: number): LeadInput =>
  lead({
    events: [
      { event: 'called', at: now - 5 },
      { event: 'asked', at: now - 9 },
      { event: 'visit', at },
    ],
  });

const visit = (properties: Record<string, unknown>): LeadInput =>
  lead({ events: [{ event: 'visit', at: now, properties }] });

const inStage = (id: string): Condition => ({ kind: 'choice', subject: { kind: 'stage' }, options: [id] });

const reaches = (value: number): Condition => ({
  kind: 'number',
  subject: { kind: 'score', id: 'five' },
  decimals: 1,
  ...least(value),
});

/** Which of the values the condition lets through. */
function through(condition: Condition, id: string, values: readonly unknown[]): unknown[] {
  return values.filter((value) => isTrue(condition, lead({ [id]: value })));
}

/** Which of these histories, as moments of visits, the condition lets through. */
function throughVisits(condition: Condition, histories: readonly (readonly number[])[]): unknown[] {
  return histories.filter((moments) =>
    isTrue(condition, lead({ events: moments.map((at) => ({ event: 'visit', at })) })),
  );
}

const never: Condition = { kind: 'any', of: [] };
const always: Condition = { kind: 'all', of: [] };

describe('combinations', () => {
  test('all, any and some count their parts; not is the complement', () => {
    const some = (at_least: number): Condition => ({ kind: 'some', at_least, of: [always, never, always] });
    expect([2, 3].map((count) => isTrue(some(count), lead()))).toEqual([true, false]);
    expect(isTrue({ kind: 'all', of: [always, never] }, lead())).toBe(false);
    expect(isTrue({ kind: 'any', of: [never, always] }, lead())).toBe(true);
    expect([always, never].map((of) => isTrue({ kind: 'not', of }, lead()))).toEqual([false, true]);
  });
});

describe('values', () => {
  test('one of several options', () => {
    const condition: Condition = { kind: 'choice', subject: about('level'), options: ['mid', 'top'] };
    expect(through(condition, 'level', ['low', 'mid', 'top', null])).toEqual(['mid', 'top']);
    expect(through({ kind: 'not', of: condition }, 'level', ['low', 'mid', null])).toEqual(['low', null]);
  });

  test('sets include any or all; the empty set is present', () => {
    const sets = [['a'], ['b', 'a'], ['c'], [], null];
    const test = { kind: 'includes', subject: about('topics'), options: ['a', 'b'] } as const;
    expect(through({ ...test, mode: 'any' }, 'topics', sets)).toEqual([['a'], ['b', 'a']]);
    expect(through({ ...test, mode: 'all' }, 'topics', sets)).toEqual([['b', 'a']]);
    expect(through({ kind: 'present', subject: about('topics') }, 'topics', [[], null])).toEqual([[]]);
  });

  test('flags that are missing are neither', () => {
    expect(through(flagIs(true), 'flagged', [true, false, null])).toEqual([true]);
    expect(through(flagIs(false), 'flagged', [true, false, null])).toEqual([false]);
  });

  test.each([
    ['staff', 0, [9, 10, 11, null]],
    ['nps', 1, [0.9, 1, 1.1, null]],
    ['deal', 2, [0.09, 0.1, 0.11, null]],
    ['share', 2, [0.09, 0.1, 0.11, null]],
  ] as const)('numbers of %s lie between bounds, in scaled integers', (id, decimals, values) => {
    const number = { kind: 'number', subject: about(id), decimals } as const;
    const [, edge, above] = values;
    expect(through({ ...number, ...least(10) }, id, values)).toEqual([edge, above]);
    expect(through({ ...number, ...least(10, false) }, id, values)).toEqual([above]);
    expect(through({ ...number, ...most(10) }, id, values)).toEqual([values[0], edge]);
    expect(through({ ...number, ...most(10, false) }, id, values)).toEqual([values[0]]);
  });

  test('dates are 00:00 UTC of their day', () => {
    const number = { kind: 'number', subject: about('ends'), decimals: 0, ...least(now) } as const;
    expect(through(number, 'ends', ['2026-11-24', '2026-11-25', null])).toEqual(['2026-11-25']);
  });

  test('within_last and older_than meet at the edge', () => {
    const moments = [now - day - 1, now - day, now, now + 1, null];
    const age = { kind: 'age', subject: about('tried_at') } as const;
    const withinLast: Condition = {
      ...age,
      min: { value: 0, inclusive: true },
      max: { value: day, inclusive: true },
    };
    const withinNext: Condition = {
      ...age,
      min: { value: -day, inclusive: true },
      max: { value: 0, inclusive: true },
    };
    expect(through(withinLast, 'tried_at', moments)).toEqual([now - day, now]);
    expect(through({ ...age, ...least(day, false) }, 'tried_at', moments)).toEqual([now - day - 1]);
    expect(through(withinNext, 'tried_at', [now - 1, now, now + day, now + day + 1])).toEqual([
      now,
      now + day,
    ]);
  });

  test('created_at is a field', () => {
    const created: Condition = { kind: 'age', subject: about('created_at'), ...least(10 * day) };
    expect(isTrue(created, lead())).toBe(true);
    expect(isTrue(created, lead({ created_at: now - 10 * day + 1 }))).toBe(false);
  });

  test('texts are folded: NFC and ASCII letters only', () => {
    const titles = ['Head of X', 'a HEAD', 'zo\u0308', 'Z\u00D6', '\u212Aey', '', null];
    expect(through(titleIs('contains', 'head'), 'title', titles)).toEqual(['Head of X', 'a HEAD']);
    expect(through(titleIs('starts_with', 'a', 'head'), 'title', titles)).toEqual(['Head of X', 'a HEAD']);
    expect(through(titleIs('ends_with', 'head'), 'title', titles)).toEqual(['a HEAD']);
    expect(through(titleIs('equals', 'z\u00F6'), 'title', titles)).toEqual(['zo\u0308']);
    expect(through(titleIs('equals', 'key'), 'title', titles)).toEqual(['\u212Aey']);
  });
});

describe('events', () => {
  test('counts lie between both ends', () => {
    const histories = [[], [now], [now - 1, now], [now - 2, now - 1, now]];
    expect(throughVisits(happened('visit'), histories)).toEqual(histories.slice(1));
    expect(throughVisits(happened('visit', { min: null, max: 0 }), histories)).toEqual([[]]);
    expect(throughVisits(happened('visit', { min: 1, max: 2 }), histories)).toEqual(histories.slice(1, 3));
  });

  test('the window is closed at both ends, and nothing after as_of exists', () => {
    const moments = [[now - day - 1], [now - day], [now], [now + 1]];
    expect(throughVisits(happened('visit', { within_ms: day }), moments)).toEqual([[now - day], [now]]);
    expect(throughVisits(happened('visit'), [[now], [now + 1]])).toEqual([[now]]);
  });

  test('older_than looks at the latest, and is everything before within_last', () => {
    const older: Condition = {
      kind: 'event_age',
      events: ['visit'],
      older_than_ms: day,
      since: [],
      where: null,
    };
    const histories = [[], [now - day - 1], [now - day], [now - 9 * day, now]];
    expect(throughVisits(older, histories)).toEqual([[now - day - 1]]);
  });

  test('since is strictly after the latest of them; without one, all count', () => {
    const condition = happened('visit', { since: ['asked', 'called'] });
    expect([now - 6, now - 5, now - 4].map((at) => isTrue(condition, visitAfter(at)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(throughVisits(condition, [[now - 6]])).toHaveLength(1);
  });

  test('where asks for properties, and a missing one fails it', () => {
    const where: Condition = {
      kind: 'text',
      subject: { kind: 'property', id: 'path' },
      op: 'starts_with',
      values: ['/p'],
    };
    const paths = [{ path: '/Pricing' }, { path: '/x' }, {}];
    expect(paths.map((path) => isTrue(happened('visit', { where }), visit(path)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('older_than asks only for the latest that matches where and since', () => {
    const where: Condition = { kind: 'present', subject: { kind: 'property', id: 'path' } };
    const older: Condition = {
      kind: 'event_age',
      events: ['visit'],
      older_than_ms: day,
      since: ['asked'],
      where,
    };
    const events = [
      { event: 'visit', at: now - 2 * day, properties: { path: '/' } },
      { event: 'visit', at: now },
    ];
    expect(isTrue(older, lead({ events }))).toBe(true);
    expect(isTrue(older, lead({ events: [...events, { event: 'asked', at: now - 2 * day }] }))).toBe(false);
  });
});

describe('judgements', () => {
  test('stage, score and persona can be asked about', () => {
    const events = [{ event: 'entered_mql', at: now - day }];
    expect([inStage('lead'), inStage('mql')].map((it) => isTrue(it, lead({ events })))).toEqual([
      false,
      true,
    ]);
    const five = score('five', { decimals: 1, rules: [leadRule('r', 50)] });
    const parts = { scores: [five], order: ['five'] };
    expect([50, 51].map((value) => isTrue(reaches(value), lead(), parts))).toEqual([true, false]);
    const persona = { kind: 'present', subject: { kind: 'persona' } } as const;
    expect(isTrue(persona, lead())).toBe(false);
    expect(isTrue(inStage('only'), lead(), { stages: [stage('only')] })).toBe(true);
  });
});

const becomes = (...options: string[]): Condition => ({
  kind: 'choice',
  subject: { kind: 'becomes' },
  options,
});
const queued: Condition = { kind: 'present', subject: { kind: 'queue' } };
const desk: Condition = { kind: 'choice', subject: { kind: 'queue' }, options: ['desk'] };
const held = (outcome: Context['outcome'], condition: Condition): boolean =>
  holds(condition, {
    asOf: now,
    lead: { id: '', created_at: now, fields: {}, events: [] },
    stage: 'lead',
    scores: {},
    persona: null,
    grade: null,
    event: null,
    outcome,
  });

describe('what a decision comes to', () => {
  test('becomes is any stage that the decision enters', () => {
    const outcome = { becomes: ['mql', 'sql'], queue: null };
    const asked = [becomes('mql'), becomes('sql', 'lead'), becomes('lead')];
    expect(asked.map((condition) => held(outcome, condition))).toEqual([true, true, false]);
    expect(asked.map((condition) => held({ becomes: [], queue: null }, condition))).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('queue is missing where the lead is routed to none', () => {
    const outcomes = ['desk', 'other', null].map((queue) => ({ becomes: [], queue }));
    expect(outcomes.map((outcome) => held(outcome, desk))).toEqual([true, false, false]);
    expect(outcomes.map((outcome) => held(outcome, queued))).toEqual([true, true, false]);
  });

  test('nothing of it is known while it is being decided', () => {
    expect([becomes('mql'), desk, queued].map((condition) => held(null, condition))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
