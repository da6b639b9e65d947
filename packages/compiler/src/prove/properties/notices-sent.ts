import { report } from '../../diagnostics/diagnostic.ts';
import { isInForce } from '../../ir/bounds.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** Some decision sends each notice. */
export const noticesSent: PropertyRule = function* (asker) {
  const { agreement, logic } = asker.world;
  for (const notice of agreement.notices) {
    const { id, on, when, span } = notice;
    yield some(
      asker,
      { topic: 'reach', says: `Some decision sends ${id}.`, about: id, span },
      {
        question: {
          easier: () =>
            logic.and(asker.judge.inForce(notice), asker.judge.holds(when), asker.moves.firesInto(on)),
          formula: () =>
            logic.and(
              asker.judge.inForce(notice),
              asker.moves.becomes(on),
              asker.judge.holds(when, asker.routes.view),
            ),
          holds: ({ decision, asOf }) => isInForce(notice, asOf) && decision.notices.includes(id),
        },
        tell: () => report('notice-never-sent', span, { id }),
      },
    );
  }
};
