import { report } from '../../diagnostics/diagnostic.ts';
import { applies, holds } from '../../ir/conditions.ts';
import type { Assertion } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';
import type { Property } from '../report.ts';

/** What both teams assert of every decision holds. */
export const assertionsHold: PropertyRule = function* (asker) {
  for (const assertion of asker.world.agreement.assertions) yield assertionHolds(asker, assertion);
};

export function assertionHolds(asker: Asker, assertion: Assertion): Property {
  const { logic } = asker.world;
  const { id, says, mode, when, span } = assertion;
  const { view } = asker.routes;
  const wanted = asker.judge.holds(assertion.holds, view);
  return never(
    asker,
    { topic: 'assertions', says, about: id, span },
    {
      question: {
        formula: logic.and(asker.judge.holds(when, view), mode === 'never' ? wanted : logic.not(wanted)),
        holds: ({ final }) => applies(when, final) && holds(assertion.holds, final) === (mode === 'never'),
      },
      tell: ({ says: lead }) => report('assertion-refuted', span, { id, lead }),
    },
  );
}
