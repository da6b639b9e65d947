import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** Each way moves some lead from each stage that it leads out of. */
export const transitionsFire: PropertyRule = function* (asker) {
  const { agreement } = asker.world;
  for (const transition of agreement.transitions) {
    const { id, to, span } = transition;
    for (const from of transition.from) {
      const says = `${id} moves some lead from ${from} to ${to}.`;
      yield some(
        asker,
        { topic: 'reach', says, about: id, span },
        {
          question: {
            formula: asker.moves.fires(transition, from),
            holds: ({ decision }) => decision.moves[0]?.id === id && decision.moves[0].from === from,
          },
          tell: () => report('transition-never-fires', span, { id, from, to }),
        },
      );
    }
  }
};
