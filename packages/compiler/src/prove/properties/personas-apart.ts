import { report } from '../../diagnostics/diagnostic.ts';
import { holds } from '../../ir/conditions.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';

/** No lead is of two personas, unless one of them says that it gives way to the other. */
export const personasApart: PropertyRule = function* (asker) {
  const { agreement, logic } = asker.world;
  for (const [at, second] of agreement.personas.entries()) {
    for (const first of agreement.personas.slice(0, at)) {
      if (second.gives_way_to.includes(first.id)) continue;
      const says = `No lead is of both personas ${first.id} and ${second.id}.`;
      yield never(
        asker,
        { topic: 'personas', says, about: second.id, span: second.span },
        {
          question: {
            formula: logic.and(asker.judge.holds(first.when), asker.judge.holds(second.when)),
            holds: ({ recorded }) => holds(first.when, recorded) && holds(second.when, recorded),
          },
          tell: ({ says: lead }) => {
            const related = [{ message: `${first.id} is here`, span: first.span }];
            return report(
              'personas-overlap',
              second.span,
              { lead, first: first.id, second: second.id },
              { related },
            );
          },
        },
      );
    }
  }
};
