import type { Grades, GradeRow } from '../ir/types.ts';
import type { GradesInput } from '../schema/scoring.ts';
import { readRow } from './conditions.ts';
import type { Context } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';
import { inForceSpan } from './moments.ts';

/** The grades: a matrix of two scores' bands becomes a table whose rows never overlap. */
export function lowerGrades(context: Context): Grades | null {
  const input = context.files.scoring?.data.grades;
  if (!input) return null;
  const at = context.root('scoring').at('grades');
  input.order.forEach((grade, index) => {
    if (!/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(grade))
      context.report('bad-name', at.at('order', index).span, { name: grade });
    if (input.order.indexOf(grade) < index)
      context.report('option-twice', at.at('order', index).span, { option: grade }, { remedy: 'remove' });
  });
  if ((input.table === undefined) === (input.matrix === undefined)) {
    const got = input.table ? 'both' : 'neither';
    context.report('exactly-one-of', at.key, { keys: '`table` and `matrix`', got });
    return null;
  }
  return input.table ? lowerTable(context, input, at) : lowerMatrix(context, input, at);
}

function knownGrade(context: Context, grade: string, at: Cursor): string {
  context.resolve('grade', context.scope.grades, grade, at);
  return grade;
}

function lowerTable(context: Context, input: GradesInput, at: Cursor): Grades {
  if (input.match === undefined)
    context.report('missing-key', at.key, { key: 'match', where: 'in `grades`' });
  const rows = (input.table ?? []).map((row, index): GradeRow => {
    const place = at.at('table', index);
    return {
      kind: 'grade_row',
      id: declareId(context, row.id, 'grade row', place.at('id').span),
      when: readRow(context, place, ['id', 'grade', 'because', 'in_force']),
      grade: knownGrade(context, row.grade, place.at('grade')),
      because: row.because ?? null,
      in_force: inForceSpan(row.in_force, context.timeZone),
      span: place.whole,
    };
  });
  const otherwise =
    input.otherwise === undefined ? null : knownGrade(context, input.otherwise, at.at('otherwise'));
  return {
    kind: 'grades',
    order: input.order,
    match: input.match ?? 'first',
    rows,
    otherwise,
    worse_grade_because: input.worse_grade_because ?? null,
    matrix: null,
    span: at.whole,
  };
}

function lowerMatrix(context: Context, input: GradesInput, at: Cursor): Grades | null {
  const [rows, columns] = [matrixSide(context, input, 'rows', at), matrixSide(context, input, 'columns', at)];
  if (!rows || !columns) return null;
  const cells = rows.bands.flatMap((row) =>
    columns.bands.flatMap((column): GradeRow[] => {
      const given = input.matrix?.[row];
      const grade = given && Object.hasOwn(given, column) ? given[column] : undefined;
      const place = at.at('matrix', row, column);
      if (grade === undefined) {
        context.report('grade-cell-missing', given ? at.at('matrix', row).key : at.at('matrix').key, {
          row,
          column,
        });
        return [];
      }
      return [
        {
          kind: 'grade_row',
          id: declareId(context, `grade_${row}_${column}`.toLowerCase(), 'grade row', place.key),
          when: {
            kind: 'all',
            of: [
              { kind: 'choice', subject: { kind: 'score', id: rows.score }, options: [row] },
              { kind: 'choice', subject: { kind: 'score', id: columns.score }, options: [column] },
            ],
          },
          grade: knownGrade(context, grade, place),
          because: null,
          in_force: null,
          span: place.whole,
        },
      ];
    }),
  );
  strangeCells(context, input, rows.bands, columns.bands, at);
  return {
    kind: 'grades',
    order: input.order,
    match: 'exactly_one',
    rows: cells,
    otherwise: null,
    worse_grade_because: input.worse_grade_because ?? null,
    matrix: { rows: rows.score, columns: columns.score, row_bands: rows.bands, column_bands: columns.bands },
    span: at.whole,
  };
}

function matrixSide(
  context: Context,
  input: GradesInput,
  side: 'rows' | 'columns',
  at: Cursor,
): { readonly score: string; readonly bands: readonly string[] } | undefined {
  const score = input[side];
  if (score === undefined) {
    context.report('missing-key', at.key, { key: side, where: 'beside the matrix' });
    return undefined;
  }
  const found = context.resolve('score', context.scope.scores, score, at.at(side));
  if (!found) return undefined;
  if (found.bands.length > 0) return { score, bands: found.bands };
  context.report('missing-key', at.at(side).span, { key: 'bands', where: `in the score ${score}` });
  return undefined;
}

function strangeCells(
  context: Context,
  input: GradesInput,
  rows: readonly string[],
  columns: readonly string[],
  at: Cursor,
): void {
  for (const [row, cells] of Object.entries(input.matrix ?? {})) {
    context.resolveKey('band', new Map(rows.map((name) => [name, true])), row, at.at('matrix', row));
    for (const column of Object.keys(cells))
      context.resolveKey(
        'band',
        new Map(columns.map((name) => [name, true])),
        column,
        at.at('matrix', row, column),
      );
  }
}
