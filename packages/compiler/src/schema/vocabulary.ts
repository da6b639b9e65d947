import { z } from 'zod';
import { inner, mapping, named, options } from './shapes.ts';
import { prose } from './words.ts';

const term = mapping({
  title: prose.optional(),
  means: prose,
  not: prose.optional(),
  avoid: z.array(prose).min(1).optional(),
});

const fieldShape = {
  type: z.enum([
    'choice',
    'choices',
    'flag',
    'integer',
    'decimal',
    'money',
    'percent',
    'text',
    'date',
    'moment',
  ]),
  label: prose.optional(),
  means: prose.optional(),
  required: z.boolean().optional(),
  personal: z.boolean().optional(),
  unit: prose.optional(),
  options: options.optional(),
  decimals: z.int().min(1).max(6).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  max_length: z.int().min(1).max(10_000).optional(),
};

export const field = mapping(fieldShape);
export type FieldInput = z.output<typeof field>;

const event = mapping({
  by: z.enum(['lead', 'marketing', 'sales', 'system']),
  label: prose.optional(),
  means: prose.optional(),
  properties: named(field, inner).optional(),
});

/** `vocabulary.yaml` */
export const vocabularyFile = mapping({
  terms: named(term).optional(),
  fields: named(field),
  events: named(event),
});
