import { report } from '../../diagnostics/diagnostic.ts';
import { isInForce } from '../../ir/bounds.ts';
import { applies } from '../../ir/conditions.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';

/** Some lead starts each clock, and meets the condition of each promise about many. */
export const promisesStart: PropertyRule = function* (asker) {
  const { agreement, logic, cells } = asker.world;
  const stages = new Map(agreement.stages.map(({ id }) => [`entered_${id}`, id]));
  for (const promise of agreement.promises) {
    const { id, when, span } = promise;
    const isClock = promise.kind === 'clock' || promise.kind === 'attempts';
    const entered = isClock ? promise.starts.flatMap((event) => stages.get(event) ?? []) : [];
    const isByEvent = !isClock || promise.starts.some((event) => !stages.has(event));
    const before = cells.of({ events: entered.map((stage) => `entered_${stage}`), where: null, since: [] });
    const recorded = logic.or(cells.atLeast(1, before), asker.world.entry.stage(entered));
    const says = `Some lead starts the promise ${id}.`;
    yield some(
      asker,
      { topic: 'reach', says, about: id, span },
      {
        question: {
          easier: () =>
            logic.and(
              asker.judge.inForce(promise),
              asker.judge.holds(when),
              isByEvent ? logic.true : recorded,
            ),
          formula: () =>
            logic.and(
              asker.judge.inForce(promise),
              asker.judge.holds(when, asker.routes.view),
              isByEvent ? logic.true : logic.or(recorded, asker.moves.becomes(entered)),
            ),
          holds: ({ decision, final, asOf }) =>
            isClock && !isByEvent
              ? decision.promises.some((status) => status.id === id)
              : isInForce(promise, asOf) && applies(when, final),
        },
        tell: () => report('promise-never-starts', span, { id }),
      },
    );
  }
};
