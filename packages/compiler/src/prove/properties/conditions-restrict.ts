import { report } from '../../diagnostics/diagnostic.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';
import { ownedConditions, unmet } from './owners.ts';

/** Some lead does not meet each condition: otherwise it asks nothing. */
export const conditionsRestrict: PropertyRule = function* (asker) {
  for (const owned of ownedConditions(asker)) {
    const { id, span } = owned;
    const says = `Some lead does not meet the condition of ${id}.`;
    yield some(
      asker,
      { topic: 'dead', says, about: id, span },
      {
        question: unmet(asker, owned),
        tell: () => report('always-holds', span, { id }),
      },
    );
  }
};
