import { z } from 'zod';
import { weekdays } from '../time/weekdays.ts';
import { mapping, named, owner } from './shapes.ts';
import { name, period, prose, time } from './words.ts';

const meeting = mapping({
  title: prose.meta({ description: 'What the meeting is called.', examples: ['Weekly smarketing meeting'] }),
  every: period.meta({ description: 'How often the teams meet.', examples: ['week', 'month'] }),
  on: z.enum(weekdays).describe('The day of the week.').optional(),
  at: time.meta({ description: 'The time of the day, in quotes.', examples: ['09:30'] }).optional(),
  minutes: z
    .int()
    .min(5)
    .max(1440)
    .meta({ description: 'How long it takes, in minutes.', examples: [30] }),
  owner: owner.describe('Which team owns the meeting.'),
  who: z
    .array(name)
    .min(1)
    .meta({ description: 'The roles that are invited.', examples: [['sales_manager', 'demand_manager']] }),
  agenda: z
    .array(prose)
    .min(1)
    .meta({ description: 'What is talked about.', examples: [['Promises kept and broken']] }),
});

/** `cadence.yaml` */
export const cadenceFile = mapping({
  meetings: named(meeting).describe('The meetings of the two teams, by id.'),
}).meta({ title: 'cadence.yaml', description: 'When the two teams meet, and about what.' });
