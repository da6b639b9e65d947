import { describe, expect, test } from 'vitest';
import { createRandom } from '../bench/random.ts';
import { createSolver } from '../src/index.ts';
import { cadical } from './cadical.ts';
import { type Clause, isPossible, meets, pigeons, randomClauses, solverOf } from './cnf.ts';
import { seed } from './seed.ts';

const plenty = 1_000_000;

function literals(random: (end: number) => number, variables: number, count: number): number[] {
  return Array.from({ length: count }, () => (1 + random(variables)) * (random(2) === 0 ? 1 : -1));
}

function units(clause: Clause): Clause[] {
  return clause.map((literal) => [literal]);
}

describe(`the SAT solver (seed ${seed})`, () => {
  test('answers random clauses as going through all values does', () => {
    const random = createRandom(seed);
    for (let round = 0; round < 120; round += 1) {
      const variables = 4 + random(7);
      const clauses = randomClauses(random, variables, Math.round(variables * (3 + random(3))));
      const sat = solverOf(variables, clauses);
      const possible = isPossible(variables, clauses);
      expect(sat.solve([], plenty)).toBe(possible ? 'satisfiable' : 'unsatisfiable');
      expect(!possible || meets(sat, clauses)).toBe(true);
    }
  });

  test('answers under assumptions, with those that clash as the reason', () => {
    const random = createRandom(seed + 1);
    for (let round = 0; round < 60; round += 1) {
      const clauses = randomClauses(random, 9, 25 + random(12));
      const sat = solverOf(9, clauses);
      for (let question = 0; question < 6; question += 1) {
        const assumptions = literals(random, 9, 1 + random(5));
        const asked = [...clauses, ...units(assumptions)];
        const possible = isPossible(9, asked);
        expect(sat.solve(assumptions, plenty)).toBe(possible ? 'satisfiable' : 'unsatisfiable');
        const core = possible ? [] : sat.core();
        expect(assumptions).toEqual(expect.arrayContaining([...core]));
        expect(possible ? meets(sat, asked) : !isPossible(9, [...clauses, ...units(core)])).toBe(true);
      }
    }
  });

  test('takes more clauses and variables between questions', () => {
    const random = createRandom(seed + 2);
    for (let round = 0; round < 40; round += 1) {
      const known: Clause[] = [];
      const sat = createSolver();
      for (let variables = 3; variables <= 10; variables += 1) {
        while (sat.newVar() < variables);
        for (const clause of randomClauses(random, variables, 4)) {
          known.push(clause);
          sat.addClause(clause);
        }
        expect(sat.solve([], plenty)).toBe(isPossible(variables, known) ? 'satisfiable' : 'unsatisfiable');
      }
    }
  });

  test('agrees with CaDiCaL on larger ones', async () => {
    const random = createRandom(seed + 3);
    const create = await cadical();
    for (let round = 0; round < 25; round += 1) {
      const clauses = randomClauses(random, 90, 370 + random(25));
      const [ours, theirs] = [solverOf(90, clauses), solverOf(90, clauses, create)];
      for (let question = 0; question < 4; question += 1) {
        const assumptions = literals(random, 90, question * 2);
        const answer = ours.solve(assumptions, plenty);
        expect(answer).toBe(theirs.solve(assumptions, plenty));
        expect(answer !== 'satisfiable' || meets(ours, [...clauses, ...units(assumptions)])).toBe(true);
      }
    }
  });
});

describe('the SAT solver', () => {
  test('gives up after so many conflicts, the same in every run, and can go on', () => {
    const { variables, clauses } = pigeons(6);
    const runs = [1, 2].map(() => {
      const sat = solverOf(variables, clauses);
      return [sat.solve([], 50), sat.conflicts, sat.solve([], plenty), sat.conflicts];
    });
    expect(runs[0]?.slice(0, 3)).toEqual(['unknown', 50, 'unsatisfiable']);
    expect(runs[1]).toEqual(runs[0]);
  });

  test('is not led by what it found before', () => {
    const sat = createSolver();
    const [switched, one, other] = [sat.newVar(), sat.newVar(true), sat.newVar(false)];
    sat.addClause([-switched, -one]);
    sat.addClause([-switched, other]);
    sat.solve([switched], plenty);
    expect([one, other].map((variable) => sat.value(variable))).toEqual([false, true]);
    sat.solve([-switched], plenty);
    expect([one, other].map((variable) => sat.value(variable))).toEqual([true, false]);
  });

  test('decides only what is in scope', () => {
    const sat = createSolver();
    const [inside, outside] = [sat.newVar(), sat.newVar()];
    expect(sat.solve([inside], plenty, Int32Array.of(inside))).toBe('satisfiable');
    expect([inside, outside].map((variable) => sat.value(variable))).toEqual([true, undefined]);
  });

  test('knows clauses that say nothing, too little, or everything twice', () => {
    const sat = createSolver();
    const [one, other] = [sat.newVar(), sat.newVar()];
    sat.addClause([one, -one]);
    sat.addClause([other, other]);
    expect(sat.solve([], plenty)).toBe('satisfiable');
    expect(sat.value(other)).toBe(true);
    expect(sat.solve([one, -one], plenty)).toBe('unsatisfiable');
    expect(sat.core().toSorted((a, b) => a - b)).toEqual([-one, one]);
    expect(sat.solve([one], plenty)).toBe('satisfiable');
    sat.addClause([]);
    expect(sat.solve([], plenty)).toBe('unsatisfiable');
    expect(sat.core()).toEqual([]);
  });

  test('forgets and restarts without losing anything', () => {
    const { variables, clauses } = pigeons(7);
    const sat = solverOf(
      variables + 1,
      clauses.map((clause) => [...clause, variables + 1]),
    );
    expect(sat.solve([-(variables + 1)], plenty)).toBe('unsatisfiable');
    expect(sat.conflicts).toBeGreaterThan(3000);
    expect(sat.core()).toEqual([-(variables + 1)]);
    expect(sat.solve([], plenty)).toBe('satisfiable');
  });
});
