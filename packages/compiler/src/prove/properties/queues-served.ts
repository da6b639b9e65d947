import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** Some lead gets to each queue that a route names. */
export const queuesServed: PropertyRule = function* (asker) {
  const { agreement, logic } = asker.world;
  for (const { id, title, span } of agreement.queues) {
    const rows = asker.routes.rows.filter(({ to }) => to?.kind === 'queue' && to.queue === id);
    if (rows.length === 0) continue;
    yield some(
      asker,
      { topic: 'reach', says: `Some lead gets to ${title}.`, about: id, span },
      {
        question: {
          formula: () => logic.or(...rows.map(({ takes }) => takes)),
          holds: ({ decision }) => decision.route?.queue === id,
        },
        tell: () => report('queue-unreachable', span, { queue: title }),
      },
    );
  }
};
