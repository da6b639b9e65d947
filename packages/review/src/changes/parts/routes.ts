import type { RouteRow, RouteTarget, Routing } from '@smarketing/compiler/ir';
import { type Book, plain, routedStages, routeTarget } from '@smarketing/compiler/words';
import { becauseAspect, inForceAspect, whenAspect } from '../aspects.ts';
import type { Found, HarderFor } from '../change.ts';
import { aspectChanges, findItemChanges, type Item, type Kind, type Sides } from '../items.ts';
import { findOrderChange } from '../order.ts';
import { asks } from '../words/phrases.ts';

const name = ({ id }: RouteRow): string => `The route “${id}”`;

/** Where leads come to more often there is more work. */
function partyOf(book: Book, to: RouteTarget | null): HarderFor {
  return to?.kind === 'queue' ? (book.queues.get(to.queue)?.party ?? 'both') : 'sales';
}

const leads = (of: Book, { when, to }: RouteRow): string => `: ${asks(of, when)} goes to ${targetOf(of, to)}`;

function rowsOf(book: Book): Kind<RouteRow> {
  const effect = {
    wider: ({ to }: RouteRow): HarderFor => partyOf(book, to),
    narrower: (): HarderFor => 'nobody',
  };
  return {
    part: 'route',
    name,
    added: (row, of) => ({ level: 'notable', harderFor: partyOf(of, row.to), more: leads(of, row) }),
    removed: () => ({ level: 'notable', harderFor: 'both' }),
    aspects: [
      {
        of: ({ to }) => to,
        tell: ({ before, after }, sides) => {
          const [was, is] = [targetOf(sides.before, before.to), targetOf(sides.after, after.to)];
          const says = `${name(after)} leads to ${is}; before: to ${was}.`;
          return {
            verb: 'moved',
            says,
            was,
            is,
            level: 'notable',
            harderFor: partyOf(sides.after, after.to),
          };
        },
      },
      whenAspect(name, effect),
      inForceAspect(name, effect),
      becauseAspect(name),
    ],
  };
}

function targetOf(book: Book, to: RouteTarget | null): string {
  return to === null ? 'nobody' : plain(routeTarget(book, to));
}

type Head = Item & Pick<Routing, 'stages' | 'match' | 'otherwise'>;

const heads: Pick<Kind<Head>, 'aspects' | 'part' | 'name'> = {
  part: 'routing',
  name: () => 'The table of routes',
  aspects: [
    {
      of: ({ otherwise }) => otherwise,
      tell: ({ before, after }, sides) => ({
        verb: 'moved',
        says: `A lead that no route matches goes to ${targetOf(sides.after, after.otherwise)}; before: to ${targetOf(sides.before, before.otherwise)}.`,
        level: 'notable',
        harderFor: partyOf(sides.after, after.otherwise),
      }),
    },
    {
      of: ({ stages }) => stages,
      tell: ({ before, after }, sides) => ({
        verb: 'changed',
        says: `Leads are routed in ${stagesOf(sides.after, after)}; before: in ${stagesOf(sides.before, before)}.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
    {
      of: ({ match }) => match,
      tell: ({ after }) => ({
        verb: 'changed',
        says: after.match === 'first' ? 'The first route that matches counts.' : 'Exactly one route matches.',
        level: 'notable',
        harderFor: 'both',
      }),
    },
  ],
};

function stagesOf(book: Book, { stages, match, otherwise, span }: Head): string {
  if (stages.length === 0 || !span) return 'no stage';
  return plain(routedStages(book, { kind: 'routing', stages, match, otherwise, rows: [], span }));
}

const nowhere: Omit<Routing, 'span'> = {
  kind: 'routing',
  stages: [],
  match: 'first',
  rows: [],
  otherwise: null,
};

/** Changes of who gets which lead. */
export function findRouteChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before, sides.after].map(({ agreement }) => agreement.routing ?? nowhere);
  if (!before || !after) return [];
  const rows = { before: before.rows, after: after.rows };
  const order = {
    part: 'route',
    about: 'routes',
    says: 'The routes are tried in another order.',
    name,
    does: 'is tried',
    level: 'notable',
    harderFor: 'both',
  } as const;
  return [
    ...findItemChanges(sides, rows, rowsOf(sides.after)),
    ...(after.match === 'first' ? findOrderChange(sides, rows, order) : []),
    ...aspectChanges(sides, { before: headOf(before), after: headOf(after) }, heads),
  ];
}

function headOf({ rows: _rows, ...routing }: Routing | typeof nowhere): Head {
  return { id: 'routing', ...routing };
}
