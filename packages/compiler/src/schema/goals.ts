import { z } from 'zod';
import { mapping, named, owner } from './shapes.ts';
import { date, money, name, percent, prose } from './words.ts';

const rate = mapping({
  from: name.meta({ description: 'The stage they come from.', examples: ['lead'] }),
  to: name.meta({ description: 'The stage they come to.', examples: ['customer'] }),
  rate: percent.meta({ description: 'The share that comes to it.', examples: ['2%'] }),
});

/** What makes a goal SMART may be missing by shape: a rule of its own says all that is missing at once. */
const goal = mapping({
  metric: name
    .meta({
      description: 'What is counted: revenue, or the leads that enter a stage.',
      examples: ['revenue', 'customer'],
    })
    .optional(),
  target: z
    .number()
    .positive()
    .meta({ description: 'How much is wanted.', examples: [10_000] })
    .optional(),
  from: date.describe('The first day that counts; the agreement’s `effective_from`, if not said.').optional(),
  by: date.describe('The day by which the target is reached.').optional(),
  owner: owner.describe('Which team answers for the goal.').optional(),
  because: prose
    .meta({ description: 'Why the goal matters.', examples: ['Pays for the second product team.'] })
    .optional(),
  deal_size: money.meta({ description: 'What a customer is worth.', examples: [1000] }).optional(),
  rates: z
    .array(rate)
    .min(1)
    .describe('Which share of one stage comes to another, to work backwards from customers to leads.')
    .optional(),
  needs: z
    .record(z.string(), z.int().min(0))
    .meta({
      description: 'How many leads the goal needs in each stage; the compiler computes it again.',
      examples: [{ customer: 10, lead: 500 }],
    })
    .optional(),
});
export type GoalInput = z.output<typeof goal>;

const weight = z.union([
  mapping({
    label: prose.describe('What the touch is called.'),
    weight: percent.describe('Its share.'),
  }),
  percent,
]);

const incentive = mapping({
  id: name.meta({ description: 'The id of the incentive.', examples: ['team_dinner'] }),
  for: owner.describe('Which team gets it.'),
  on: name.meta({ description: 'The goal that it depends on.', examples: ['new_revenue'] }),
  says: prose.meta({ description: 'What they get.', examples: ['Both teams go out together.'] }),
});

/** `goals.yaml` */
export const goalsFile = mapping({
  goals: named(goal)
    .describe('The goals by id; each says what, how much, until when, who and why.')
    .optional(),
  attribution: mapping({
    weights: named(weight).meta({
      description: 'The share of each touch; they sum to 100%.',
      examples: [{ first_touch: '40%', mql: '30%', opportunity: '30%' }],
    }),
  })
    .describe('How revenue is shared out over touches.')
    .optional(),
  incentives: z.array(incentive).min(1).describe('What a team gets when a goal is reached.').optional(),
}).meta({ title: 'goals.yaml', description: 'What the two teams want to reach together, and by when.' });
