import { type Diagnostic, report } from '../../diagnostics/diagnostic.ts';
import { type Row, rowOverlaps } from '../../ir/rows.ts';
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
  if (match === 'first') return;
  for (const { value, first, second } of rowOverlaps(rows))
    yield report('rows-overlap', second.span, { value, first: first.id, second: second.id });
}
