import { z } from 'zod';
import { assertion, waiver } from './assertions.ts';
import { mapping, named, owner } from './shapes.ts';
import { date, duration, prose, refuse } from './words.ts';

const partyInfo = mapping({ title: prose, head: prose, approvers: z.array(prose).min(1) });

/** Calendars are written out from the year before the first day to some years after the last: both must be of our time. */
const near = date.superRefine((day, ctx) => {
  if (day < '2000' || day > '2101')
    refuse(ctx, { code: 'out-of-range', params: { got: day, expected: 'a day from 2000 to 2100' } });
});

/** `agreement.yaml` */
export const agreementFile = mapping({
  smarketing: z.literal(1),
  title: prose,
  summary: prose.optional(),
  parties: mapping({ marketing: partyInfo, sales: partyInfo }),
  roles: named(mapping({ title: prose, party: owner })).optional(),
  currency: prose,
  time_zone: prose,
  effective_from: near,
  review_by: near,
  notice_period: duration,
  assertions: z.array(assertion).min(1).optional(),
  waivers: z.array(waiver).min(1).optional(),
});
