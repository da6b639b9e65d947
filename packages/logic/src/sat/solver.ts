import { addGiven } from './clauses.ts';
import type { Sat } from './sat.ts';
import { search } from './search.ts';
import { addVariable, createState } from './state.ts';

/**
 * A SAT solver that learns from conflicts and keeps what it learnt from one call to the next.
 *
 * ```ts
 * const sat = createSolver();
 * const [rain, wet] = [sat.newVar(), sat.newVar()];
 * sat.addClause([-rain, wet]);
 * sat.solve([rain, -wet], 1000); // 'unsatisfiable'
 * sat.core(); // [-wet, rain]
 * ```
 */
export function createSolver(): Sat {
  const state = createState();
  return {
    newVar: (preferred = false) => addVariable(state, preferred) + 1,
    addClause: (literals) => addGiven(state, literals.map(inner)),
    solve: (assumptions, conflicts, scope) => search(state, assumptions.map(inner), conflicts, scope),
    value: (variable) => {
      const value = state.model[2 * (variable - 1)];
      return value === 1 ? true : value === -1 ? false : undefined;
    },
    core: () => state.core.map(outer),
    get conflicts() {
      return state.conflicts;
    },
  };
}

function inner(literal: number): number {
  return literal > 0 ? 2 * (literal - 1) : 2 * (-literal - 1) + 1;
}

function outer(literal: number): number {
  const variable = (literal >> 1) + 1;
  return literal & 1 ? -variable : variable;
}
