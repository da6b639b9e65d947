import type { Agreement, LeadInput, SourceSpan } from '../ir/types.ts';

/**
 * - `boundary`: a bound, a count, a length of time, points, a cap or a floor moved by one step;
 * - `option`: one of several words, events or stages taken away;
 * - `part`: one of several conditions taken away;
 * - `turned`: a `not` dropped, or a flag asked for the other way;
 * - `dropped`: a rule, row, transition, notice or promise left out;
 * - `outcome`: another queue, grade, stage or calendar;
 * - `order`: a row that comes after the next one.
 */
export type MutantKind = 'boundary' | 'option' | 'part' | 'turned' | 'dropped' | 'outcome' | 'order';

/** An agreement with one small change that an example should notice. */
export interface Mutant {
  /** Stable and readable: `size_core: employees at least 200 -> 201`. */
  readonly id: string;
  /** The rule, row, transition, score, promise or persona that was changed. */
  readonly about: string;
  readonly kind: MutantKind;
  /** A plain sentence: `size_core would ask for employees of at least 201 instead of 200.` */
  readonly says: string;
  readonly span: SourceSpan;
  /** The changed agreement; made when it is asked for. */
  readonly agreement: () => Agreement;
}

/** A change of one part of an agreement. */
export interface Change<T> {
  readonly kind: MutantKind;
  /** Short, for the id: `employees at least 200 -> 201`. */
  readonly change: string;
  /** What comes after "would": `ask for employees of at least 201 instead of 200`. */
  readonly says: string;
  readonly to: T;
}

/** Whether two agreements decide every lead alike, or a lead that they decide differently. */
export type Distinction =
  | { readonly verdict: 'same' }
  | { readonly verdict: 'different'; readonly lead: LeadInput; readonly asOf: number }
  | { readonly verdict: 'unknown' };

export type Distinguish = (agreement: Agreement, changed: Agreement) => Distinction;
