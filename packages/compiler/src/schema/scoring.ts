import { z } from 'zod';
import { condition, inForce, lettered, mapping, named, oneOrMany } from './shapes.ts';
import { duration, limit, name, prose } from './words.ts';

const fades = mapping({
  half_life: duration.optional(),
  expires: duration.optional(),
  lose: z.number().optional(),
  every: duration.optional(),
});

const rule = mapping({
  id: name,
  points: z.number().min(-10_000).max(10_000),
  when: condition.optional(),
  on: oneOrMany(name).optional(),
  where: condition.optional(),
  at_most: limit.optional(),
  fades: fades.optional(),
  stacks_with: oneOrMany(name).optional(),
  every: duration.optional(),
  without: oneOrMany(name).optional(),
  group: name.optional(),
  cap: z.number().optional(),
  floor: z.number().optional(),
  because: prose.optional(),
  in_force: inForce.optional(),
});
export type RuleInput = z.output<typeof rule>;

const group = mapping({
  cap: z.number().optional(),
  floor: z.number().optional(),
  when: condition.optional(),
});

/** A row's keys that are not the table's own are conditions. */
const pointsRow = z
  .object({
    id: name,
    points: z.number().min(-10_000).max(10_000),
    because: prose.optional(),
  })
  .catchall(z.unknown());

const pointsTable = mapping({
  match: z.enum(['first', 'exactly_one']),
  rows: z.array(pointsRow).min(1),
  otherwise: z.number().optional(),
});

const score = mapping({
  title: prose.optional(),
  means: prose.optional(),
  decimals: z.int().min(0).max(3).optional(),
  when: condition.optional(),
  since: oneOrMany(name).optional(),
  cap: z.number().optional(),
  floor: z.number().optional(),
  groups: named(group).optional(),
  rules: z.array(rule).min(1).optional(),
  tables: named(pointsTable).optional(),
  sum: z.array(name).min(1).optional(),
  bands: named(z.unknown(), lettered).optional(),
});
export type ScoreInput = z.output<typeof score>;

const gradeRow = z
  .object({ id: name, grade: z.string(), because: prose.optional(), in_force: inForce.optional() })
  .catchall(z.unknown());

const grades = mapping({
  order: z.array(z.string()).min(1),
  rows: name.optional(),
  columns: name.optional(),
  matrix: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  match: z.enum(['first', 'exactly_one']).optional(),
  table: z.array(gradeRow).min(1).optional(),
  otherwise: z.string().optional(),
  worse_grade_because: prose.optional(),
});
export type GradesInput = z.output<typeof grades>;

/** `scoring.yaml` */
export const scoringFile = mapping({ scores: named(score).optional(), grades: grades.optional() });
