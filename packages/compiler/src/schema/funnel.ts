import { z } from 'zod';
import { condition, inForce, mapping, named, oneOrMany, options, owner } from './shapes.ts';
import { duration, name, prose } from './words.ts';

const wayIn = mapping({
  id: name.optional(),
  from: oneOrMany(name),
  on: oneOrMany(name).optional(),
  where: condition.optional(),
  when: condition.optional(),
  because: prose.optional(),
  in_force: inForce.optional(),
});
export type WayIn = z.output<typeof wayIn>;

const wayBack = mapping({
  id: name.optional(),
  to: name,
  on: oneOrMany(name).optional(),
  where: condition.optional(),
  when: condition.optional(),
  because: prose.optional(),
  in_force: inForce.optional(),
});
export type WayBack = z.output<typeof wayBack>;

const staleAfter = mapping({ after: duration, to: name, without: oneOrMany(name).optional() });

const common = {
  title: prose.optional(),
  owner: owner.optional(),
  definition: prose,
  not: prose.optional(),
  enter: z.union([z.array(wayIn).min(1), wayIn]).optional(),
  stale_after: staleAfter.optional(),
};

const stage = mapping({ ...common, zone: z.enum(['tofu', 'mofu', 'bofu']), end: z.boolean().optional() });

const exit = mapping({
  ...common,
  reasons: options.optional(),
  back: z.union([z.array(wayBack).min(1), wayBack]).optional(),
  final: prose.optional(),
});

export type StageInput = z.output<typeof stage>;
export type ExitInput = z.output<typeof exit>;

/** `funnel.yaml` */
export const funnelFile = mapping({ stages: named(stage), exits: named(exit).optional() });
