import type { Model, Range, Variable } from '../formula/types.ts';

/** No answer was found: the work it takes exceeds a limit. The same on every machine. */
export interface Unknown {
  readonly verdict: 'unknown';
  /** `conflicts`: the budget of the question is used up. `size`: its encoding is too large. */
  readonly reason: 'conflicts' | 'size';
  /** Conflicts spent on the question. */
  readonly spent: number;
}

/** Is there a model? */
export type Satisfiable =
  | { readonly verdict: 'satisfiable'; readonly model: Model }
  | { readonly verdict: 'unsatisfiable' }
  | Unknown;

/** Does it hold in every model? If not, here is one in which it does not. */
export type Proof =
  | { readonly verdict: 'proved' }
  | { readonly verdict: 'counterexample'; readonly model: Model }
  | Unknown;

/** The least or greatest value of a sum, and a model in which it has it. */
export type Optimum =
  | { readonly verdict: 'found'; readonly points: number; readonly model: Model }
  | { readonly verdict: 'unsatisfiable' }
  | Unknown;

/** A model with as many variables as possible at atom 0, and what in it matters. */
export type Witness =
  | { readonly verdict: 'satisfiable'; readonly model: Model; readonly matters: Box }
  | { readonly verdict: 'unsatisfiable' }
  | Unknown;

/** So many classes, exactly; or more than were asked for. */
export type Count =
  | { readonly verdict: 'counted'; readonly classes: bigint }
  | { readonly verdict: 'more-than'; readonly classes: bigint }
  | Unknown;

/** A condition that is easy to read: each variable in it has one of some atoms, each range lies within bounds. */
export interface Box {
  readonly atoms: ReadonlyMap<Variable, readonly number[]>;
  readonly points: ReadonlyMap<Range, { readonly from: number; readonly to: number }>;
}

/** Boxes that together hold exactly the models, or the first of them if they are `more` than asked for. */
export type Boxes =
  | { readonly verdict: 'covered'; readonly boxes: readonly Box[] }
  | { readonly verdict: 'more'; readonly boxes: readonly Box[] }
  | Unknown;
