import { describe, expect, test } from 'vitest';
import type { Agreement, Condition, RouteRow } from '../../src/ir/types.ts';
import { mutantsOf } from '../../src/mutate/mutants.ts';
import {
  about,
  agreement,
  clock,
  day,
  eventRule,
  happened,
  hour,
  least,
  leadRule,
  most,
  score,
  span,
  transition,
} from '../ir/agreements.ts';

const staff: Condition = { kind: 'number', subject: about('staff'), ...least(200), decimals: 0 };

function withRule(parts: Parameters<typeof leadRule>[2] = {}): Agreement {
  return agreement({ scores: [score('fit', { rules: [leadRule('size', 20, parts)] })] });
}

/** A row for the leads of one level, to a queue of its own name. */
function row(id: string, level: string): RouteRow {
  const when: Condition = { kind: 'choice', subject: about('level'), options: [level] };
  return { kind: 'route', id, when, to: { kind: 'queue', queue: id }, because: null, in_force: null, span };
}

function idsOf(made: Agreement): readonly string[] {
  return mutantsOf(made).map(({ id }) => id);
}

const isFlagged: Condition = { kind: 'flag', subject: about('flagged'), is: true };

describe('mutants', () => {
  test('a bound moves by one step in each direction, and says so in words', () => {
    const mutants = mutantsOf(withRule({ when: staff }));
    expect(mutants.map(({ id }) => id)).toEqual([
      'size: dropped',
      'size: points 20 -> 19',
      'size: points 20 -> 21',
      'size: staff at least 200 -> 199',
      'size: staff at least 200 -> 201',
    ]);
    expect(mutants.at(-1)).toMatchObject({
      about: 'size',
      kind: 'boundary',
      says: 'size would ask for staff at least 201 instead of 200.',
      span,
    });
  });

  test('a changed agreement differs in this one thing only', () => {
    const made = withRule({ when: staff });
    const changed = mutantsOf(made)
      .find(({ id }) => id.endsWith('201'))
      ?.agreement();
    const when = { ...staff, min: { value: 201, inclusive: true } };
    const rules = made.scores[0]?.rules.map((rule) => ({ ...rule, when }));
    expect(changed).toEqual({ ...made, scores: [{ ...made.scores[0], rules }] });
  });

  test('a bound outside of what the field takes is not moved', () => {
    const when: Condition = { ...staff, ...most(100_000) };
    expect(idsOf(withRule({ when })).filter((id) => id.includes('staff'))).toEqual([
      'size: staff at most 100000 -> 99999',
    ]);
  });

  test('lengths of time move by a minute, counts by one', () => {
    const when = happened('visit', { min: 3, within_ms: 7 * day });
    expect(idsOf(withRule({ when })).slice(3)).toEqual([
      'size: visit at least 3 -> 2',
      'size: visit at least 3 -> 4',
      'size: visit within 7 days -> 6 days 23 hours 59 minutes',
      'size: visit within 7 days -> 7 days 1 minute',
    ]);
  });

  test('each option is taken away, each part left out, each not dropped', () => {
    const level: Condition = { kind: 'choice', subject: about('level'), options: ['low', 'mid'] };
    const unknown: Condition = { kind: 'not', of: { kind: 'present', subject: about('nps') } };
    const flagged: Condition = { kind: 'flag', subject: about('flagged'), is: true };
    const when: Condition = { kind: 'all', of: [level, unknown, flagged] };
    expect(
      mutantsOf(withRule({ when }))
        .slice(3)
        .map(({ kind, says }) => `${kind}: ${says}`),
    ).toEqual([
      'option: size would leave low out of "level".',
      'option: size would leave mid out of "level".',
      'part: size would no longer ask about level.',
      'turned: size would ask for a known nps instead of a missing one.',
      'part: size would no longer ask about nps.',
      'turned: size would ask for flagged false instead of true.',
      'part: size would no longer ask about flagged.',
    ]);
  });

  test('fades, limits, caps and floors move', () => {
    const limits = {
      at_most: { count: 1, per_ms: day },
      cap: 9,
      fades: { kind: 'expires', after_ms: hour },
    } as const;
    const made = agreement({
      scores: [score('seen', { floor: 0, rules: [eventRule('visits', 3, limits)] })],
    });
    expect(idsOf(made)).toEqual([
      'seen: floor 0 -> -1',
      'seen: floor 0 -> 1',
      'visits: dropped',
      'visits: points 3 -> 2',
      'visits: points 3 -> 4',
      'visits: cap 9 -> 8',
      'visits: cap 9 -> 10',
      'visits: at most 1 -> 2',
      'visits: at most per 1 day -> 23 hours 59 minutes',
      'visits: at most per 1 day -> 1 day 1 minute',
      'visits: expires after 1 hour -> 59 minutes',
      'visits: expires after 1 hour -> 1 hour 1 minute',
    ]);
  });

  test('an edge between two bands moves on both of its sides', () => {
    const bands = [
      { id: 'high', ...least(10), span },
      { id: 'low', ...most(10, false), span },
    ];
    const [, up] = mutantsOf(agreement({ scores: [score('fit', { bands })] }));
    expect(up?.id).toBe('fit: high from 10 -> 11');
    expect(up?.agreement().scores[0]?.bands).toMatchObject([
      { id: 'high', min: { value: 11 } },
      { id: 'low', max: { value: 11 } },
    ]);
  });

  test('rows that no lead matches both are not swapped', () => {
    const flagged = {
      ...row('flagged', 'low'),
      when: isFlagged,
    };
    const rows = [row('a', 'low'), row('b', 'mid'), flagged];
    const routing = {
      kind: 'routing',
      stages: ['lead'],
      match: 'first',
      rows,
      otherwise: null,
      span,
    } as const;
    expect(idsOf(agreement({ routing })).filter((id) => id.includes('after'))).toEqual(['b: after flagged']);
  });

  test('transitions lead elsewhere; promises lose what stops them', () => {
    const transitions = [transition('accept', 'people', 'mql', 'sql', { on: ['asked', 'called'] })];
    expect(idsOf(agreement({ transitions, promises: [clock()] }))).toEqual([
      'accept: dropped',
      'accept: on not asked',
      'accept: on not called',
      'accept: to sql -> recycled',
      'contact: dropped',
      'contact: within 1 hour -> 59 minutes',
      'contact: within 1 hour -> 1 hour 1 minute',
      'contact: stops not called',
    ]);
  });

  test('every id is there once', () => {
    const twice: Condition = { kind: 'any', of: [staff, staff] };
    const ids = idsOf(withRule({ when: twice }));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
