import { describe, expect, test } from 'vitest';
import type { Agreement, Condition, Example, LeadInput } from '../../src/ir/types.ts';
import { coverageOf } from '../../src/mutate/coverage.ts';
import { missingExamples } from '../../src/mutate/missing.ts';
import { mutationScore, noticing } from '../../src/mutate/score.ts';
import { searchDifference } from '../../src/mutate/search.ts';
import type { Distinguish } from '../../src/mutate/types.ts';
import { about, agreement, least, leadRule, now, score, span, transition } from '../ir/agreements.ts';

const staff: Condition = { kind: 'number', subject: about('staff'), ...least(200), decimals: 0 };
const made: Agreement = agreement({
  scores: [score('fit', { rules: [leadRule('size', 20, { when: staff })] })],
});

function example(id: string, lead: Partial<LeadInput>, expect: Example['expect']): Example {
  const input = { id, created_at: now, ...lead };
  return { kind: 'example', id, says: id, as_of: now, lead: input, expect, span };
}

const unknown: Distinguish = () => ({ verdict: 'unknown' });

function survivorsOf(examples: readonly Example[]): readonly string[] {
  const { survivors } = mutationScore(made, examples, { distinguish: unknown });
  return survivors.map(({ mutant }) => mutant.id);
}

describe('the mutation score', () => {
  const at200 = example('at_200', { staff: 200 }, { scores: { fit: 20 } });
  const at199 = example('at_199', { staff: 199 }, { scores: { fit: 0 } });

  test('a change is noticed by an example at its edge', () => {
    expect(survivorsOf([at200, at199])).toEqual([]);
    expect(survivorsOf([at200])).toEqual(['size: staff at least 200 -> 199']);
    expect(survivorsOf([])).toHaveLength(5);
  });

  test('only what an example expects is compared', () => {
    expect(survivorsOf([example('reasons_only', { staff: 200 }, { reasons: ['size'] })])).toEqual([
      'size: points 20 -> 19',
      'size: points 20 -> 21',
      'size: staff at least 200 -> 199',
    ]);
  });

  test('an example that fails notices nothing', () => {
    expect(survivorsOf([example('wrong', { staff: 200 }, { scores: { fit: 21 } })])).toHaveLength(5);
  });

  test('changes that change nothing are not counted', () => {
    const { noticed, survivors, same } = mutationScore(made, [at200], {
      distinguish: () => ({ verdict: 'same' }),
    });
    expect({ noticed, survivors: survivors.length, same: same.length }).toEqual({
      noticed: 4,
      survivors: 0,
      same: 1,
    });
  });

  test('a lead is found for each change that is not noticed, and its example notices it', () => {
    const { survivors } = mutationScore(made, [], { distinguish: searchDifference });
    expect(survivors.map(({ found }) => found.verdict)).toEqual(Array(5).fill('different'));
    const examples = missingExamples(made, survivors).map((missing) => missing.example);
    expect(survivorsOf(examples)).toEqual([]);
    expect(examples.map(({ id }) => id)).toEqual(['notices_size_1', 'notices_size_2']);
  });

  test('a missing example says what the agreement decides today, of the part that differs', () => {
    const { survivors } = mutationScore(made, [at200], { distinguish: searchDifference });
    const [missing] = missingExamples(made, survivors);
    expect(missing?.example).toMatchObject({
      says: 'Notices if size should ask for staff at least 199 instead of 200.',
      lead: { staff: 199, events: [] },
      expect: { scores: { fit: 0 }, not_reasons: ['size'] },
    });
  });

  test('a lead whose difference no example can expect does not count as found', () => {
    const lead: LeadInput = { id: 'low', created_at: now, staff: 1 };
    const distinguish: Distinguish = () => ({ verdict: 'different', lead, asOf: now });
    const { survivors } = mutationScore(made, [at200], { distinguish });
    expect(survivors.map(({ found }) => found.verdict)).toEqual(['unknown']);
  });

  test('a lead is found that has exactly the points at which a transition moves', () => {
    const flagged: Condition = { kind: 'flag', subject: about('flagged'), is: true };
    const named: Condition = { kind: 'present', subject: about('title') };
    const rules = [
      leadRule('size', 20, { when: staff }),
      leadRule('flagged', 15, { when: flagged }),
      leadRule('named', 3, { when: named }),
    ];
    const asks = (value: number): Agreement => {
      const subject = { kind: 'score', id: 'fit' } as const;
      const when: Condition = { kind: 'number', subject, ...least(value), decimals: 0 };
      const transitions = [transition('by_fit', 'rule', 'lead', 'mql', { when })];
      return agreement({ scores: [score('fit', { rules })], transitions });
    };
    expect(searchDifference(asks(23), asks(24))).toMatchObject({
      verdict: 'different',
      lead: { staff: 200, title: expect.any(String) },
    });
  });

  test('where nothing differs the search does not know', () => {
    expect(searchDifference(made, { ...made })).toEqual({ verdict: 'unknown' });
  });

  test('an agreement that moves leads in a circle is noticed', () => {
    const circle = { id: 'x', about: 'x', kind: 'outcome', says: '', span } as const;
    const transitions = [
      transition('from_lead', 'rule', 'lead', 'mql'),
      transition('from_mql', 'rule', 'mql', 'lead'),
    ];
    expect(noticing(made, [at200])({ ...circle, agreement: () => ({ ...made, transitions }) })).toBe(true);
  });
});

test('coverage names what no example makes work', () => {
  const low = example('low', { staff: 1 }, {});
  const high = example('high', { staff: 300 }, {});
  expect(coverageOf(made, [low])).toEqual([{ what: 'scoring rule', of: 1, missing: ['size'] }]);
  expect(coverageOf(made, [low, high])).toEqual([{ what: 'scoring rule', of: 1, missing: [] }]);
});
