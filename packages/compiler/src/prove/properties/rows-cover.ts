import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';
import { tablesOf } from './tables.ts';

/** Every lead is in a row of a table that does not say what happens otherwise. */
export const rowsCover: PropertyRule = function* (asker) {
  const { logic } = asker.world;
  for (const table of tablesOf(asker)) {
    if (table.complete) continue;
    const says = table.kind === 'grades' ? 'Every lead has a grade.' : 'Every lead is in a row of the table.';
    yield never(
      asker,
      { topic: 'leaks', says, about: null, span: table.span },
      {
        question: {
          formula: logic.and(...table.rows.map(({ formula }) => logic.not(formula))),
          holds: (found) => !table.rows.some((row) => row.holds(found)),
        },
        tell: ({ says: lead }) =>
          report(table.kind === 'grades' ? 'table-without-otherwise' : 'rows-gap', table.span, { lead }),
      },
    );
  }
};
