import { z } from 'zod';
import { assertion, waiver } from './assertions.ts';
import { keyedBy, mapping, named, owner } from './shapes.ts';
import { date, duration, prose, refuse } from './words.ts';

const partyInfo = mapping({
  title: prose.meta({ description: 'What the team is called.', examples: ['Marketing'] }),
  head: prose.meta({ description: 'Who leads the team.', examples: ['Head of Marketing'] }),
  approvers: z
    .array(prose)
    .min(1)
    .meta({ description: 'Who approves changes for the team.', examples: [['@northwind/marketing-leads']] }),
});

const role = mapping({
  title: prose.meta({ description: 'What the role is called.', examples: ['Sales manager'] }),
  party: owner.describe('The team of this role, or shared.'),
});

const agreeing = z.enum(['both', 'either', 'marketing', 'sales', 'harder_for']);

/** What changes can be about. */
const changeTopics = [
  'definitions',
  'scoring',
  'funnel',
  'handoff',
  'promises',
  'plans',
  'agreement',
  'other',
  'wording',
] as const;

/** Calendars are written out from the year before the first day to some years after the last: both must be of our time. */
const near = date.superRefine((day, ctx) => {
  if (day < '2000' || day > '2101')
    refuse(ctx, { code: 'out-of-range', params: { got: day, expected: 'a day from 2000 to 2100' } });
});

/** `agreement.yaml` */
export const agreementFile = mapping({
  smarketing: z.literal(1).describe('The version of the language this agreement is written in.'),
  title: prose.meta({
    description: 'The name of the agreement.',
    examples: ['Northwind sales and marketing agreement'],
  }),
  summary: prose
    .meta({
      description: 'What is agreed, in a sentence or two.',
      examples: ['What a lead is, who works it, and how fast.'],
    })
    .optional(),
  parties: mapping({
    marketing: partyInfo.describe('The marketing team.'),
    sales: partyInfo.describe('The sales team.'),
  }).describe('The two teams that agree.'),
  roles: named(role).describe('Who can be told, reminded and invited.').optional(),
  currency: prose.meta({ description: 'The currency of every amount of money.', examples: ['EUR'] }),
  time_zone: prose.meta({
    description: 'The time zone of days, and of moments that do not say theirs.',
    examples: ['Europe/Berlin'],
  }),
  effective_from: near.describe('The first day of the agreement.'),
  review_by: near.describe(
    'The day by which both teams must look at the agreement again; once it is past, that is an error.',
  ),
  notice_period: duration.meta({
    description: 'The notice that a team must give.',
    examples: ['14 days'],
  }),
  approvals: keyedBy(changeTopics, agreeing)
    .meta({
      description:
        'Who must agree to changes, by what they are about: both teams, either of them, one, or the one that has it harder.',
      examples: [{ scoring: 'both', promises: 'harder_for', wording: 'either' }],
    })
    .optional(),
  assertions: z
    .array(assertion)
    .min(1)
    .describe('What both teams say of every decision, whatever the lead. They decide nothing.')
    .optional(),
  waivers: z.array(waiver).min(1).describe('Findings that both teams accept for a while.').optional(),
}).meta({
  title: 'agreement.yaml',
  description: 'Who agrees, from when, and by when the agreement is looked at again.',
});
