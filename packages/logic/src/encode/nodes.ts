import type { Formula, RangeTerm, Term, Variable } from '../formula/types.ts';
import type { Told } from './gates.ts';
import { gcd, limited, lastOf, listed, mapped, sums, type Values, valueAt, withZero } from './values.ts';

/** An integer as the solver sees it: what it may be, and how "it is at least so much" is a literal. */
export type Node = Steps | Pair | Limit | Times | Shift | Gate | Chosen;

/** A formula, or that a variable has one of these atoms. */
export type Test =
  | Formula
  | { readonly kind: 'one-of'; readonly variable: Variable; readonly atoms: readonly number[] };

/** It is at least its value `i` if test `i` holds (of the first value, always). */
export interface Steps {
  readonly kind: 'steps';
  readonly id: number;
  readonly values: Values;
  readonly tests: readonly Test[];
}

/** The sum of two; `few` has the fewer values. */
export interface Pair {
  readonly kind: 'pair';
  readonly id: number;
  readonly values: Values;
  readonly few: Node;
  readonly many: Node;
  readonly asked: Map<number, Told>;
  /** The points asked for so far, ascending. */
  readonly ladder: number[];
}

export interface Limit {
  readonly kind: 'limit';
  readonly id: number;
  readonly values: Values;
  readonly of: Node;
}

export interface Times {
  readonly kind: 'times';
  readonly id: number;
  readonly values: Values;
  readonly of: Node;
  readonly times: number;
}

export interface Shift {
  readonly kind: 'shift';
  readonly id: number;
  readonly values: Values;
  readonly of: Node;
  readonly by: number;
}

/** 0 unless a formula holds. */
export interface Gate {
  readonly kind: 'gate';
  readonly id: number;
  readonly values: Values;
  readonly of: Node;
  readonly when: Formula;
  readonly asked: Map<number, Told>;
}

/**
 * A sum whose ranges may make it any value, by steps of one `unit`, from `low` (all ranges at their
 * least) to `high` (all at their most).
 */
export interface Chosen {
  readonly kind: 'chosen';
  readonly id: number;
  readonly values: Values;
  readonly low: Node;
  readonly high: Node;
  readonly unit: number;
  readonly ranges: readonly RangeTerm[];
  /** What else is in the sum. */
  readonly rest: readonly Term[];
  readonly asked: Map<number, Told>;
  /** The points asked for so far, ascending. */
  readonly ladder: number[];
}

/** Makes nodes, those that add up the same two only once. */
export interface Nodes {
  steps(values: readonly number[], tests: readonly Test[]): Node;
  constant(value: number): Node;
  add(one: Node, other: Node): Node;
  limit(of: Node, floor: number, cap: number): Node;
  times(of: Node, times: number): Node;
  gate(when: Formula, of: Node): Node;
  chosen(made: Pick<Chosen, 'low' | 'high' | 'unit' | 'ranges' | 'rest'>): Chosen;
}

export function createNodes(): Nodes {
  const pairs = new Map<string, Node>();
  let nextId = 0;
  const id = (): number => (nextId += 1);
  const pair = (one: Node, other: Node): Node => {
    const key = `${one.id}+${other.id}`;
    const known = pairs.get(key);
    if (known) return known;
    const [few, many] = one.values.size <= other.values.size ? [one, other] : [other, one];
    const values = sums(few.values, many.values);
    const made: Node = { kind: 'pair', id: id(), values, few, many, asked: new Map(), ladder: [] };
    pairs.set(key, made);
    return made;
  };
  const shift = (of: Node, by: number): Node => {
    if (by === 0) return of;
    return { kind: 'shift', id: id(), values: mapped(of.values, (value) => value + by), of, by };
  };
  const steps: Nodes['steps'] = (list, tests) => ({ kind: 'steps', id: id(), values: listed(list), tests });
  return {
    steps,
    constant: (value) => steps([value], []),
    add: (one, other) => {
      if (one.values.size === 1) return shift(other, one.values.first);
      if (other.values.size === 1) return shift(one, other.values.first);
      return pair(one, other);
    },
    limit: (of, floor, cap) => ({ kind: 'limit', id: id(), values: limited(of.values, floor, cap), of }),
    times: (of, times) => {
      if (times === 1) return of;
      return { kind: 'times', id: id(), values: mapped(of.values, (value) => value * times), of, times };
    },
    gate: (when, of) => {
      if (when.kind === 'constant') return of;
      return { kind: 'gate', id: id(), values: withZero(of.values), of, when, asked: new Map() };
    },
    chosen: (made) => {
      const [first, last] = [made.low.values.first, lastOf(made.high.values)];
      const values: Values = {
        first,
        step: made.unit,
        size: (last - first) / made.unit + 1,
        list: undefined,
      };
      return { ...made, kind: 'chosen', id: id(), values, asked: new Map(), ladder: [] };
    },
  };
}

/** All values of a node are multiples of this. */
export function unitOf({ values }: Node): number {
  return gcd(valueAt(values, 0), values.step);
}
