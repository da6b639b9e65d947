import { type Formula, under } from '@smarketing/logic';
import { holds } from '../../ir/conditions.ts';
import type { Condition } from '../../ir/types.ts';
import type { Case } from '../ask/replay.ts';
import { type Box, conditionsOfBox, exactBoxes, formulaOf, hullOf, isWithin, restricted } from './boxes.ts';
import { type Feature, featuresOf, type Value } from './features.ts';
import type { Guesses } from './guesses.ts';
import type { Outcomes, Pair } from './outcomes.ts';
import { isNever, type Sides, withAxioms } from './sides.ts';

/** Leads of some pairs of outcomes, as conditions that hold for all of them. */
export interface Group {
  readonly pairs: readonly Pair[];
  readonly where: readonly Condition[];
  readonly besides: readonly Condition[];
  readonly exact: boolean;
}

export interface Asked extends Sides {
  readonly guesses: Guesses;
  /** The conditions of rules that give other points. */
  readonly changed: readonly Condition[];
  /** A feature without the values that no lead has. */
  readonly possible: (feature: Feature, sees: Outcomes['sees']) => Feature;
}

/** So many boxes are told of one aspect. */
const mostBoxes = 4;
/** With more features than this, boxes are not sought that hold nothing else. */
const mostFeatures = 25;

/** The leads that are decided otherwise in one aspect, as few boxes; `unknown` if that takes more than the budget. */
export function groupsOf(outcomes: Outcomes, asked: Asked): readonly Group[] | 'unknown' {
  const pairs = possiblePairs(asked, outcomes.pairs);
  if (pairs === 'unknown' || pairs.length === 0) return pairs === 'unknown' ? pairs : [];
  const { first, besides } = featuresIn(outcomes, asked);
  const told = (boxed: readonly Boxed[]): readonly Group[] =>
    boxed.map(({ pairs: some, box, exact }) => {
      const [where, more] = [true, false].map((isFirst) =>
        conditionsOfBox(new Map([...box].filter(([feature]) => first.includes(feature) === isFirst))),
      );
      return { pairs: some, exact, where: where ?? [], besides: more ?? [] };
    });
  const around = boxAround({ ...asked, pairs, features: first }, pairs);
  if (around === 'unknown') return 'unknown';
  if (around.exact || first.length + besides.length > mostFeatures) return told([around]);
  return told(exactly({ ...asked, pairs, features: [...first, ...besides] }) ?? [around]);
}

/** The pairs of which there can be a lead, found model by model. */
function possiblePairs(asked: Asked, pairs: readonly Pair[]): readonly Pair[] | 'unknown' {
  const found = new Set<Pair>();
  for (;;) {
    const left = pairs.filter((pair) => !found.has(pair));
    const answer = asked.session.satisfiable(withAxioms(asked.world, anyOf(asked, left)));
    if (answer.verdict === 'unknown') return 'unknown';
    if (answer.verdict === 'unsatisfiable') return pairs.filter((pair) => found.has(pair));
    const { holds } = under(answer.model);
    for (const pair of left) if (holds(pair.formula)) found.add(pair);
  }
}

interface Boxed {
  readonly pairs: readonly Pair[];
  readonly box: Box;
  readonly exact: boolean;
}

interface Boxing extends Pick<Sides, 'world' | 'session'> {
  readonly pairs: readonly Pair[];
  readonly features: readonly Feature[];
}

/** Boxes that hold all of the pairs and nothing else, if they are few. */
function exactly(boxing: Boxing): readonly Boxed[] | undefined {
  const { pairs, features } = boxing;
  if (pairs.some(({ isLoose }) => isLoose)) return undefined;
  const whole = boxAround(boxing, pairs);
  if (whole === 'unknown' || whole.exact) return whole === 'unknown' ? undefined : [whole];
  for (const key of [({ to }: Pair) => to, ({ from }: Pair) => from]) {
    const groups = [...Map.groupBy(pairs, key).values()];
    if (groups.length === 1 || groups.length > mostBoxes) continue;
    const boxes = groups.map((some) => boxAround(boxing, some)).filter((box) => box !== 'unknown');
    if (boxes.length === groups.length && boxes.every(({ exact }) => exact)) return boxes;
  }
  const boxes = exactBoxes(boxing, anyOf(boxing, pairs), { features, most: mostBoxes });
  return boxes?.map((box) => ({ pairs: within(boxing, pairs, box), box, exact: true }));
}

function boxAround(boxing: Boxing, pairs: readonly Pair[]): Boxed | 'unknown' {
  const formula = anyOf(boxing, pairs);
  const hull = hullOf(boxing, formula, boxing.features);
  if (typeof hull === 'string') return 'unknown';
  const box = restricted(hull);
  const isExact = !pairs.some(({ isLoose }) => isLoose) && isWithin(boxing, box, formula);
  return { pairs, box, exact: isExact };
}

function anyOf({ world: { logic } }: Pick<Sides, 'world'>, pairs: readonly Pair[]): Formula {
  return logic.or(...pairs.map(({ formula }) => formula));
}

/** The pairs of which some lead is in a box. */
function within(boxing: Boxing, pairs: readonly Pair[], box: Box): readonly Pair[] {
  const { logic } = boxing.world;
  return pairs.filter(({ formula }) => isNever(boxing, logic.and(formula, formulaOf(boxing, box))) !== true);
}

/** The tests of what differs, and the others that decide it; of each the values that there are. */
function featuresIn(
  { asks, sees }: Outcomes,
  asked: Asked,
): { readonly first: readonly Feature[]; readonly besides: readonly Feature[] } {
  const { one, guesses, changed } = asked;
  const view = sees === 'decided' ? one.routes.view : undefined;
  const means = { holds: (condition: Condition) => one.judge.holds(condition, view), edges: guesses.edges };
  const apart = [...changed, ...asks.apart, ...asks.beneath];
  const all = featuresOf(one.agreement, [...apart, ...asks.besides], means).map((feature) =>
    asked.possible(feature, sees),
  );
  const count = featuresOf(one.agreement, apart, means).length;
  return { first: all.slice(0, count), besides: all.slice(count) };
}

/** Leaves out of features the values that no lead has: known leads show most of those that there are. */
export function possibleValues(
  sides: Pick<Sides, 'world' | 'session'>,
  leads: readonly Case[],
): Asked['possible'] {
  const known = new Map<Formula, boolean>();
  return (feature, sees) => {
    const isSeen = ({ condition }: Value): boolean =>
      leads.some((lead) => holds(condition, sees === 'decided' ? lead.final : lead.recorded));
    for (const value of feature.values)
      if (!known.has(value.formula) && isSeen(value)) known.set(value.formula, true);
    const open = feature.values.filter(({ formula }) => !known.has(formula));
    for (const { formula } of open) known.set(formula, isNever(sides, formula) !== true);
    return { ...feature, values: feature.values.filter(({ formula }) => known.get(formula) === true) };
  };
}
