import { report } from '../../diagnostics/diagnostic.ts';
import { isInForce } from '../../ir/bounds.ts';
import { applies } from '../../ir/conditions.ts';
import type { Transition } from '../../ir/types.ts';
import type { Case } from '../ask/replay.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';

/** A rule that takes a lead past a stage asks for what the rules into that stage ask for. */
export const stagesInOrder: PropertyRule = function* (asker) {
  const { agreement, logic } = asker.world;
  const { moves } = asker;
  const funnel = agreement.stages.filter(({ exit }) => !exit).map(({ id }) => id);
  const rules = agreement.transitions.filter(({ by }) => by === 'rule');
  for (const rule of rules) {
    for (const from of rule.from) {
      for (const skipped of between(funnel, from, rule.to)) {
        const into = rules.filter(({ to }) => to === skipped);
        if (into.length === 0) continue;
        const says = `Every lead that ${rule.id} makes ${rule.to} meets what makes it ${skipped}.`;
        yield never(
          asker,
          { topic: 'order', says, about: rule.id, span: rule.span },
          {
            question: {
              formula: logic.and(
                moves.fires(rule, from),
                ...into.map((way) => logic.not(moves.enabled(way))),
              ),
              holds: (found) =>
                found.decision.moves[0]?.id === rule.id &&
                found.decision.moves[0].from === from &&
                !into.some((way) => isOpen(way, found)),
            },
            tell: ({ says: lead }) =>
              report('stage-skipped', rule.span, { id: rule.id, to: rule.to, skipped, lead }),
          },
        );
      }
    }
  }
};

function between(funnel: readonly string[], from: string, to: string): readonly string[] {
  const [start, end] = [funnel.indexOf(from), funnel.indexOf(to)];
  return start < 0 || end < 0 ? [] : funnel.slice(start + 1, end);
}

function isOpen(way: Transition, { recorded, asOf }: Case): boolean {
  return isInForce(way, asOf) && applies(way.when, recorded);
}
