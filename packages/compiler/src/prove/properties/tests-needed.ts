import type { Formula } from '@smarketing/logic';
import { report } from '../../diagnostics/diagnostic.ts';
import { applies } from '../../ir/conditions.ts';
import type { Condition } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';
import { met, type Owned, ownedConditions } from './owners.ts';
import { shown } from './shown.ts';

/**
 * Each entry of a condition is needed: some lead meets the others and not this one. Entries of `any`: some lead meets this
 * one and none of the others. (Of a condition that no lead meets nothing else is said.)
 */
export const testsNeeded: PropertyRule = function* (asker) {
  for (const owned of ownedConditions(asker)) {
    const { when, id, span } = owned;
    if (when.kind !== 'all' && when.kind !== 'any') continue;
    if (asker.find(met(owned)).verdict === 'none') continue;
    for (const [at, test] of when.of.entries()) {
      const others = when.of.toSpliced(at, 1);
      if (isGuard(test) || others.length === 0) continue;
      const words = shown(test);
      const says = `In the condition of ${id}, \`${words}\` is needed.`;
      yield some(
        asker,
        { topic: 'dead', says, about: id, span },
        {
          question: needed(asker, owned, { kind: when.kind, test, others }),
          tell: () =>
            report(
              'test-adds-nothing',
              span,
              { id, test: words },
              { remedy: { leaveOut: words.replace(/:.*/s, '') } },
            ),
        },
      );
    }
  }
};

interface Entry {
  readonly kind: 'all' | 'any';
  readonly test: Condition;
  readonly others: readonly Condition[];
}

function needed(asker: Asker, owned: Owned, { kind, test, others }: Entry) {
  const { logic } = asker.world;
  const rest: Condition = { kind, of: others };
  const is = (condition: Condition): Formula => asker.judge.holds(condition, owned.view);
  const [one, other] = kind === 'all' ? [rest, test] : [test, rest];
  return {
    formula: logic.and(is(one), logic.not(is(other))),
    holds: (found: Parameters<Owned['sees']>[0]) => {
      const sees = owned.sees(found);
      return applies(one, sees) && !applies(other, sees);
    },
  };
}

/** That no row above holds, in a row of a table of points: the author did not write it. */
function isGuard(test: Condition): boolean {
  return test.kind === 'not' && test.of.kind === 'any';
}
