import type { Model, Range, Variable } from '../formula/types.ts';
import type { Box } from './answers.ts';
import type { Engine } from './engine.ts';

/** One thing that a box asks for: the variable has not this atom, or the range does not pass this bound. */
export type Limit =
  | { readonly literal: number; readonly variable: Variable; readonly not: number }
  | { readonly literal: number; readonly range: Range; readonly from: number }
  | { readonly literal: number; readonly range: Range; readonly to: number };

/** What a box may speak of. */
export interface Support {
  readonly variables: readonly Variable[];
  readonly ranges: readonly Range[];
}

/**
 * The limits that are left of a model after giving up, one after another, all without which `outside` is
 * still impossible: first whole variables and ranges, the last ones first, then single atoms and points.
 * `outside` is what contradicts the model.
 */
export function generalize(engine: Engine, support: Support, model: Model, outside: number): Limit[] {
  const refuted = (limits: readonly Limit[]): Limit[] | undefined => {
    if (engine.solve([outside, ...limits.map(({ literal }) => literal)])) return undefined;
    const core = new Set(engine.core());
    return limits.filter(({ literal }) => core.has(literal));
  };
  let limits = refuted(limitsOf(engine, support, model));
  if (!limits) throw new Error('A model is not what it was found to be');
  for (const subject of [...support.ranges, ...support.variables.toReversed()]) {
    if (!limits.some((limit) => subjectOf(limit) === subject)) continue;
    limits = refuted(limits.filter((limit) => subjectOf(limit) !== subject)) ?? limits;
  }
  for (const limit of limits) {
    if (!limits.includes(limit)) continue;
    const others: Limit[] = limits.filter((other) => other !== limit);
    limits = refuted(others) ?? ('variable' in limit ? limits : loosen(engine, limit, others, refuted));
  }
  return limits;
}

type Refuted = (limits: readonly Limit[]) => Limit[] | undefined;

function subjectOf(limit: Limit): Variable | Range {
  return 'variable' in limit ? limit.variable : limit.range;
}

function limitsOf(engine: Engine, { variables, ranges }: Support, { atoms, points }: Model): Limit[] {
  const { encoder } = engine;
  const ofVariables = variables.flatMap((variable) =>
    Array.from({ length: variable.atoms }, (_, not) => ({
      literal: -encoder.variables.atom(variable, not),
      variable,
      not,
    })).filter(({ not }) => not !== atoms.get(variable)),
  );
  const ofRanges = ranges.flatMap((range) => {
    const value = points.get(range) ?? range.to;
    return [atLeast(engine, range, value), atMost(engine, range, value)].filter(
      ({ literal }) => literal !== encoder.gates.yes,
    );
  });
  return [...ofVariables, ...ofRanges];
}

function atLeast({ encoder }: Engine, range: Range, from: number): Limit {
  return { literal: encoder.rangeAtLeast(range, from), range, from };
}

function atMost({ encoder }: Engine, range: Range, to: number): Limit {
  return { literal: -encoder.rangeAtLeast(range, to + range.step), range, to };
}

/** Moves the bound of a range as far out as the other limits allow, by halving. */
function loosen(engine: Engine, limit: Limit, others: readonly Limit[], refuted: Refuted): Limit[] {
  if ('variable' in limit) return [...others, limit];
  const { range } = limit;
  const move = 'from' in limit ? atLeast : atMost;
  let tight = 'from' in limit ? limit.from : limit.to;
  let loose = 'from' in limit ? range.from : range.to;
  while (Math.abs(tight - loose) > range.step) {
    const middle = loose + Math.trunc((tight - loose) / range.step / 2) * range.step;
    if (refuted([...others, move(engine, range, middle)])) tight = middle;
    else loose = middle;
  }
  return [...others, move(engine, range, tight)];
}

/** Limits as a box. */
export function boxOf(limits: readonly Limit[]): Box {
  const atoms = new Map<Variable, readonly number[]>();
  const points = new Map<Range, { from: number; to: number }>();
  for (const limit of limits) {
    if ('variable' in limit) {
      const { variable, not } = limit;
      const left = atoms.get(variable) ?? Array.from({ length: variable.atoms }, (_, atom) => atom);
      atoms.set(
        variable,
        left.filter((atom) => atom !== not),
      );
      continue;
    }
    const { from, to } = points.get(limit.range) ?? limit.range;
    points.set(limit.range, 'from' in limit ? { from: limit.from, to } : { from, to: limit.to });
  }
  return { atoms, points };
}
