import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';

/** Every lead that is handed over goes somewhere. */
export const routingComplete: PropertyRule = function* (asker) {
  const { agreement } = asker.world;
  const { routing } = agreement;
  const last = asker.routes.rows.at(-1);
  if (!routing || !last) return;
  const says = 'Every lead that is handed over goes to a queue or a person.';
  yield never(
    asker,
    { topic: 'leaks', says, about: 'routing', span: routing.span },
    {
      question: {
        formula: last.to === null ? last.takes : asker.world.logic.false,
        holds: ({ decision }) => routing.stages.includes(decision.stage) && decision.route === null,
      },
      tell: ({ says: lead }) => report('table-without-otherwise', routing.span, { lead }),
    },
  );
};
