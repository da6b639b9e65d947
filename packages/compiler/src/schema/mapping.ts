import { z } from 'zod';
import { mapping, named } from './shapes.ts';
import { moment, name, prose } from './words.ts';

const word = z.union([z.string(), z.boolean()]);
const words = z.record(z.string(), word);
const columnName = z.string().describe('The column of the export.');

const fixed = mapping({ fixed: moment.describe('The same moment for every row.') });

const column = z.union([
  mapping({
    column: columnName,
    values: words
      .meta({
        description: 'What the words in the column mean: an option, true, false or missing.',
        examples: [{ Germany: 'de', France: 'fr' }],
      })
      .optional(),
    others: word.meta({ description: 'What every other word means.', examples: ['missing'] }).optional(),
    separator: z
      .string()
      .min(1)
      .max(3)
      .meta({ description: 'What stands between several options.', examples: [';'] })
      .optional(),
    value: z.unknown().optional(),
  }),
  mapping({
    value: z.union([z.string(), z.number(), z.boolean()]).describe('The same value for every row.'),
  }),
  z.string().min(1),
]);
export type ColumnInput = z.output<typeof column>;

const event = mapping({
  event: name.meta({ description: 'The event.', examples: ['demo_requested'] }),
  at: z.union([fixed, z.string().min(1)]).meta({
    description:
      'The column of its moment, created_at, or a fixed moment; it happened unless that is missing.',
    examples: ['Demo', 'created_at'],
  }),
  if: mapping({
    column: columnName,
    is: z.array(z.string()).min(1).describe('One of these words.').optional(),
  })
    .describe('Which rows have the event.')
    .optional(),
  times: z
    .string()
    .meta({ description: 'The column that says how often it happened.', examples: ['Visits'] })
    .optional(),
  properties: z
    .record(z.string(), column)
    .meta({ description: 'Its properties.', examples: [{ path: { value: '/' } }] })
    .optional(),
});
export type MappedEventInput = z.output<typeof event>;

const stage = mapping({
  column: columnName,
  values: z.record(z.string(), z.string()).meta({
    description: 'Which stage each word means.',
    examples: [{ Open: 'lead', MQL: 'mql' }],
  }),
  others: z
    .string()
    .meta({ description: 'What every other word means.', examples: ['missing'] })
    .optional(),
  entered_at: z
    .string()
    .meta({ description: 'The column of the moment it entered the stage.', examples: ['Changed'] })
    .optional(),
});

const outcome = mapping({
  column: columnName,
  is: z
    .array(z.string())
    .min(1)
    .meta({ description: 'One of these words.', examples: [['1', 'yes']] }),
});

/** `mappings/<system>.yaml` */
export const mappingFile = mapping({
  system: prose.meta({ description: 'The system that the export is from.', examples: ['A CRM export'] }),
  columns: z
    .array(z.string().min(1))
    .min(1)
    .describe('All columns of the export; each must be mapped or ignored.')
    .optional(),
  id: z
    .string()
    .min(1)
    .meta({ description: 'The column of the lead’s id.', examples: ['Lead ID'] }),
  created_at: z.union([fixed, z.string().min(1)]).meta({
    description: 'The column of the moment the lead was created, or a fixed moment.',
    examples: ['Created', { fixed: '2026-01-01' }],
  }),
  missing: z
    .array(z.string().min(1))
    .meta({
      description: 'Words that mean missing; an empty cell always does.',
      examples: [['Select', 'n/a']],
    })
    .optional(),
  dates: z
    .enum(['iso', 'dmy', 'mdy'])
    .describe('The order of a date’s parts: year, day or month first.')
    .optional(),
  zone: prose
    .meta({
      description: 'The time zone of moments without one; the agreement’s, if not said.',
      examples: ['Europe/Paris'],
    })
    .optional(),
  decimal_mark: z.enum(['.', ',']).describe('What stands before the decimals of a number.').optional(),
  fields: z
    .record(z.string(), column)
    .meta({ description: 'Which column each field is read from.', examples: [{ employees: 'Staff' }] })
    .optional(),
  events: z.array(event).describe('Which events each row tells of.').optional(),
  stage: stage.describe('Where the lead’s stage is read from.').optional(),
  outcomes: named(outcome)
    .meta({ description: 'How it ended, by name.', examples: [{ won: { column: 'Won', is: ['yes'] } }] })
    .optional(),
  ignore: z
    .array(z.string())
    .meta({ description: 'Columns that are not read.', examples: [['Notes']] })
    .optional(),
}).meta({
  title: 'mappings/<system>.yaml',
  description: 'How the rows of a system’s export are read as leads.',
});
export type MappingInput = z.output<typeof mappingFile>;
