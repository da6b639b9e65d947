import { z } from 'zod';
import { mapping, named, owner } from './shapes.ts';
import { weekdays } from './sla.ts';
import { name, period, prose } from './words.ts';

const meeting = mapping({
  title: prose,
  every: period,
  on: z.enum(weekdays).optional(),
  at: z.string().optional(),
  minutes: z.int().min(5).max(1440),
  owner,
  who: z.array(name).min(1),
  agenda: z.array(prose).min(1),
});

/** `cadence.yaml` */
export const cadenceFile = mapping({ meetings: named(meeting) });
