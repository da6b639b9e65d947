/** Something with finitely many values, its atoms `0 … atoms - 1`. Atom 0 is the one that a witness prefers. */
export interface Variable {
  readonly kind: 'variable';
  readonly id: number;
  readonly name: string;
  readonly atoms: number;
}

/**
 * An integer that a sum may contain: any of `from`, `from + step`, … `to`. The same range in two sums
 * is the same integer.
 */
export interface Range {
  readonly kind: 'range';
  readonly id: number;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/**
 * A statement. Made by a {@link Context} only, which makes each but once: two formulas are the same
 * statement if they are the same object (and may be if they are not).
 */
export type Formula = Constant | Is | Not | And | SumAtLeast;

export interface Constant {
  readonly kind: 'constant';
  readonly id: number;
  readonly value: boolean;
}

/** The variable has one of these atoms: some, not all, ascending. */
export interface Is {
  readonly kind: 'is';
  readonly id: number;
  readonly variable: Variable;
  readonly atoms: readonly number[];
}

/** The negation of a conjunction or a comparison. */
export interface Not {
  readonly kind: 'not';
  readonly id: number;
  readonly of: And | SumAtLeast;
}

/** At least two formulas that all hold; at most one of them tests any one variable. */
export interface And {
  readonly kind: 'and';
  readonly id: number;
  readonly of: readonly Formula[];
}

export interface SumAtLeast {
  readonly kind: 'sum-at-least';
  readonly id: number;
  readonly sum: Sum;
  readonly points: number;
}

/** A sum of terms, cut off at its cap first and then at its floor. */
export interface Sum {
  readonly kind: 'sum';
  readonly id: number;
  readonly terms: readonly Term[];
  readonly cap: number;
  readonly floor: number;
  /** Bounds of its value; it need not reach them. */
  readonly least: number;
  readonly most: number;
}

/** What a sum is made of. Each term counts while `when` holds, and is 0 else. */
export type Term = PointsTerm | RangeTerm | SumTerm;

export interface PointsTerm {
  readonly kind: 'points';
  readonly when: Formula;
  readonly points: number;
}

export interface RangeTerm {
  readonly kind: 'range';
  readonly when: Formula;
  readonly range: Range;
  /** Any integer but 0: the range counts so many times. */
  readonly times: number;
}

export interface SumTerm {
  readonly kind: 'sum';
  readonly when: Formula;
  readonly sum: Sum;
  /** Any integer but 0: the sum counts so many times. */
  readonly times: number;
}

/** A term as it is written; `when` may be left out if it always counts. */
export type TermInput =
  | { readonly when?: Formula; readonly points: number }
  | { readonly when?: Formula; readonly range: Range; readonly times?: number }
  | { readonly when?: Formula; readonly sum: Sum; readonly times?: number };

/** A value for every variable and every range. */
export interface Model {
  readonly atoms: ReadonlyMap<Variable, number>;
  readonly points: ReadonlyMap<Range, number>;
}
