import type { Formula } from '@smarketing/logic';
import { report } from '../../diagnostics/diagnostic.ts';
import type { Asker } from '../ask/asker.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';
import type { Property } from '../report.ts';
import { type Row, type Table, tablesOf } from './tables.ts';

/** No lead meets two rows under `exactly_one`; and no two rows ask for the same leads and do different things with them. */
export const rowsApart: PropertyRule = function* (asker) {
  for (const table of tablesOf(asker)) {
    for (const [at, second] of table.rows.entries()) {
      for (const first of table.rows.slice(0, at)) {
        if (table.exclusive) yield exclude(asker, table, first, second);
        else yield* contradict(asker, table, first, second);
      }
    }
  }
};

function exclude(asker: Asker, table: Table, first: Row, second: Row): Property {
  const says = `No lead meets both ${first.id} and ${second.id}.`;
  return never(
    asker,
    { topic: 'dead', says, about: second.id, span: second.span },
    {
      question: {
        formula: asker.world.logic.and(table.asked, first.formula, second.formula),
        holds: (found) => table.asks(found) && first.holds(found) && second.holds(found),
      },
      tell: ({ says: lead }) => {
        const related = [{ message: `${first.id} is here`, span: first.span }];
        return report('rows-overlap', second.span, { lead, first: first.id, second: second.id }, { related });
      },
    },
  );
}

/** Only formulas that are the same statement are looked at: rows that take more than another are told elsewhere. */
function* contradict(asker: Asker, table: Table, first: Row, second: Row): Generator<Property> {
  if (first.does === second.does || table.kind === 'personas') return;
  if (asker.knows((found) => table.asks(found) && first.holds(found) !== second.holds(found))) return;
  const { logic } = asker.world;
  const isNever = (...formulas: Formula[]): boolean => asker.isNever(logic.and(...formulas)) === true;
  const same =
    isNever(first.formula, logic.not(second.formula)) && isNever(second.formula, logic.not(first.formula));
  if (!same) return;
  const isAsked = asker.knows((found) => table.asks(found) && second.holds(found));
  if (!isAsked && isNever(table.asked, second.formula)) return;
  yield {
    topic: 'dead',
    says: `${first.id} and ${second.id} do not contradict each other.`,
    about: second.id,
    span: second.span,
    verdict: 'refuted',
    witness: null,
    reason: null,
    finding: report(
      'rows-contradict',
      second.span,
      { first: first.id, second: second.id },
      {
        related: [{ message: `${first.id} is here`, span: first.span }],
      },
    ),
  };
}
