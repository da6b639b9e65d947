import { report } from '../../diagnostics/diagnostic.ts';
import { parts } from '../../ir/visit.ts';
import type { Asker, Question } from '../ask/asker.ts';
import type { Case } from '../ask/replay.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';
import { type Table, tablesOf } from './tables.ts';

/** Every lead is in a row of a table that does not say what happens otherwise. */
export const rowsCover: PropertyRule = function* (asker) {
  for (const table of tablesOf(asker)) {
    if (table.complete) continue;
    const code = table.kind === 'grades' ? 'table-without-otherwise' : 'rows-gap';
    const says = table.kind === 'grades' ? 'Every lead has a grade.' : 'Every lead is in a row of the table.';
    const optional = optionalOf(asker, table);
    const known = withAll(asker, outside(asker, table), optional);
    const isKnown = optional.length === 0 || asker.find(known).verdict === 'found';
    yield never(
      asker,
      { topic: 'leaks', says, about: null, span: table.span },
      {
        question: isKnown ? known : outside(asker, table),
        tell: ({ says, lead }) => {
          if (isKnown) return report(code, table.span, { lead: says });
          const missing = optional.filter((id) => (lead[id] ?? null) === null);
          const row = missing.map((id) => `${id}: missing`).join(', ');
          const help = `Add a row that asks \`${row}\`, or \`otherwise:\`.`;
          return report(code, table.span, { lead: `a lead without ${missing.join(' and ')}` }, { help });
        },
      },
    );
  }
};

function outside({ world }: Asker, { rows }: Table) {
  return {
    formula: world.logic.and(...rows.map(({ formula }) => world.logic.not(formula))),
    holds: (found: Case): boolean => !rows.some((row) => row.holds(found)),
  };
}

/** The fields that the rows ask about and that a lead may lack. */
function optionalOf({ world }: Asker, { rows }: Table): readonly string[] {
  const asked = rows
    .flatMap(({ when }) => [...parts(when)])
    .flatMap((part) => ('subject' in part && part.subject.kind === 'field' ? [part.subject.id] : []));
  return world.agreement.fields
    .filter(({ id, required }) => !required && asked.includes(id))
    .map(({ id }) => id);
}

/** The same of leads of which all these fields are known. */
function withAll(
  { world }: Asker,
  { formula, holds }: ReturnType<typeof outside>,
  fields: readonly string[],
): Question {
  const present = fields.map((id) => world.fields.get(id)?.present ?? world.logic.true);
  return {
    formula: world.logic.and(formula, ...present),
    holds: (found) => holds(found) && fields.every((id) => (found.lead.fields[id] ?? null) !== null),
  };
}
