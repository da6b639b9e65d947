import type { z } from 'zod';
import { because, condition, mapping } from './shapes.ts';
import { date, name, prose } from './words.ts';

const asked = {
  when: condition.describe('Which decisions are meant; all of them, if not said.').optional(),
  never: condition
    .meta({
      description: 'What no decision has for which `when` holds.',
      examples: [{ becomes: 'customer', deal_won: 'never' }],
    })
    .optional(),
  always: condition
    .meta({
      description: 'What every decision has for which `when` holds.',
      examples: [{ employees: { at_least: 1000 } }],
    })
    .optional(),
};

/** What is asked of the prover beside the agreement: an assertion without its words. */
export const questionText = mapping(asked);

export const assertion = mapping({
  id: name.meta({ description: 'The id of the assertion.', examples: ['no_customer_without_a_deal'] }),
  says: prose.meta({
    description: 'What both teams say.',
    examples: ['Nobody becomes a customer before a deal is won.'],
  }),
  ...asked,
  because: because.optional(),
});
export type AssertionInput = z.output<typeof assertion>;

export const waiver = mapping({
  finding: prose.meta({
    description: 'The code of the finding that is accepted.',
    examples: ['queue-unused'],
  }),
  of: prose.meta({ description: 'The id of what the finding is about.', examples: ['partners'] }),
  because: prose.meta({
    description: 'Why it is accepted.',
    examples: ['The partner desk opens in January.'],
  }),
  until: date.describe('The last day on which the waiver holds; after it, the waiver is an error.'),
});
