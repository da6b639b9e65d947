import { report } from '../../diagnostics/diagnostic.ts';
import { isInForce } from '../../ir/bounds.ts';
import { applies } from '../../ir/conditions.ts';
import { matchingEvents } from '../../ir/conditions.ts';
import type { Transition } from '../../ir/types.ts';
import type { Case } from '../ask/replay.ts';
import type { PropertyRule } from '../property.ts';
import { never } from '../property.ts';

/**
 * No two rules move one lead from one stage to two others, and no one event does. (Of different events the first line
 * counts: people did both.)
 */
export const transitionsAgree: PropertyRule = function* (asker) {
  const { agreement, logic, entry, cells } = asker.world;
  const exits = new Set(agreement.stages.filter(({ exit }) => exit).map(({ id }) => id));
  for (const [first, second, from] of pairsOf(agreement.transitions)) {
    if (leadsOn(first, second, exits)) continue;
    const both = logic.and(entry.stage([from]), asker.moves.enabled(first), asker.moves.enabled(second));
    const same = cells
      .of({ events: first.on, where: first.where, since: 'entry' })
      .filter((cell) => cells.of({ events: second.on, where: second.where, since: 'entry' }).includes(cell));
    yield never(
      asker,
      {
        topic: 'leaks',
        says: `${first.id} and ${second.id} never take one lead from ${from} to different stages.`,
        about: second.id,
        span: second.span,
      },
      {
        question: {
          formula: first.by === 'rule' ? both : logic.and(both, cells.atLeast(1, same)),
          holds: (found) => found.recorded.stage === from && disagree(first, second, found),
        },
        tell: ({ says: lead }) => {
          const ids = { first: first.id, second: second.id, one: first.to, other: second.to };
          const related = [{ message: `${first.id} is here`, span: first.span }];
          return report('transitions-disagree', second.span, { lead, ...ids }, { related });
        },
      },
    );
  }
};

function pairsOf(transitions: readonly Transition[]): [Transition, Transition, string][] {
  return transitions.flatMap((first, at) =>
    transitions.slice(at + 1).flatMap((second) => {
      const alike =
        first.by === second.by &&
        first.to !== second.to &&
        (first.by === 'rule' ||
          (first.by === 'people' && first.on.some((event) => second.on.includes(event))));
      if (!alike) return [];
      const shared = first.from.filter((from) => second.from.includes(from));
      return shared.map((from): [Transition, Transition, string] => [first, second, from]);
    }),
  );
}

/** The first takes the lead to a stage of the funnel from which the second takes it on, in the same decision. */
function leadsOn(first: Transition, second: Transition, exits: ReadonlySet<string>): boolean {
  return (
    second.by === 'rule' && second.from.includes(first.to) && ![first, second].some(({ to }) => exits.has(to))
  );
}

function disagree(first: Transition, second: Transition, { recorded, asOf }: Case): boolean {
  const both = [first, second];
  if (!both.every((way) => isInForce(way, asOf) && applies(way.when, recorded))) return false;
  if (first.by === 'rule') return true;
  const since = entryOf(recorded.lead.events) ?? recorded.lead.created_at;
  const [ones, others] = both.map(({ on, where }) =>
    matchingEvents({ events: on, where, since: [] }, recorded).filter(({ at }) => at > since),
  );
  return (ones ?? []).some((event) => others?.includes(event));
}

function entryOf(events: Case['lead']['events']): number | undefined {
  return events.findLast(({ event }) => event.startsWith('entered_'))?.at;
}
