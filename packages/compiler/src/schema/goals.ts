import { z } from 'zod';
import { mapping, named, owner } from './shapes.ts';
import { date, money, name, percent, prose } from './words.ts';

/** What makes a goal SMART may be missing by shape: a rule of its own says all that is missing at once. */
const goal = mapping({
  metric: name.optional(),
  target: z.number().positive().optional(),
  from: date.optional(),
  by: date.optional(),
  owner: owner.optional(),
  because: prose.optional(),
  deal_size: money.optional(),
  rates: z
    .array(mapping({ from: name, to: name, rate: percent }))
    .min(1)
    .optional(),
  needs: z.record(z.string(), z.int().min(0)).optional(),
});
export type GoalInput = z.output<typeof goal>;

const weight = z.union([mapping({ label: prose, weight: percent }), percent]);

/** `goals.yaml` */
export const goalsFile = mapping({
  goals: named(goal).optional(),
  attribution: mapping({ weights: named(weight) }).optional(),
  incentives: z
    .array(mapping({ id: name, for: owner, on: name, says: prose }))
    .min(1)
    .optional(),
});
