/**
 * What this package asks of a SAT solver. A literal is a variable's number, or its negative; the first
 * variable is 1. `createSolver` makes ours; the tests hold CaDiCaL beside it.
 */
export interface Sat {
  /** A new variable. Every call tries the value `preferred` first. */
  newVar(preferred?: boolean): number;
  /** Adds "one of these literals holds", for good. */
  addClause(literals: readonly number[]): void;
  /**
   * Searches for values under which all clauses and all `assumptions` hold. After `conflicts` conflicts
   * it gives up with `unknown`: the same everywhere, however fast the machine is.
   *
   * With a `scope` only its variables are decided. The caller vouches that any values which these
   * take can be extended to the others, as it is where those are mere definitions.
   */
  solve(assumptions: readonly number[], conflicts: number, scope?: Int32Array): SatAnswer;
  /** After `satisfiable`: the variable's value, `undefined` if it was left open. */
  value(variable: number): boolean | undefined;
  /** After `unsatisfiable`: assumptions that cannot hold together. */
  core(): readonly number[];
  /** Conflicts of all calls so far. */
  readonly conflicts: number;
}

export type SatAnswer = 'satisfiable' | 'unsatisfiable' | 'unknown';
