import { z } from 'zod';
import { inner, mapping, named, options } from './shapes.ts';
import { prose } from './words.ts';

const term = mapping({
  title: prose.meta({ description: 'The word as people write it.', examples: ['Speed-to-lead'] }).optional(),
  means: prose.describe('What the word means.'),
  not: prose.describe('What it does not mean.').optional(),
  avoid: z
    .array(prose)
    .min(1)
    .meta({ description: 'Words that should not be used for it.', examples: [['response lag']] })
    .optional(),
});

const fieldShape = {
  type: z
    .enum(['choice', 'choices', 'flag', 'integer', 'decimal', 'money', 'percent', 'text', 'date', 'moment'])
    .describe('What kind of value it has.'),
  label: prose
    .meta({ description: 'What people call it.', examples: ['Country of the head office'] })
    .optional(),
  means: prose.meta({ description: 'What it means.', examples: ['As the lead wrote it.'] }).optional(),
  required: z.boolean().describe('Whether it may never be missing.').optional(),
  personal: z
    .boolean()
    .describe('Whether it is about a person, and so is never repeated in messages.')
    .optional(),
  unit: prose.meta({ description: 'What is counted.', examples: ['people'] }).optional(),
  options: options
    .meta({
      description: 'The options of a choice: ids, or ids with labels.',
      examples: [['analytics', 'billing'], { de: 'Germany', fr: 'France' }],
    })
    .optional(),
  decimals: z.int().min(1).max(6).describe('How many decimals a decimal has.').optional(),
  min: z
    .number()
    .meta({ description: 'The smallest number.', examples: [0] })
    .optional(),
  max: z
    .number()
    .meta({ description: 'The largest number.', examples: [100] })
    .optional(),
  max_length: z
    .int()
    .min(1)
    .max(10_000)
    .meta({ description: 'How many characters a text may have.', examples: [200] })
    .optional(),
};

export const field = mapping(fieldShape);
export type FieldInput = z.output<typeof field>;

const event = mapping({
  by: z.enum(['lead', 'marketing', 'sales', 'system']).describe('Who causes it.'),
  label: prose.meta({ description: 'What people call it.', examples: ['Asked for a demo'] }).optional(),
  means: prose.describe('What it means.').optional(),
  properties: named(field, inner).describe('What is known of each event, typed as fields are.').optional(),
});

/** `vocabulary.yaml` */
export const vocabularyFile = mapping({
  terms: named(term).describe('Words of the two teams, and what they mean.').optional(),
  fields: named(field).meta({
    description: 'What is known of a lead, by name.',
    examples: [{ employees: { type: 'integer', min: 1, max: 5_000_000 } }],
  }),
  events: named(event).meta({
    description: 'What can happen to a lead, by name.',
    examples: [{ demo_requested: { by: 'lead' } }],
  }),
}).meta({
  title: 'vocabulary.yaml',
  description: 'The words of the agreement: the fields of a lead, and what can happen to it.',
});
