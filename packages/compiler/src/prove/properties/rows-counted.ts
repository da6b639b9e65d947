import type { Formula } from '@smarketing/logic';
import { report } from '../../diagnostics/diagnostic.ts';
import type { Asker } from '../ask/asker.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';
import type { Row, Table } from './tables.ts';
import { tablesOf } from './tables.ts';

/** Each row of a table counts for some lead that no row before it takes. */
export const rowsCounted: PropertyRule = function* (asker) {
  const { logic } = asker.world;
  for (const table of tablesOf(asker)) {
    for (const [at, row] of table.rows.entries()) {
      const before = table.rows.slice(0, at);
      const says =
        table.kind === 'personas' ? `Some lead is of the persona ${row.id}.` : `Some lead goes by ${row.id}.`;
      yield some(
        asker,
        { topic: 'reach', says, about: row.id, span: row.span },
        {
          question: {
            easier: () =>
              logic.and(
                table.askedResting(),
                row.resting(),
                ...before.map((other) => logic.not(other.resting())),
              ),
            formula: () =>
              logic.and(table.asked, row.formula, ...before.map((other) => logic.not(other.formula))),
            holds: (found) =>
              table.asks(found) && row.holds(found) && !before.some((other) => other.holds(found)),
          },
          tell: () => tellUnreached(asker, table, row, before),
        },
      );
    }
  }
};

function tellUnreached(asker: Asker, table: Table, row: Row, before: readonly Row[]) {
  const { logic } = asker.world;
  const left = logic.and(table.asked, row.formula);
  const alone = asker.find({ formula: left, holds: (found) => table.asks(found) && row.holds(found) });
  if (alone.verdict === 'none') return report('never-holds', row.span, { id: row.id });
  const takers = fewest(asker, left, before);
  const related = takers.map(({ id, span }) => ({ message: `${id} is here`, span }));
  const params = {
    id: row.id,
    others: takers.map(({ id }) => id).join(', ') || 'others',
    take: takers.length === 1 ? 'takes' : 'take',
  };
  const code = table.kind === 'personas' ? 'persona-unreachable' : 'row-never-taken';
  return report(code, row.span, params, { related });
}

/** Rows none of which can be left out if they are to take all that is `left`. */
function fewest(asker: Asker, left: Formula, rows: readonly Row[]): readonly Row[] {
  const { logic } = asker.world;
  const takeAll = (some: readonly Row[]): boolean => {
    const missed = logic.and(left, ...some.map(({ formula }) => logic.not(formula)));
    return asker.isNever(missed) === true;
  };
  let kept = rows;
  for (const row of rows) {
    const others = kept.filter((other) => other !== row);
    if (takeAll(others)) kept = others;
  }
  return kept;
}
