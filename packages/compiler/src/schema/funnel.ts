import { z } from 'zod';
import {
  because,
  condition,
  eventWhere,
  inForce,
  mapping,
  named,
  oneOrMany,
  options,
  owner,
} from './shapes.ts';
import { duration, name, prose } from './words.ts';

const moves = {
  id: name.meta({ description: 'The id of this transition.', examples: ['mql_by_score'] }).optional(),
  on: oneOrMany(name)
    .meta({
      description: 'The event, or one of several, with which people move the lead.',
      examples: ['sales_accepted'],
    })
    .optional(),
  where: eventWhere.optional(),
  when: condition
    .meta({
      description: 'What must hold of the lead; without `on` this alone moves it.',
      examples: [{ total: { at_least: 60 }, gave_consent: true }],
    })
    .optional(),
  because: because.optional(),
  in_force: inForce.optional(),
};

const { id, ...then } = moves;

const wayIn = mapping({
  id,
  from: oneOrMany(name).meta({
    description: 'The stages and exits that a lead comes from.',
    examples: ['visitor', ['visitor', 'lead']],
  }),
  ...then,
});
export type WayIn = z.output<typeof wayIn>;

const wayBack = mapping({
  id,
  to: name.meta({ description: 'The stage that a lead goes back to.', examples: ['mql'] }),
  ...then,
});
export type WayBack = z.output<typeof wayBack>;

const staleAfter = mapping({
  after: duration.meta({ description: 'So much time in the stage is too much.', examples: ['30 days'] }),
  to: name.meta({ description: 'Where the lead goes then.', examples: ['recycled'] }),
  without: oneOrMany(name)
    .meta({ description: 'Events that start the time again.', examples: [['page_viewed', 'form_sent']] })
    .optional(),
});

const common = {
  title: prose
    .meta({ description: 'What it is called.', examples: ['Marketing-qualified lead (MQL)'] })
    .optional(),
  owner: owner.describe('Which team owns the leads in it.').optional(),
  definition: prose.meta({
    description: 'Which leads are in it, as both teams understand it.',
    examples: ['An MQL that sales has accepted.'],
  }),
  not: prose
    .meta({ description: 'Which leads are not meant.', examples: ['Anybody on a bought list.'] })
    .optional(),
  enter: z
    .union([z.array(wayIn).min(1), wayIn])
    .meta({
      description: 'The way in, or a list of ways.',
      examples: [{ from: 'mql', on: 'sales_accepted' }],
    })
    .optional(),
  stale_after: staleAfter.describe('When a lead has been here too long, and where it goes then.').optional(),
};

const stage = mapping({
  ...common,
  zone: z
    .enum(['tofu', 'mofu', 'bofu'])
    .describe('The part of the funnel: its top, its middle or its bottom.'),
  end: z.boolean().describe('Whether the funnel ends here.').optional(),
});

const exit = mapping({
  ...common,
  reasons: options
    .meta({
      description: 'Why leads leave; the events that bring them here must say which.',
      examples: [{ no_fit: 'Not our kind of company' }],
    })
    .optional(),
  back: z
    .union([z.array(wayBack).min(1), wayBack])
    .meta({
      description: 'The way back into the funnel, or a list of ways.',
      examples: [{ to: 'mql', when: { demo_requested: { since: 'recycled' } } }],
    })
    .optional(),
  final: prose
    .meta({ description: 'Why nobody comes back from here.', examples: ['Never contacted again.'] })
    .optional(),
});

export type StageInput = z.output<typeof stage>;
export type ExitInput = z.output<typeof exit>;

/** `funnel.yaml` */
export const funnelFile = mapping({
  stages: named(stage).describe('The stages in their order; every lead begins in the first.'),
  exits: named(exit).describe('Where leads leave the funnel, for a while or for good.').optional(),
}).meta({
  title: 'funnel.yaml',
  description: 'The stages of a lead, who owns each, and how a lead comes into it.',
});
