import { report } from '../../diagnostics/diagnostic.ts';
import type { Band, GradeRow } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import type { PropertyRule } from '../property.ts';
import type { Property } from '../report.ts';

/** In a matrix of grades a higher band never gives a worse grade. */
export const gradesRise: PropertyRule = function* (asker) {
  const { grades } = asker.world.agreement;
  if (!grades?.matrix || grades.worse_grade_because !== null) return;
  const { rows, columns, row_bands: rowBands, column_bands: columnBands } = grades.matrix;
  const cell = (row: string, column: string): GradeRow | undefined =>
    grades.rows.find(({ id }) => id === `grade_${row}_${column}`.toLowerCase());
  const rowPairs = risingPairs(asker, rows, rowBands);
  const columnPairs = risingPairs(asker, columns, columnBands);
  for (const [low, high] of rowPairs) {
    for (const column of columnBands)
      yield* compare(asker, rows, cell(low, column), cell(high, column), [low, high]);
  }
  for (const [low, high] of columnPairs) {
    for (const row of rowBands) yield* compare(asker, columns, cell(row, low), cell(row, high), [low, high]);
  }
};

/** Neighbouring bands, the lower first. */
function risingPairs(asker: Asker, score: string, bands: readonly string[]): [string, string][] {
  const all = asker.judge.score(score).of.bands.filter(({ id }) => bands.includes(id));
  const rising = all.toSorted((one, other) => floorOf(one) - floorOf(other));
  return rising.slice(1).map((band, at): [string, string] => [(rising[at] as Band).id, band.id]);
}

function floorOf({ min }: Band): number {
  return min?.value ?? -Infinity;
}

function* compare(
  asker: Asker,
  score: string,
  lower: GradeRow | undefined,
  higher: GradeRow | undefined,
  [low, high]: readonly [string, string],
): Generator<Property> {
  const order = asker.world.agreement.grades?.order ?? [];
  if (!lower || !higher) return;
  const falls = order.indexOf(higher.grade) > order.indexOf(lower.grade);
  const { span } = higher;
  const params = { score, better: high, worse: low, lower: higher.grade, higher: lower.grade };
  yield {
    topic: 'order',
    says: `${score} ${high} instead of ${low} gives no worse grade than ${lower.grade}.`,
    about: higher.id,
    span,
    verdict: falls ? 'refuted' : 'proved',
    witness: null,
    reason: null,
    finding: falls ? report('grade-falls', span, params) : null,
  };
}
