import { z } from 'zod';
import { date, duration, mapping, named, owner, party, prose } from './words.ts';

const partyInfo = mapping({ title: prose, head: prose, approvers: z.array(prose).min(1) });

/** `agreement.yaml` */
export const agreementFile = mapping({
  smarketing: z.literal(1),
  title: prose,
  summary: prose.optional(),
  parties: mapping({ marketing: partyInfo, sales: partyInfo }),
  roles: named(mapping({ title: prose, party: owner })).optional(),
  currency: prose,
  time_zone: prose,
  effective_from: date,
  review_by: date,
  notice_period: duration,
});

export type PartyName = z.infer<typeof party>;
