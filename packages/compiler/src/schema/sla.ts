import { z } from 'zod';
import { weekdays } from '../time/weekdays.ts';
import { because, condition, inForce, keyedBy, mapping, named, oneOrMany, party } from './shapes.ts';
import { date, hours, name, percent, period, prose, writtenDuration } from './words.ts';

/** The days, and the words for several of them. */
export const dayNames = [...weekdays, 'weekdays', 'weekend', 'every_day'] as const;

const day = z.array(hours);
const holiday = z.union([
  mapping({
    date: date.describe('The day.'),
    name: prose.meta({ description: 'What the day is called.', examples: ['Christmas Day'] }).optional(),
  }),
  date,
]);

const specialDay = mapping({
  date: date.describe('The day.'),
  name: prose.meta({ description: 'What the day is called.', examples: ['Christmas Eve'] }).optional(),
  hours: day.meta({ description: 'The opening hours of that day.', examples: [['09:00-12:00']] }),
});

const calendar = mapping({
  title: prose.meta({ description: 'What the calendar is called.', examples: ['Berlin office'] }).optional(),
  zone: prose.meta({ description: 'The time zone of the opening hours.', examples: ['Europe/Berlin'] }),
  hours: keyedBy(dayNames, day.describe('The opening hours of the day.')).meta({
    description: 'Opening hours by day of the week; a day’s own name wins over the groups.',
    examples: [{ weekdays: ['09:00-12:30', '13:30-18:00'] }],
  }),
  holidays: z.array(holiday).describe('Days that are closed.').optional(),
  special_days: z.array(specialDay).describe('Days with other hours.').optional(),
});
export type CalendarInput = z.output<typeof calendar>;

const escalation = mapping({
  after: writtenDuration.describe('So much working time after the deadline.'),
  to: name.meta({ description: 'The role that is told.', examples: ['sales_manager'] }),
});

const starts = oneOrMany(name).meta({
  description: 'The stages and events at which it starts.',
  examples: ['sql'],
});
const stops = oneOrMany(name).meta({
  description: 'The events that end it.',
  examples: [['first_contact']],
});

const pause = mapping({
  from: oneOrMany(name).meta({ description: 'The event that stops the time.', examples: ['asked_lead'] }),
  until: oneOrMany(name).meta({ description: 'The event that resumes it.', examples: ['lead_replied'] }),
});

const clock = mapping({
  starts,
  stops,
  pauses: z.array(pause).min(1).describe('While one of these is open, the clock stands still.').optional(),
  restarts: oneOrMany(name)
    .meta({
      description: 'The events that start it anew, with the full time.',
      examples: [['owner_changed']],
    })
    .optional(),
});

const attempts = mapping({
  of: oneOrMany(name).meta({ description: 'The events that count as an attempt.', examples: ['call_made'] }),
  at_least: z
    .int()
    .min(1)
    .max(1000)
    .meta({ description: 'How often they must happen.', examples: [5] }),
  within: writtenDuration.meta({ description: 'Within which time.', examples: ['14 days'] }),
  starts,
  stops: stops.optional(),
});

const deliver = mapping({
  stage: name.meta({ description: 'The stage that leads enter.', examples: ['lead'] }),
  at_least: z
    .int()
    .min(1)
    .max(1_000_000_000)
    .meta({ description: 'How many leads enter it in each period.', examples: [5000] }),
  per: period.describe('The period.'),
  for_each: name
    .meta({ description: 'So many for each member of this queue.', examples: ['enterprise'] })
    .optional(),
});

const ratio = mapping({
  of: name.meta({ description: 'The stage they come to.', examples: ['sql'] }),
  from: name.meta({ description: 'The stage they come from.', examples: ['mql'] }),
  at_least: percent.describe('The share that comes to it.'),
  per: period.describe('The period.'),
  cohort: z
    .enum(['entered', 'same_period'])
    .describe(
      'entered: follows those who entered in the period. same_period: divides the counts of one period.',
    ),
});

const promise = mapping({
  by: party.describe('Which team promises.'),
  says: prose.meta({
    description: 'What is promised.',
    examples: ['Contact every new SQL within one working hour.'],
  }),
  because: because.optional(),
  when: condition.describe('Which leads the promise is about.').optional(),
  in_force: inForce.optional(),
  clock: clock
    .meta({
      description: 'A clock for each lead: something must happen in time.',
      examples: [{ starts: 'sql', stops: ['first_contact'] }],
    })
    .optional(),
  attempts: attempts.describe('So many attempts for each lead.').optional(),
  deliver: deliver.describe('So many leads in each period.').optional(),
  ratio: ratio.describe('A share of the leads of one stage that comes to another.').optional(),
  within: writtenDuration
    .meta({ description: 'The working time of the calendar until the deadline.', examples: ['1 hour'] })
    .optional(),
  calendar: z
    .string()
    .meta({
      description: 'Whose working time counts: a calendar, owner, or always.',
      examples: ['owner', 'always'],
    })
    .optional(),
  kept_for: percent
    .meta({ description: 'For which share of leads it is kept.', examples: ['90%'] })
    .optional(),
  per: period.meta({ description: 'The period in which it is measured.', examples: ['month'] }).optional(),
  remind: writtenDuration
    .meta({
      description: 'So much working time before the deadline a reminder is sent.',
      examples: ['15 minutes'],
    })
    .optional(),
  escalate: z
    .array(escalation)
    .min(1)
    .meta({
      description: 'Who is told after the deadline, and when.',
      examples: [[{ after: '4 hours', to: 'sales_manager' }]],
    })
    .optional(),
});
export type PromiseInput = z.output<typeof promise>;

/** `sla.yaml` */
export const slaFile = mapping({
  default_calendar: z
    .string()
    .meta({ description: 'The calendar where no other is named.', examples: ['berlin'] })
    .optional(),
  calendars: named(calendar).describe('The working time of the teams, by name.').optional(),
  promises: named(promise).describe('What the two teams promise each other, by id.'),
}).meta({ title: 'sla.yaml', description: 'What the two teams promise each other, and in which time.' });
