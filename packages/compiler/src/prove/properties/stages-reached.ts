import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** Some decision moves a lead into each stage but the first. */
export const stagesReached: PropertyRule = function* (asker) {
  const { agreement, logic } = asker.world;
  for (const { id, title, span } of agreement.stages.slice(1)) {
    const ways = agreement.transitions.filter(({ to }) => to === id);
    if (ways.length === 0) continue;
    const fires = ways.flatMap((way) => way.from.map((from) => asker.moves.fires(way, from)));
    yield some(
      asker,
      { topic: 'reach', says: `Some lead becomes ${title}.`, about: id, span },
      {
        question: {
          formula: logic.or(...fires),
          holds: ({ decision }) => decision.moves[0]?.to === id,
        },
        tell: () => report('stage-unreachable', span, { stage: title }),
      },
    );
  }
};
