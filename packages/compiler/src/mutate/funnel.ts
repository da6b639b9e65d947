import type { Agreement, Notice, Transition } from '../ir/types.ts';
import { aboutEvents, aboutLeads, changesOf } from './conditions.ts';
import { fewer, inside } from './lists.ts';
import { lengths, moved, movedForce } from './steps.ts';
import type { Change } from './types.ts';

/** Every small change of a way from one stage to another. */
export function* changesOfTransition(
  transition: Transition,
  agreement: Agreement,
): Generator<Change<Transition>> {
  const { from, on, to, when, where, without, after_ms: after } = transition;
  yield* inside(fewer(from, 'from'), (from) => ({ ...transition, from }));
  yield* inside(fewer(on, 'on'), (on) => ({ ...transition, on }));
  yield* inside(changesOf(where, aboutEvents({ agreement }, on)), (where) => ({ ...transition, where }));
  yield* inside(changesOf(when, aboutLeads(agreement)), (when) => ({ ...transition, when }));
  yield* inside(moved(after, 'after', lengths), (ms) => ({ ...transition, after_ms: ms }));
  yield* inside(fewer(without, 'without', 0), (without) => ({ ...transition, without }));
  yield* inside(movedForce(transition.in_force), (force) => ({ ...transition, in_force: force }));
  const other = anotherStage(transition, agreement);
  if (other === undefined) return;
  yield {
    kind: 'outcome',
    change: `to ${to} -> ${other}`,
    says: `lead to ${other} instead of ${to}`,
    to: { ...transition, to: other },
  };
}

/** The next stage of the funnel, from the first again after the last, to which no circle leads at once. */
function anotherStage({ from, to }: Transition, { stages }: Agreement): string | undefined {
  const place = stages.findIndex(({ id }) => id === to);
  const next = [...stages.slice(place + 1), ...stages.slice(0, place)];
  return next.find(({ id }) => !from.includes(id))?.id;
}

/** Every small change of a message. */
export function* changesOfNotice(notice: Notice, agreement: Agreement): Generator<Change<Notice>> {
  yield* inside(fewer(notice.on, 'on'), (on) => ({ ...notice, on }));
  yield* inside(changesOf(notice.when, aboutLeads(agreement)), (when) => ({ ...notice, when }));
  yield* inside(movedForce(notice.in_force), (force) => ({ ...notice, in_force: force }));
}
