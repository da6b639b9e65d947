import { z } from 'zod';
import { because, condition, inForce, mapping, named, oneOrMany, options, party } from './shapes.ts';
import { name, prose } from './words.ts';

const calendar = z
  .string()
  .meta({ description: 'The calendar of their working time.', examples: ['berlin'] });

const person = mapping({
  name: prose.meta({ description: 'What stands in owner fields for this person.', examples: ['AE Berlin'] }),
  calendar: calendar.optional(),
});

const queue = mapping({
  title: prose.meta({ description: 'What the queue is called.', examples: ['Enterprise desk'] }).optional(),
  party: party.describe('Which team works the queue.'),
  calendar: calendar.optional(),
  members: z
    .array(name)
    .min(1)
    .meta({ description: 'The people who work it.', examples: [['ae_berlin', 'ae_paris']] })
    .optional(),
  assign: z
    .enum(['round_robin', 'least_loaded', 'by_hand'])
    .describe('How a lead of the queue finds a person.'),
  manager: name
    .meta({ description: 'The role that manages the queue.', examples: ['sales_manager'] })
    .optional(),
});

const target = z.union([
  mapping({
    owner: name.meta({
      description: 'The text field that names the person.',
      examples: ['account_owner'],
    }),
  }),
  name,
]);
export type TargetInput = z.output<typeof target>;

const routeRow = z
  .object({
    id: name.meta({ description: 'The id of the row.', examples: ['big'] }),
    to: target.meta({
      description: 'The queue, or the person named in a text field.',
      examples: ['enterprise', { owner: 'account_owner' }],
    }),
    because: because.optional(),
    in_force: inForce.optional(),
  })
  .catchall(z.unknown())
  .describe('A row: every key that is not its own is a condition.');

const routing = mapping({
  stages: oneOrMany(name).meta({
    description: 'The stages in which leads are routed.',
    examples: [['mql', 'sql']],
  }),
  match: z
    .enum(['first', 'exactly_one'])
    .describe('first: the first row that holds. exactly_one: a promise that never two rows hold.'),
  table: z
    .array(routeRow)
    .min(1)
    .meta({
      description: 'Which leads go where.',
      examples: [[{ id: 'big', employees: { at_least: 1000 }, to: 'enterprise' }]],
    }),
  otherwise: target
    .meta({ description: 'Where leads go when no row holds.', examples: ['inbound'] })
    .optional(),
});

const notice = mapping({
  id: name.meta({ description: 'The id of the notice.', examples: ['tell_owner'] }),
  on: oneOrMany(name).meta({
    description: 'The stages and exits at whose entry it is sent.',
    examples: ['mql'],
  }),
  to: z.string().meta({ description: 'Who is told: owner, or a role.', examples: ['owner'] }),
  by: z
    .array(z.enum(['email', 'slack', 'sms', 'task']))
    .min(1)
    .describe('How they are told.'),
  says: prose.meta({ description: 'What they are told.', examples: ['You have a new MQL.'] }),
  shows: z
    .array(name)
    .meta({ description: 'Which fields are shown.', examples: [['seniority', 'employees']] })
    .optional(),
  when: condition.describe('What must hold of the lead.').optional(),
  in_force: inForce.optional(),
});

const recycling = mapping({
  id: name.meta({ description: 'The id of the row.', examples: ['later'] }),
  exit: name.meta({ description: 'The exit that the leads are in.', examples: ['recycled'] }),
  reasons: z
    .array(z.string())
    .min(1)
    .meta({ description: 'The reasons for which they left.', examples: [['bad_timing']] }),
  owner: party.describe('Which team takes care of them.'),
  does: prose.meta({
    description: 'What the team does with them.',
    examples: ['Puts it on the quarterly letter.'],
  }),
});

const acceptance = mapping({
  on: oneOrMany(name).meta({ description: 'The event of accepting.', examples: ['sales_accepted'] }),
  means: prose.describe('What accepting a lead means.'),
  checklist: z
    .array(prose)
    .meta({ description: 'What is checked before.', examples: [['The company exists']] })
    .optional(),
});

const rejection = mapping({
  on: oneOrMany(name).meta({ description: 'The event of rejecting.', examples: ['sales_rejected'] }),
  means: prose.describe('What rejecting a lead means.'),
  reasons: options.meta({
    description: 'Why leads are rejected; the event must say which.',
    examples: [{ bad_timing: 'Bad timing', no_budget: 'No budget' }],
  }),
});

/** `handoff.yaml` */
export const handoffFile = mapping({
  people: named(person).describe('Who can own a lead.').optional(),
  queues: named(queue).describe('The queues that leads wait in.').optional(),
  routing: routing.describe('Which lead goes to which queue or person.').optional(),
  notify: z.array(notice).min(1).describe('Who is told when a lead enters a stage.').optional(),
  acceptance: acceptance.describe('How sales accepts a lead.').optional(),
  rejection: rejection.describe('How sales sends a lead back, and why.').optional(),
  recycling: z
    .array(recycling)
    .min(1)
    .describe('What is done with leads that came back; each reason is in exactly one row.')
    .optional(),
}).meta({
  title: 'handoff.yaml',
  description: 'How a lead passes from marketing to sales, and back.',
});
