import type { Formula } from '@smarketing/logic';
import type { Agreement, Condition, Transition } from '../../ir/types.ts';
import type { Version } from '../decide/version.ts';
import { type Asking, asksOf, type Outcomes, type Pair } from './outcomes.ts';
import type { Sides } from './sides.ts';

/**
 * Leads that the versions move otherwise, from the stage in which they are recorded: exactly so. Then those that may be moved
 * otherwise from a stage into which the decision moved them: the order of their events is not told, so that it may be more.
 */
export function stageOutcomes(sides: Sides): readonly Outcomes[] {
  const { one, other, world } = sides;
  const stages = one.moves === other.moves ? [] : one.agreement.stages;
  const pairs = stages.flatMap(({ id }) => pairsFrom(sides, id));
  const alike = [...Map.groupBy(pairs, ({ from, to }) => `${from} ${to}`).values()];
  const merged = alike.flatMap((same): Pair[] => {
    const [first] = same;
    return first ? [{ ...first, formula: world.logic.or(...same.map(({ formula }) => formula)) }] : [];
  });
  const isFirst = world.logic.or(...pairs.map(({ formula }) => formula));
  const later = stages.map(({ id }) =>
    world.logic.and(one.moves.becomes([id]), mayLeaveOtherwise(sides, id)),
  );
  const asks = asksOf(sides, rowsOf);
  const places = stages.map(({ id }) => inStage([id]));
  const shared = {
    aspect: 'stage',
    about: null,
    shown: ({ moves, stage }) => [stage, moves.map(({ from, to, at }) => [from, to, at])],
    asks: { ...asks, apart: [...asks.apart, ...places] },
    sees: 'recorded',
  } as const satisfies Omit<Outcomes, 'pairs'>;
  const further = world.logic.and(world.logic.or(...later), world.logic.not(isFirst));
  return [
    { ...shared, pairs: merged },
    {
      ...shared,
      pairs: further === world.logic.false ? [] : [{ from: null, to: null, formula: further, isLoose: true }],
    },
  ];
}

/** What moves leads: what is asked, and what people do. */
function rowsOf({ transitions }: Agreement): readonly Asking[] {
  return transitions.flatMap((transition) => [transition, ...happenings(transition)]);
}

function inStage(options: readonly string[]): Condition {
  return { kind: 'choice', subject: { kind: 'stage' }, options };
}

function happenings({ id, by, on, where }: Transition): readonly Asking[] {
  if (by !== 'people') return [];
  return [
    {
      id: `on ${id}`,
      when: { kind: 'event', events: on, min: 1, max: null, within_ms: null, since: [], where },
    },
  ];
}

/** To the same stage in another way is perhaps at the same moment, which is no difference. */
function pairsFrom(sides: Sides, stage: string): readonly Pair[] {
  const { world, one, other } = sides;
  const { logic, entry } = world;
  const recorded = entry.stage([stage]);
  const [ways, others] = [one, other].map((version) => waysFrom(sides, version, stage));
  if (!ways || !others) return [];
  const at = (all: ReadonlyMap<string, Formula>, place: string): Formula => all.get(place) ?? logic.false;
  const apart = [...new Set([...ways.keys(), ...others.keys()])].filter(
    (place) => at(ways, place) !== at(others, place),
  );
  return apart.flatMap((from) =>
    apart.flatMap((to): Pair[] => {
      const formula = from === to ? logic.false : logic.and(recorded, at(ways, from), at(others, to));
      const pair = { from: stageOf(from), to: stageOf(to), formula };
      return formula === logic.false ? [] : [{ ...pair, isLoose: pair.from === pair.to }];
    }),
  );
}

/** Where a lead recorded in a stage goes first, and when it stays. */
function waysFrom(
  { world: { logic } }: Sides,
  { moves }: Version,
  stage: string,
): ReadonlyMap<string, Formula> {
  const ways = moves.goes(stage);
  return new Map([...ways, [JSON.stringify([stage]), logic.not(logic.or(...ways.values()))]]);
}

function stageOf(place: string): string | null {
  const [to] = JSON.parse(place) as readonly unknown[];
  return typeof to === 'string' ? to : null;
}

const isAlike = (a: Out, b: Out | undefined): boolean => a.key === b?.key && a.caused === b.caused;

const order = (list: readonly Out[], within: readonly Out[]): string =>
  list.flatMap(({ key }) => (within.some((out) => out.key === key) ? [key] : [])).join();

/** Some transition out of a stage that is not in both versions alike may move a lead that came there. */
function mayLeaveOtherwise({ world: { logic }, one, other }: Sides, stage: string): Formula {
  const [ones, others] = [outOf(one, stage), outOf(other, stage)];
  if (ones.length === others.length && ones.every((out, at) => isAlike(out, others[at]))) return logic.false;
  const known = new Map(others.map((out) => [out.key, out]));
  const apart = ones.map((out) => logic.xor(out.caused, known.get(out.key)?.caused ?? logic.false));
  const added = others.filter(({ key }) => !ones.some((out) => out.key === key)).map(({ caused }) => caused);
  const isReordered = order(ones, others) !== order(others, ones);
  const twice = isReordered
    ? [
        logic.atLeast(
          2,
          ones.map(({ caused }) => caused),
        ),
      ]
    : [];
  return logic.or(...apart, ...added, ...twice);
}

interface Out {
  readonly key: string;
  readonly caused: Formula;
}

/** The ways out of a stage that may be open, each known by what it is but for its condition. */
function outOf({ agreement, moves }: Version, stage: string): readonly Out[] {
  const times = new Map<string, number>();
  return agreement.transitions
    .filter(({ from }) => from.includes(stage))
    .map((transition) => {
      const { by, to, on, where, after_ms: after, without } = transition;
      const text = JSON.stringify([by, to, on, where, after, without]);
      const time = times.get(text) ?? 0;
      times.set(text, time + 1);
      return { key: `${text} ${time}`, caused: moves.caused(transition) };
    });
}
