import { z } from 'zod';
import { mapping, named } from './shapes.ts';
import { moment, name, prose } from './words.ts';

const word = z.union([z.string(), z.boolean()]);
const words = z.record(z.string(), word);

const column = z.union([
  mapping({
    column: z.string(),
    values: words.optional(),
    others: word.optional(),
    separator: z.string().min(1).max(3).optional(),
    value: z.unknown().optional(),
  }),
  mapping({ value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.string().min(1),
]);
export type ColumnInput = z.output<typeof column>;

const event = mapping({
  event: name,
  at: z.union([mapping({ fixed: moment }), z.string().min(1)]),
  if: mapping({ column: z.string(), is: z.array(z.string()).min(1).optional() }).optional(),
  times: z.string().optional(),
  properties: z.record(z.string(), column).optional(),
});
export type MappedEventInput = z.output<typeof event>;

/** `mappings/<system>.yaml` */
export const mappingFile = mapping({
  system: prose,
  columns: z.array(z.string().min(1)).min(1).optional(),
  id: z.string().min(1),
  created_at: z.union([mapping({ fixed: moment }), z.string().min(1)]),
  missing: z.array(z.string().min(1)).optional(),
  dates: z.enum(['iso', 'dmy', 'mdy']).optional(),
  zone: prose.optional(),
  decimal_mark: z.enum(['.', ',']).optional(),
  fields: z.record(z.string(), column).optional(),
  events: z.array(event).optional(),
  stage: mapping({
    column: z.string(),
    values: z.record(z.string(), z.string()),
    others: z.string().optional(),
    entered_at: z.string().optional(),
  }).optional(),
  outcomes: named(mapping({ column: z.string(), is: z.array(z.string()).min(1) })).optional(),
  ignore: z.array(z.string()).optional(),
});
export type MappingInput = z.output<typeof mappingFile>;
