import type { Transition } from '@smarketing/compiler/ir';
import { type Book, eventList, plain, stageName, wayCause } from '@smarketing/compiler/words';
import { becauseAspect, inForceAspect, whenAspect } from '../aspects.ts';
import type { Found, HarderFor } from '../change.ts';
import { findItemChanges, type Kind, type Sides, type Told } from '../items.ts';
import { findOrderChange } from '../order.ts';

const name = ({ id, to }: Transition, book: Book): string => `The way into ${stageName(book, to)} “${id}”`;

/** Who has it harder when more leads go a way: sales down the funnel, and marketing out of it. */
function effectOf(book: Book): {
  wider: (way: Transition) => HarderFor;
  narrower: (way: Transition) => HarderFor;
} {
  const wider = ({ to }: Transition): HarderFor => {
    const stage = book.stages.get(to);
    return stage?.exit || stage?.zone === 'tofu' ? 'marketing' : 'sales';
  };
  return { wider, narrower: (way) => (wider(way) === 'sales' ? 'marketing' : 'sales') };
}

function transitionsOf(book: Book): Kind<Transition> {
  const effect = effectOf(book);
  return {
    part: 'transition',
    name,
    added: (way) => ({
      level: 'notable',
      harderFor: effect.wider(way),
      more: `: ${plain(wayCause(book, way))}`,
    }),
    removed: (way) => ({ level: 'notable', harderFor: effect.narrower(way) }),
    aspects: [
      whenAspect(name, effect),
      inForceAspect(name, effect),
      {
        of: ({ from }) => from,
        tell: ({ before, after }, sides): Told => {
          const [was, is] = [stagesOf(sides.before, before.from), stagesOf(sides.after, after.from)];
          return {
            verb: 'changed',
            says: `${name(after, sides.after)} leads out of ${is}; before: ${was}.`,
            ...bothTeams,
          };
        },
      },
      {
        of: ({ to }) => to,
        tell: ({ before, after }, sides): Told => ({
          verb: 'moved',
          says: `The way “${after.id}” leads into ${stageName(sides.after, after.to)}; before: ${stageName(sides.before, before.to)}.`,
          ...bothTeams,
        }),
      },
      {
        of: ({ by, on, where, after_ms: after, without }) => [by, on, where, after, without],
        tell: ({ before, after }, sides): Told => {
          const [was, is] = [causeOf(sides.before, before), causeOf(sides.after, after)];
          return {
            verb: 'changed',
            says: `${name(after, sides.after)} begins otherwise: ${is}; before: ${was}.`,
            ...bothTeams,
          };
        },
      },
      becauseAspect(name),
    ],
  };
}

const bothTeams = { level: 'notable', harderFor: 'both' } as const;

const stagesOf = (book: Book, ids: readonly string[]): string =>
  ids.map((id) => stageName(book, id)).join(' or ');

function causeOf(book: Book, way: Transition): string {
  return way.by === 'people' ? `when ${plain(eventList(book, way.on))}` : plain(wayCause(book, way));
}

/** Changes of the ways between stages; what time does is told with the stages. */
export function findTransitionChanges(sides: Sides): readonly Found[] {
  const [before = [], after = []] = [sides.before, sides.after].map(({ agreement }) =>
    agreement.transitions.filter(({ by }) => by !== 'time'),
  );
  const order = {
    part: 'transition',
    about: 'transitions',
    says: 'The ways between stages are tried in another order.',
    name,
    does: 'is tried',
    ...bothTeams,
  } as const;
  return [
    ...findItemChanges(sides, { before, after }, transitionsOf(sides.after)),
    ...findOrderChange(sides, { before, after }, order),
  ];
}
