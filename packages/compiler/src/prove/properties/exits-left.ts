import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** From each exit that is not final some lead comes back. */
export const exitsLeft: PropertyRule = function* (asker) {
  const { agreement, logic } = asker.world;
  const exits = new Set(agreement.stages.filter(({ exit }) => exit).map(({ id }) => id));
  for (const { id, title, exit, end, span } of agreement.stages) {
    if (!exit || end) continue;
    const back = agreement.transitions.filter(
      ({ by, from, to }) => by !== 'time' && from.includes(id) && !exits.has(to),
    );
    const ids = new Set(back.map((way) => way.id));
    yield some(
      asker,
      { topic: 'leaks', says: `Some lead comes back from ${title}.`, about: id, span },
      {
        question: {
          formula: logic.or(...back.map((way) => asker.moves.fires(way, id))),
          holds: ({ decision }) => decision.moves[0]?.from === id && ids.has(decision.moves[0].id),
        },
        tell: () => report('exit-without-way-back', span, { exit: title }),
      },
    );
  }
};
