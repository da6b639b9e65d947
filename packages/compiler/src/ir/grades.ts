import { isInForce } from './bounds.ts';
import { holds } from './conditions.ts';
import type { Context } from './context.ts';
import type { Grades } from './types.ts';

/**
 * The grade and the row that gave it: the first row in force that holds (where exactly one does, that is
 * the one), else `otherwise`, else none.
 */
export function gradeOf(
  grades: Grades | null,
  context: Context,
): { readonly grade: string | null; readonly row: string | null } {
  const row = grades?.rows.find((row) => isInForce(row, context.asOf) && holds(row.when, context));
  if (row !== undefined) return { grade: row.grade, row: row.id };
  const grade = grades?.otherwise ?? null;
  return { grade, row: grade === null ? null : 'grades_otherwise' };
}
