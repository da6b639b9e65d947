import { z } from 'zod';
import type { Replay } from '../replay/data.ts';
import { list, text } from './parts.ts';

const count = z.int().min(0);
const part = z.number().min(0).max(1);
const told = count.nullable();
const share = z.strictObject({ share: part, low: part, high: part }).nullable();
const two = z.tuple([told, told]).readonly();

export const replay: z.ZodType<Replay> = z.strictObject({
  as_of: text,
  leads: told,
  created: z.tuple([text, text]).readonly().nullable(),
  refused: count,
  changed: told,
  outside: z.enum(['none', 'some']).nullable(),
  moves: list(
    z.strictObject({
      aspect: z.enum(['stage', 'grade', 'persona', 'queue']),
      from: text.nullable(),
      to: text.nullable(),
      leads: told,
    }),
  ),
  segments: list(z.strictObject({ by: text, value: text, leads: count, changed: told, handed: two })),
  handover: z
    .strictObject({
      stage: text,
      won: text,
      hasOutcomes: z.boolean(),
      before: told,
      after: told,
      cohorts: list(
        z.strictObject({ who: z.enum(['both', 'added', 'dropped']), leads: told, won: share, lost: share }),
      ),
    })
    .nullable(),
});
