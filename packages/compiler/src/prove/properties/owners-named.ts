import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';

/** A lead that goes to the person in a field has that field. */
export const ownersNamed: PropertyRule = function* (asker) {
  const { agreement, fields, logic } = asker.world;
  const { routing } = agreement;
  if (!routing) return;
  for (const [at, { takes, to }] of asker.routes.rows.entries()) {
    if (to?.kind !== 'owner') continue;
    const { field } = to;
    const row = routing.rows[at] ?? { id: 'routing_otherwise', span: routing.span };
    const says = `Every lead that goes by ${row.id} names the person in ${field}.`;
    yield never(
      asker,
      { topic: 'leaks', says, about: row.id, span: row.span },
      {
        question: {
          formula: logic.and(takes, logic.not(fields.get(field)?.present ?? logic.true)),
          holds: ({ decision, lead }) => decision.route?.id === row.id && lead.fields[field] === null,
        },
        tell: ({ says: lead }) => report('owner-may-be-missing', row.span, { field, lead }),
      },
    );
  }
};
