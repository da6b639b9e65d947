import { createSolver, type Sat } from '../src/index.ts';

export type Clause = readonly number[];

/** Random clauses of three different variables each. */
export function randomClauses(random: (end: number) => number, variables: number, count: number): Clause[] {
  return Array.from({ length: count }, () => {
    const chosen = new Set<number>();
    while (chosen.size < 3) chosen.add(1 + random(variables));
    return [...chosen].map((variable) => (random(2) === 0 ? variable : -variable));
  });
}

/** Does a way to set the variables meet all clauses? */
export function isPossible(variables: number, clauses: readonly Clause[]): boolean {
  for (let bits = 0; bits < 2 ** variables; bits += 1) {
    const isTrue = (literal: number): boolean =>
      ((bits >> (Math.abs(literal) - 1)) % 2 !== 0) === literal > 0;
    if (clauses.every((clause) => clause.some(isTrue))) return true;
  }
  return false;
}

/** A solver that knows some clauses over so many variables. */
export function solverOf(
  variables: number,
  clauses: readonly Clause[],
  create: () => Sat = createSolver,
): Sat {
  const sat = create();
  for (let made = 0; made < variables; made += 1) sat.newVar();
  for (const clause of clauses) sat.addClause(clause);
  return sat;
}

/** Do the solver's values meet these clauses? */
export function meets(sat: Sat, clauses: readonly Clause[]): boolean {
  return clauses.every((clause) => clause.some((literal) => sat.value(Math.abs(literal)) === literal > 0));
}

/** More pigeons than holes: no way, and hard to see. */
export function pigeons(holes: number): { variables: number; clauses: Clause[] } {
  const at = (pigeon: number, hole: number): number => 1 + pigeon * holes + hole;
  const each = Array.from({ length: holes }, (_, hole) => hole);
  const all = Array.from({ length: holes + 1 }, (_, pigeon) => pigeon);
  const clauses: Clause[] = [
    ...all.map((pigeon) => each.map((hole) => at(pigeon, hole))),
    ...each.flatMap((hole) =>
      all.flatMap((one) => all.slice(one + 1).map((other) => [-at(one, hole), -at(other, hole)])),
    ),
  ];
  return { variables: holes * (holes + 1), clauses };
}
