import { type Diagnostic, report } from '../../diagnostics/diagnostic.ts';
import { overlaps } from '../../ir/intervals.ts';
import { numericRows, type Row } from '../../ir/numeric-rows.ts';
import type { SourceSpan } from '../../ir/types.ts';
import type { CheckRule } from '../rule.ts';

/** A table says what happens to a lead that no row matches; rows of `exactly_one` do not overlap. */
export const tablesComplete: CheckRule = {
  reads: ['scoring', 'handoff'],
  *find({ grades, routing }) {
    if (grades && !grades.matrix) yield* look(grades);
    if (routing) yield* look(routing);
  },
};

interface Table {
  readonly match: 'first' | 'exactly_one';
  readonly rows: readonly Row[];
  readonly otherwise: unknown;
  readonly span: SourceSpan;
}

function* look({ match, rows, otherwise, span }: Table): Generator<Diagnostic> {
  if (otherwise === null) yield report('table-without-otherwise', span, {});
  const numeric = match === 'exactly_one' ? numericRows(rows) : undefined;
  if (!numeric) return;
  for (const { value, first, second } of overlaps(numeric.intervals)) {
    const place = rows.find(({ id }) => id === second)?.span ?? span;
    const shown = `${numeric.name} ${value / 10 ** numeric.decimals}`;
    yield report('rows-overlap', place, { value: shown, first, second });
  }
}
