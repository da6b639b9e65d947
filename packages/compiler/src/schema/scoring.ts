import { z } from 'zod';
import { because, condition, eventWhere, inForce, lettered, mapping, named, oneOrMany } from './shapes.ts';
import { duration, limit, name, prose } from './words.ts';

const cap = z.number().meta({ description: 'The sum is never above this.', examples: [30] });
const floor = z.number().meta({ description: 'The sum is never below this.', examples: [0] });
const points = z
  .number()
  .min(-10_000)
  .max(10_000)
  .meta({ description: 'The points that it gives, or takes if negative.', examples: [20, -5] });
const match = z
  .enum(['first', 'exactly_one'])
  .describe('first: the first row that holds. exactly_one: a promise that never two rows hold.');

const fades = mapping({
  half_life: duration
    .meta({ description: 'The time, in whole days, after which half is left.', examples: ['30 days'] })
    .optional(),
  expires: duration
    .meta({ description: 'The time after which nothing is left.', examples: ['60 days'] })
    .optional(),
  lose: z
    .number()
    .meta({ description: 'How many points are lost each time.', examples: [10] })
    .optional(),
  every: duration.meta({ description: 'How often they are lost.', examples: ['30 days'] }).optional(),
});

const rule = mapping({
  id: name.meta({ description: 'The id of the rule.', examples: ['decision_maker'] }),
  points,
  when: condition.describe('What must hold of the lead.').optional(),
  on: oneOrMany(name)
    .meta({
      description: 'The event, or one of several, that gives the points.',
      examples: ['page_viewed', ['demo_requested', 'form_sent']],
    })
    .optional(),
  where: eventWhere.optional(),
  at_most: limit.describe('How many events give points, in all or in a span of time.').optional(),
  fades: fades.describe('How the points of an event get fewer with its age.').optional(),
  stacks_with: oneOrMany(name)
    .meta({
      description: 'Rules that pay for the same event too, on purpose. It changes no points.',
      examples: ['pricing'],
    })
    .optional(),
  every: duration
    .meta({
      description: 'The points count once for each such span without the events of `without`.',
      examples: ['30 days'],
    })
    .optional(),
  without: oneOrMany(name)
    .meta({ description: 'The events that end the quiet time.', examples: [['page_viewed', 'form_sent']] })
    .optional(),
  group: name
    .meta({ description: 'The group whose cap and floor hold for this rule too.', examples: ['web'] })
    .optional(),
  cap: cap.optional(),
  floor: floor.optional(),
  because: because.optional(),
  in_force: inForce.optional(),
});
export type RuleInput = z.output<typeof rule>;

const group = mapping({
  cap: cap.optional(),
  floor: floor.optional(),
  when: condition.describe('Where it does not hold, the group is 0.').optional(),
});

/** A row's keys that are not the table's own are conditions. */
const pointsRow = z
  .object({
    id: name.meta({ description: 'The id of the row.', examples: ['small_deal'] }),
    points,
    because: because.optional(),
  })
  .catchall(z.unknown())
  .describe('A row: every key that is not its own is a condition.');

const pointsTable = mapping({
  match,
  rows: z
    .array(pointsRow)
    .min(1)
    .meta({
      description: 'Which leads get which points.',
      examples: [[{ id: 'small_deal', deal_size: { below: 1000 }, points: 0 }]],
    }),
  otherwise: z
    .number()
    .meta({ description: 'The points when no row holds.', examples: [1] })
    .optional(),
});

const score = mapping({
  title: prose.meta({ description: 'What the score is called.', examples: ['Fit'] }).optional(),
  means: prose
    .meta({ description: 'What the score tells.', examples: ['How well the company suits us.'] })
    .optional(),
  decimals: z.int().min(0).max(3).describe('How many decimals it has; none, if not said.').optional(),
  when: condition.describe('Where it does not hold, the score is 0.').optional(),
  since: oneOrMany(name)
    .meta({ description: 'Only what happened after the last of these counts.', examples: ['recycled'] })
    .optional(),
  cap: cap.optional(),
  floor: floor.optional(),
  groups: named(group)
    .meta({
      description: 'Groups of rules that share a cap and a floor.',
      examples: [{ web: { cap: 30 } }],
    })
    .optional(),
  rules: z.array(rule).min(1).describe('What gives points.').optional(),
  tables: named(pointsTable).describe('Tables of rows, each with its points.').optional(),
  sum: z
    .array(name)
    .min(1)
    .meta({
      description: 'The scores that it adds up, instead of rules.',
      examples: [['fit', 'engagement']],
    })
    .optional(),
  bands: named(z.unknown(), lettered)
    .meta({
      description: 'Intervals of the score, by name; they cover each possible value exactly once.',
      examples: [{ A: { at_least: 45 }, B: { from: 20, below: 45 }, C: { below: 20 } }],
    })
    .optional(),
});
export type ScoreInput = z.output<typeof score>;

const gradeName = z.string().meta({ description: 'A grade.', examples: ['A1'] });

const gradeRow = z
  .object({
    id: name.meta({ description: 'The id of the row.', examples: ['hot_fit'] }),
    grade: gradeName.describe('The grade of the leads for which the row holds.'),
    because: because.optional(),
    in_force: inForce.optional(),
  })
  .catchall(z.unknown())
  .describe('A row: every key that is not its own is a condition.');

const grades = mapping({
  order: z
    .array(z.string())
    .min(1)
    .meta({ description: 'The grades, best first.', examples: [['A1', 'A2', 'B1']] }),
  rows: name
    .meta({ description: 'The score whose bands are the rows of the matrix.', examples: ['fit'] })
    .optional(),
  columns: name
    .meta({ description: 'The score whose bands are its columns.', examples: ['engagement'] })
    .optional(),
  matrix: z
    .record(z.string(), z.record(z.string(), gradeName))
    .meta({
      description: 'The grade for each pair of bands.',
      examples: [{ A: { hot: 'A1', cold: 'A2' }, B: { hot: 'A2', cold: 'B1' } }],
    })
    .optional(),
  match: match.optional(),
  table: z.array(gradeRow).min(1).describe('Which leads get which grade: instead of a matrix.').optional(),
  otherwise: gradeName.describe('The grade when no row holds.').optional(),
  worse_grade_because: prose
    .describe('Says that a better score may give a worse grade on purpose, and why.')
    .optional(),
});
export type GradesInput = z.output<typeof grades>;

/** `scoring.yaml` */
export const scoringFile = mapping({
  scores: named(score).describe('The scores by name.').optional(),
  grades: grades.describe('The grade of a lead: a matrix of two scores’ bands, or a table.').optional(),
}).meta({ title: 'scoring.yaml', description: 'What gives a lead points, and which grade follows.' });
