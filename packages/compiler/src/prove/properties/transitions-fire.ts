import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** Each way moves some lead from each stage that it leads out of. */
export const transitionsFire: PropertyRule = function* (asker) {
  const { agreement, fields, logic } = asker.world;
  const optional = agreement.fields.filter(({ required }) => !required);
  const nothingKnown = logic.and(
    ...optional.map(({ id }) => logic.not(fields.get(id)?.present ?? logic.false)),
  );
  for (const transition of agreement.transitions) {
    const { id, to, span } = transition;
    for (const from of transition.from) {
      const says = `${id} moves some lead from ${from} to ${to}.`;
      yield some(
        asker,
        { topic: 'reach', says, about: id, span },
        {
          question: {
            easier: () => logic.and(asker.moves.fires(transition, from), nothingKnown),
            formula: asker.moves.fires(transition, from),
            holds: ({ decision }) => decision.moves[0]?.id === id && decision.moves[0].from === from,
          },
          tell: () => report('transition-never-fires', span, { id, from, to }),
        },
      );
    }
  }
};
