import { type Formula, type Model, under } from '@smarketing/logic';
import type { Condition } from '../../ir/types.ts';
import type { Feature, Value } from './features.ts';
import { isNever, type Sides, withAxioms } from './sides.ts';

type Asked = Pick<Sides, 'world' | 'session'>;

/** Of each feature in it, the values that a lead can have: all of them must be one of those. */
export type Box = ReadonlyMap<Feature, ReadonlySet<Value>>;

/** What a box asks, in the order of its features. */
export function conditionsOfBox(box: Box): readonly Condition[] {
  return [...box].map(([feature, values]) => feature.among(values, feature.values));
}

/** The one box around all leads that a formula holds for: each value in it is one that such a lead can have. */
export function hullOf(
  asked: Asked,
  formula: Formula,
  features: readonly Feature[],
): Box | 'none' | 'unknown' {
  const { world, session } = asked;
  const { logic } = world;
  const all = features.flatMap(({ values }) => values.map((value) => value.formula));
  const base = logic.and(withAxioms(world, formula), world.definitions.behind(logic.and(...all)).axioms);
  const first = session.satisfiable(base);
  if (first.verdict !== 'satisfiable') return first.verdict === 'unknown' ? 'unknown' : 'none';
  const seen = new Map(features.map((feature) => [feature, new Set<Value>()]));
  note(seen, first.model);
  for (;;) {
    const open = features.flatMap((feature) =>
      feature.values.flatMap((value) => (seen.get(feature)?.has(value) ? [] : [value.formula])),
    );
    const answer = session.satisfiable(logic.and(base, logic.or(...open)));
    if (answer.verdict === 'unknown') return 'unknown';
    if (answer.verdict === 'unsatisfiable') return seen;
    note(seen, answer.model);
  }
}

function note(seen: ReadonlyMap<Feature, Set<Value>>, model: Model): void {
  const { holds } = under(model);
  for (const [feature, values] of seen)
    for (const value of feature.values) if (holds(value.formula)) values.add(value);
}

/** A box without the features of which it has all values. */
export function restricted(box: Box): Box {
  return new Map([...box].filter(([feature, values]) => values.size < feature.values.length));
}

/** Boxes that together are exactly the leads of a formula, at most so many; `undefined` if features do not tell them. */
export function exactBoxes(
  asked: Asked,
  formula: Formula,
  { features, most }: { readonly features: readonly Feature[]; readonly most: number },
): readonly Box[] | undefined {
  const { world, session } = asked;
  const { logic } = world;
  const found: Box[] = [];
  const all = logic.and(...features.flatMap(({ values }) => values.map((value) => value.formula)));
  const { axioms } = world.definitions.behind(all);
  for (;;) {
    const left = logic.and(formula, ...found.map((box) => logic.not(formulaOf(asked, box))));
    const answer = session.satisfiable(logic.and(withAxioms(world, left), axioms));
    if (answer.verdict === 'unknown') return undefined;
    if (answer.verdict === 'unsatisfiable') return found;
    const box = found.length < most ? widened(asked, formula, pointOf(features, answer.model)) : undefined;
    if (!box) return undefined;
    found.push(box);
  }
}

function pointOf(features: readonly Feature[], model: Model): Box {
  const { holds } = under(model);
  const valueIn = (feature: Feature): Set<Value> =>
    new Set(feature.values.filter((value) => holds(value.formula)).slice(0, 1));
  return new Map(features.map((feature) => [feature, valueIn(feature)]));
}

/** The box with as few features and as many values as it can have while the formula holds for all in it. */
function widened(asked: Asked, formula: Formula, point: Box): Box | undefined {
  if (!isWithin(asked, point, formula)) return undefined;
  let box = point;
  for (const feature of [...point.keys()].toReversed()) {
    const less = new Map([...box].filter(([key]) => key !== feature));
    if (isWithin(asked, less, formula)) box = less;
  }
  for (const feature of box.keys()) {
    for (const value of feature.values) {
      const values = box.get(feature) ?? new Set();
      if (values.has(value)) continue;
      const more = new Map(box).set(feature, new Set([...values, value]));
      if (isWithin(asked, more, formula)) box = more;
    }
  }
  return box;
}

/** Whether it is proved that a formula holds for all leads in a box. */
export function isWithin(asked: Asked, box: Box, formula: Formula): boolean {
  const { logic } = asked.world;
  return isNever(asked, logic.and(formulaOf(asked, box), logic.not(formula))) === true;
}

export function formulaOf({ world: { logic } }: Pick<Sides, 'world'>, box: Box): Formula {
  return logic.and(
    ...[...box.values()].map((values) => logic.or(...[...values].map(({ formula }) => formula))),
  );
}
