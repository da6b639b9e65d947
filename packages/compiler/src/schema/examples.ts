import { z } from 'zod';
import { mapping } from './shapes.ts';
import { ago, moment, name, prose } from './words.ts';

/** A moment, or so much time before the example's `as_of`: `2 days ago`. */
const at = z.union([moment, ago]);

const event = mapping({
  id: z
    .string()
    .min(1)
    .max(200)
    .describe('The id of the event; two events with the same id are one.')
    .optional(),
  event: name.meta({ description: 'The name of the event.', examples: ['demo_requested'] }),
  at: at.meta({
    description: 'When it happened: a moment, or so long before `as_of`.',
    examples: ['1 hour ago', '2026-11-23 17:30'],
  }),
  properties: z
    .record(z.string(), z.unknown())
    .meta({ description: 'The properties of the event.', examples: [{ path: '/pricing' }] })
    .optional(),
});
export type ExampleEvent = z.output<typeof event>;

const promised = z.union([
  mapping({
    state: z
      .enum(['running', 'paused', 'met', 'broken', 'beyond_calendar'])
      .describe('How the promise stands at `as_of`.')
      .optional(),
    due: z
      .union([moment, z.literal('none')])
      .describe('Its deadline, or none.')
      .optional(),
  }),
  z.literal('none'),
]);

const expect = mapping({
  stage: name.describe('The stage or exit in which the decision leaves the lead.').optional(),
  scores: z
    .record(z.string(), z.number())
    .meta({ description: 'The scores of the lead.', examples: [{ fit: 45 }] })
    .optional(),
  bands: z
    .record(z.string(), z.string())
    .meta({ description: 'The bands of its scores.', examples: [{ fit: 'A' }] })
    .optional(),
  grade: z
    .string()
    .meta({ description: 'Its grade, or none.', examples: ['A1', 'none'] })
    .optional(),
  persona: z.string().describe('Its persona, or none.').optional(),
  queue: z.string().describe('The queue it is routed to, or none.').optional(),
  owner: z.string().describe('The person it is routed to, or none.').optional(),
  route: z.string().describe('The id of the routing row that decides, or none.').optional(),
  promises: z
    .record(z.string(), promised)
    .meta({
      description: 'How promises stand; none for one that must not have started.',
      examples: [{ first_contact: { state: 'running', due: '2026-11-24 09:30' } }],
    })
    .optional(),
  notices: z.array(name).describe('The notices that are sent.').optional(),
  reasons: z.array(name).describe('Ids that must be among the reasons of the decision.').optional(),
  not_reasons: z.array(name).describe('Ids that must not be among the reasons of the decision.').optional(),
});

const example = mapping({
  id: name.meta({ description: 'The id of the example.', examples: ['vp_who_asks'] }),
  says: prose.meta({
    description: 'What the example shows.',
    examples: ['A VP who asks for a demo is an MQL at once.'],
  }),
  as_of: moment.describe('The moment of the decision.'),
  stage: name.describe('The stage in which the lead is recorded since it was created.').optional(),
  lead: z.record(z.string(), z.unknown()).meta({
    description: 'The fields of the lead by name; without `created_at` it is 30 days old.',
    examples: [{ seniority: 'vp', employees: 120 }],
  }),
  events: z.array(event).describe('What happened to the lead.').optional(),
  expect: expect.describe('What must come out; only what is written here is compared.'),
});
export type ExampleInput = z.output<typeof example>;

/** `examples/*.yaml` */
export const examplesFile = mapping({
  examples: z.array(example).min(1).describe('Leads, and what is expected to be decided of them.'),
}).meta({
  title: 'examples/*.yaml',
  description: 'Examples of leads, each with what the agreement must decide.',
});
