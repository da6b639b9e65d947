import { found, foundIn } from '../found.ts';
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
  if (matrix === null) return null;
  const down = found(book.scores, matrix.rows);
  const across = found(book.scores, matrix.columns);
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
  const { min, max } = foundIn(score.bands, id);
  return { title: bandTitle({ id }), says: band(min, max, score.decimals) };
}

/** How good a grade is, from 0 (best) to 4. */
export const gradeTone = ({ order }: Grades, grade: string): number =>
  Math.round((order.indexOf(grade) / Math.max(order.length - 1, 1)) * 4);
