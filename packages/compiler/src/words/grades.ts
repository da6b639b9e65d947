import type { Grades, GradeRow, Score } from '../ir/types.ts';
import { band } from './amounts.ts';
import type { Book } from './book.ts';
import { bandTitle } from './titles.ts';

export interface MatrixBand {
  readonly title: string;
  readonly says: string;
}

export interface Matrix {
  readonly rows: Score;
  readonly columns: Score;
  readonly columnBands: readonly MatrixBand[];
  readonly lines: readonly (MatrixBand & { readonly cells: readonly (GradeRow | undefined)[] })[];
}

/** The grades as the author wrote them: two scores' bands against each other. */
export function gradeMatrix(book: Book, { matrix, rows }: Grades): Matrix | null {
  const down = matrix && book.scores.get(matrix.rows);
  const across = matrix && book.scores.get(matrix.columns);
  if (!matrix || !down || !across) return null;
  const cell = (row: string, column: string) =>
    rows.find(({ id }) => id === `grade_${row}_${column}`.toLowerCase());
  return {
    rows: down,
    columns: across,
    columnBands: matrix.column_bands.map((id) => bandOf(across, id)),
    lines: matrix.row_bands.map((row) => ({
      ...bandOf(down, row),
      cells: matrix.column_bands.map((column) => cell(row, column)),
    })),
  };
}

function bandOf(score: Score, id: string): MatrixBand {
  const found = score.bands.find((one) => one.id === id);
  return { title: bandTitle({ id }), says: found ? band(found.min, found.max, score.decimals) : '' };
}

/** How good a grade is, from 0 (best) to 4. */
export const gradeTone = ({ order }: Grades, grade: string): number =>
  Math.round((order.indexOf(grade) / Math.max(order.length - 1, 1)) * 4);
