import type { Formula } from '@smarketing/logic';
import type { RouteTarget } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import { firstsOf, type Judge, type View } from './judge.ts';
import type { Moves } from './moves.ts';

/** Where a decision routes a lead. */
export interface Routes {
  /** What a condition of routing, notices, promises and assertions sees. */
  readonly view: View;
  /** The decision leaves the lead in a stage that is routed. */
  readonly routed: Formula;
  /** Each row, when the lead goes by it; the last is `otherwise`, or nowhere if there is none. */
  readonly rows: readonly { readonly takes: Formula; readonly to: RouteTarget | null }[];
}

export function createRoutes(world: World, judge: Judge, moves: Moves): Routes {
  const { logic } = world;
  const { routing } = judge.agreement;
  const view: View = { stage: moves.final };
  const routed = routing ? moves.final(routing.stages) : logic.false;
  const all = routing?.rows ?? [];
  const first = firstsOf(
    world,
    all.map((row) => logic.and(judge.inForce(row), judge.holds(row.when, view))),
  );
  const rows = first.map((takes, at) => ({
    takes: logic.and(routed, takes),
    to: all[at]?.to ?? routing?.otherwise ?? null,
  }));
  return {
    view: {
      ...view,
      becomes: moves.becomes,
      queue: (ids) =>
        logic.or(
          ...rows.flatMap(({ takes, to }) =>
            to?.kind === 'queue' && (ids === null || ids.includes(to.queue)) ? [takes] : [],
          ),
        ),
    },
    routed,
    rows,
  };
}
