import { z } from 'zod';
import { condition, inForce, keyedBy, mapping, named, oneOrMany, party } from './shapes.ts';
import { date, hours, name, percent, period, prose, writtenDuration } from './words.ts';

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** The days, and the words for several of them. */
export const dayNames = [...weekdays, 'weekdays', 'weekend', 'every_day'] as const;

const day = z.array(hours);
const holiday = z.union([mapping({ date, name: prose.optional() }), date]);

const calendar = mapping({
  title: prose.optional(),
  zone: prose,
  hours: keyedBy(dayNames, day).meta({ description: 'Opening hours by day of the week.' }),
  holidays: z.array(holiday).optional(),
  special_days: z.array(mapping({ date, name: prose.optional(), hours: day })).optional(),
});
export type CalendarInput = z.output<typeof calendar>;

const escalation = mapping({ after: writtenDuration, to: name });

const clock = mapping({
  starts: oneOrMany(name),
  stops: oneOrMany(name),
  pauses: z
    .array(mapping({ from: oneOrMany(name), until: oneOrMany(name) }))
    .min(1)
    .optional(),
  restarts: oneOrMany(name).optional(),
});

const attempts = mapping({
  of: oneOrMany(name),
  at_least: z.int().min(1).max(1000),
  within: writtenDuration,
  starts: oneOrMany(name),
  stops: oneOrMany(name).optional(),
});

const deliver = mapping({
  stage: name,
  at_least: z.int().min(1).max(1_000_000_000),
  per: period,
  for_each: name.optional(),
});

const ratio = mapping({
  of: name,
  from: name,
  at_least: percent,
  per: period,
  cohort: z.enum(['entered', 'same_period']),
});

const promise = mapping({
  by: party,
  says: prose,
  because: prose.optional(),
  when: condition.optional(),
  in_force: inForce.optional(),
  clock: clock.optional(),
  attempts: attempts.optional(),
  deliver: deliver.optional(),
  ratio: ratio.optional(),
  within: writtenDuration.optional(),
  calendar: z.string().optional(),
  kept_for: percent.optional(),
  per: period.optional(),
  remind: writtenDuration.optional(),
  escalate: z.array(escalation).min(1).optional(),
});
export type PromiseInput = z.output<typeof promise>;

/** `sla.yaml` */
export const slaFile = mapping({
  default_calendar: z.string().optional(),
  calendars: named(calendar).optional(),
  promises: named(promise),
});
