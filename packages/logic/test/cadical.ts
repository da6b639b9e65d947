import { Cadical, loadCadical } from 'cadical-wasm';
import type { Sat } from '../src/index.ts';

/** CaDiCaL as a solver of ours: a second opinion. It decides all variables, whatever the scope. */
export async function cadical(): Promise<() => Sat> {
  const module = await loadCadical();
  return () => {
    const solver = new Cadical(module, { quiet: true });
    let conflicts = 0;
    let model: readonly boolean[] = [];
    return {
      newVar: () => solver.newVar(),
      addClause: (literals) => solver.addClause(literals),
      solve: (assumptions, limit) => {
        const answer = solver.solve({ assumptions, conflicts: limit });
        // Its values are gone with the next clause; ours stay until the next call.
        if (answer === 'satisfiable') model = solver.model();
        conflicts += answer === 'unknown' ? limit : 0;
        return answer;
      },
      value: (variable) => model[variable],
      core: () => solver.failedAssumptions(),
      get conflicts() {
        return conflicts;
      },
    };
  };
}
