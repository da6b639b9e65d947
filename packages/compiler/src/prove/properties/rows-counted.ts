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
            formula: () => {
              const left = logic.and(row.formula, ...before.map((other) => logic.not(other.formula)));
              return asker.isNever(left) ? logic.false : logic.and(table.asked, left);
            },
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
  const asked = logic.and(table.asked, row.formula);
  const alone = asker.find({
    easier: () => logic.and(table.askedResting(), row.resting()),
    formula: asked,
    holds: (found) => table.asks(found) && row.holds(found),
  });
  if (alone.verdict === 'none') return report('never-holds', row.span, { id: row.id });
  const takers = takeAll(asker, row.formula, before)
    ? fewest(asker, row.formula, before)
    : fewest(asker, asked, before);
  const related = takers.map(({ id, span }) => ({ message: `${id} is here`, span }));
  const params = {
    id: row.id,
    others: takers.map(({ id }) => id).join(', ') || 'others',
    take: takers.length === 1 ? 'takes' : 'take',
  };
  const code = table.kind === 'personas' ? 'persona-unreachable' : 'row-never-taken';
  const isRepeated = table.kind !== 'personas' && takers.every(({ does }) => does === row.does);
  return report(code, row.span, params, { related, remedy: isRepeated ? 'remove' : undefined });
}

/** Rows none of which can be left out if they are to take all that is `left`. */
function fewest(asker: Asker, left: Formula, rows: readonly Row[]): readonly Row[] {
  let kept = rows;
  for (const row of rows) {
    const others = kept.filter((other) => other !== row);
    if (takeAll(asker, left, others)) kept = others;
  }
  return kept;
}

function takeAll(asker: Asker, left: Formula, rows: readonly Row[]): boolean {
  const { logic } = asker.world;
  return asker.isNever(logic.and(left, ...rows.map(({ formula }) => logic.not(formula)))) === true;
}
