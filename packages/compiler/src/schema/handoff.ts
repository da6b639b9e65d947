import { z } from 'zod';
import { condition, inForce, mapping, named, oneOrMany, options, party } from './shapes.ts';
import { name, prose } from './words.ts';

const person = mapping({ name: prose, calendar: z.string().optional() });

const queue = mapping({
  title: prose.optional(),
  party,
  calendar: z.string().optional(),
  members: z.array(name).min(1).optional(),
  assign: z.enum(['round_robin', 'least_loaded', 'by_hand']),
  manager: name.optional(),
});

const target = z.union([mapping({ owner: name }), name]);
export type TargetInput = z.output<typeof target>;

const routeRow = z
  .object({ id: name, to: target, because: prose.optional(), in_force: inForce.optional() })
  .catchall(z.unknown());

const routing = mapping({
  stages: oneOrMany(name),
  match: z.enum(['first', 'exactly_one']),
  table: z.array(routeRow).min(1),
  otherwise: target.optional(),
});

const notice = mapping({
  id: name,
  on: oneOrMany(name),
  to: z.string(),
  by: z.array(z.enum(['email', 'slack', 'sms', 'task'])).min(1),
  says: prose,
  shows: z.array(name).optional(),
  when: condition.optional(),
  in_force: inForce.optional(),
});

const recycling = mapping({
  id: name,
  exit: name,
  reasons: z.array(z.string()).min(1),
  owner: party,
  does: prose,
});

/** `handoff.yaml` */
export const handoffFile = mapping({
  people: named(person).optional(),
  queues: named(queue).optional(),
  routing: routing.optional(),
  notify: z.array(notice).min(1).optional(),
  acceptance: mapping({ on: oneOrMany(name), means: prose, checklist: z.array(prose).optional() }).optional(),
  rejection: mapping({ on: oneOrMany(name), means: prose, reasons: options }).optional(),
  recycling: z.array(recycling).min(1).optional(),
});
