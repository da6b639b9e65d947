import { z } from 'zod';
import { mapping } from './shapes.ts';
import { ago, moment, name, prose } from './words.ts';

/** A moment, or so much time before the example's `as_of`: `2 days ago`. */
const at = z.union([moment, ago]);

const event = mapping({
  id: z.string().min(1).max(200).optional(),
  event: name,
  at,
  properties: z.record(z.string(), z.unknown()).optional(),
});
export type ExampleEvent = z.output<typeof event>;

const promised = z.union([
  mapping({
    state: z.enum(['running', 'paused', 'met', 'broken', 'beyond_calendar']).optional(),
    due: z.union([moment, z.literal('none')]).optional(),
  }),
  z.literal('none'),
]);

const expect = mapping({
  stage: name.optional(),
  scores: z.record(z.string(), z.number()).optional(),
  bands: z.record(z.string(), z.string()).optional(),
  grade: z.string().optional(),
  persona: z.string().optional(),
  queue: z.string().optional(),
  owner: z.string().optional(),
  route: z.string().optional(),
  promises: z.record(z.string(), promised).optional(),
  notices: z.array(name).optional(),
  reasons: z.array(name).optional(),
  not_reasons: z.array(name).optional(),
});

const example = mapping({
  id: name,
  says: prose,
  as_of: moment,
  stage: name.optional(),
  lead: z.record(z.string(), z.unknown()),
  events: z.array(event).optional(),
  expect,
});
export type ExampleInput = z.output<typeof example>;

/** `examples/*.yaml` */
export const examplesFile = mapping({ examples: z.array(example).min(1) });
