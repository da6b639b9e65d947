import { report } from '../../diagnostics/diagnostic.ts';
import { isInForce } from '../../ir/bounds.ts';
import { applies } from '../../ir/conditions.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';

/** Every lead that rests in a stage has a way on that people or time open. */
export const stagesLeft: PropertyRule = function* (asker) {
  const { agreement, logic } = asker.world;
  const { judge, moves } = asker;
  for (const { id, title, end, span } of agreement.stages) {
    if (end) continue;
    const ways = agreement.transitions.filter(({ by, from }) => by !== 'rule' && from.includes(id));
    const open = logic.or(...ways.map((way) => logic.and(judge.inForce(way), judge.holds(way.when))));
    yield never(
      asker,
      { topic: 'leaks', says: `Every lead that rests in ${title} has a way on.`, about: id, span },
      {
        question: {
          formula: logic.and(moves.rests(id), logic.not(open)),
          holds: ({ decision, recorded, asOf }) =>
            decision.moves.length === 0 &&
            decision.stage === id &&
            !ways.some((way) => isInForce(way, asOf) && applies(way.when, recorded)),
        },
        tell: ({ says: lead }) => report('stage-without-way-on', span, { lead, stage: title, id }),
      },
    );
  }
};
