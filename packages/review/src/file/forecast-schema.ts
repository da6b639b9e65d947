import { z } from 'zod';
import type { Forecast } from '../forecast/data.ts';
import { list, party, text } from './parts.ts';

const number = z.number();
const range = z.strictObject({ mean: number, p5: number, p95: number }).nullable();
const asked = z.strictObject({ asks: number, chance: number.min(0).max(1) }).nullable();
const figure = number.nullable();
const runs = z.int().min(1);
const desks = list(z.strictObject({ desk: text, people: number }));

const ways = z.strictObject({
  people: z.strictObject({ times: number, desks }).nullable(),
  within_ms: figure,
  leads: figure,
});

export const forecast: z.ZodType<Forecast> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), why: z.enum(['no-assumptions', 'no-effect']) }),
  z.strictObject({
    kind: z.literal('made'),
    start: text,
    weeks: runs,
    runs,
    seed: z.int().min(0),
    pool: z.tuple([runs, runs]).readonly(),
    currency: text,
    rows: list(
      z.strictObject({
        id: text,
        group: z.enum(['volume', 'promise', 'goal', 'money', 'load']),
        title: text,
        unit: z.enum(['leads', 'share', 'money']),
        before: figure,
        after: figure,
        change: range,
        clear: z.boolean(),
        target: z
          .strictObject({ by: z.enum(['marketing', 'sales', 'shared']), before: asked, after: asked })
          .nullable(),
      }),
    ),
    broken: list(
      z.strictObject({
        promise: text,
        by: party,
        says: text,
        unit: z.enum(['share', 'leads']),
        kept: number,
        promised: number,
        ways: ways.nullable(),
      }),
    ),
    assumptions: list(
      z.strictObject({
        id: text,
        unit: z.enum(['leads', 'times', 'share', 'people', 'ms', 'money']),
        value: number,
        low: figure,
        high: figure,
        source: text,
        as_of: text.nullable(),
      }),
    ),
    gaps: list(z.strictObject({ what: text, why: text })),
    assumesOtherwise: z.boolean(),
  }),
]);
