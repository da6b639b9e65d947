import { expect, test } from 'vitest';
import { mutationScore } from '../../src/mutate/score.ts';
import { searchDifference } from '../../src/mutate/search.ts';
import { compiled } from '../agreements/decides.ts';

// What no example can notice, each with its reason: the rest of the agreement decides these leads alike.
const unnoticeable = {
  acme: {
    'finance_head: after data_lead': 'no lead is in finance and in the departments of a head of data at once',
    'europe_large: employees below 5000 -> 5001': 'the row giant takes 5,000 people before',
    'dach_large: employees below 5000 -> 5001': 'the row giant takes 5,000 people before',
    'america_unknown: without the test of us_region': 'the rows before take every known region',
  },
  starter: {},
} as const;

test.each(['acme', 'starter'] as const)(
  'the examples of %s notice every change that a lead can show',
  { timeout: 60_000 },
  (name) => {
    const agreement = compiled(name);
    const { noticed, survivors } = mutationScore(agreement, agreement.examples, {
      distinguish: searchDifference,
    });
    process.stdout.write(`${name}: ${noticed} of ${noticed + survivors.length} changes would be noticed\n`);
    expect(survivors.map(({ mutant, found }) => [mutant.id, found.verdict])).toEqual(
      Object.keys(unnoticeable[name]).map((id) => [id, 'unknown']),
    );
  },
);
