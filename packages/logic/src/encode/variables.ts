import { type Atoms, complement } from '../formula/atoms.ts';
import type { Variable } from '../formula/types.ts';
import type { Gates } from './gates.ts';

/** Literals for "the variable has this atom" and "one of these". */
export interface Variables {
  atom(variable: Variable, atom: number): number;
  /** Of a set that is neither empty nor full. */
  oneOf(variable: Variable, atoms: Atoms): number;
  has(variable: Variable): boolean;
}

/** Variables with more atoms than this get a ladder of "atom i or a later one", which makes runs of atoms cheap. */
const laddered = 6;

export function createVariables(gates: Gates): Variables {
  const atoms = new Map<Variable, readonly number[]>();
  const sets = new Map<string, number>();
  const keep = (variable: Variable, set: Atoms, literal: number): void => {
    if (set[0] === 0) sets.set(keyOf(variable, complement(set, variable.atoms)), -literal);
    else sets.set(keyOf(variable, set), literal);
  };
  const create = (variable: Variable): readonly number[] => {
    const made = literalsOf(gates, variable);
    atoms.set(variable, made);
    for (const [atom, literal] of made.entries()) keep(variable, [atom], literal);
    if (variable.atoms > laddered) {
      const steps = ladder(gates, made);
      for (const [atom, literal] of steps) keep(variable, from(atom, variable.atoms), literal);
      gates.tie([...made, ...steps.values()]);
    }
    return made;
  };
  const all = (variable: Variable): readonly number[] => atoms.get(variable) ?? create(variable);
  const oneOf = (variable: Variable, set: Atoms): number => {
    const literals = all(variable);
    if (set[0] === 0) return -oneOf(variable, complement(set, variable.atoms));
    const key = keyOf(variable, set);
    const known = sets.get(key);
    if (known !== undefined) return known;
    const literal = variable.atoms > laddered ? runs(variable, set) : oneOfFew(gates, literals, set);
    sets.set(key, literal);
    return literal;
  };
  const runs = (variable: Variable, set: Atoms): number =>
    gates.or(
      runsOf(set).map(([first, last]) => {
        if (first === last) return all(variable)[first] as number;
        const upTo = last + 1 === variable.atoms ? gates.yes : -suffix(variable, last + 1);
        return gates.and([suffix(variable, first), upTo]);
      }),
    );
  const suffix = (variable: Variable, first: number): number =>
    sets.get(keyOf(variable, from(first, variable.atoms))) ?? gates.yes;
  return {
    atom: (variable, atom) => all(variable)[atom] as number,
    oneOf,
    has: (variable) => atoms.has(variable),
  };
}

function keyOf(variable: Variable, atoms: Atoms): string {
  return `${variable.id}:${atoms.join()}`;
}

function from(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, at) => first + at);
}

/** One literal for each atom, exactly one of which holds. */
function literalsOf(gates: Gates, { atoms }: Variable): readonly number[] {
  if (atoms === 1) return [gates.yes];
  const preferred = gates.fresh(true);
  if (atoms === 2) return [preferred, -preferred];
  const literals = [preferred, ...from(1, atoms).map(() => gates.fresh())];
  gates.add(literals);
  gates.tie(literals);
  if (atoms <= laddered) {
    for (const [at, one] of literals.entries()) {
      for (const other of literals.slice(at + 1)) gates.add([-one, -other]);
    }
  }
  return literals;
}

/** For each atom but the first the literal "this one or a later one"; lets only one atom hold. */
function ladder(gates: Gates, literals: readonly number[]): ReadonlyMap<number, number> {
  const steps = new Map<number, number>();
  let next = literals.at(-1) as number;
  steps.set(literals.length - 1, next);
  for (let atom = literals.length - 2; atom > 0; atom -= 1) {
    const literal = literals[atom] as number;
    const step = gates.fresh();
    gates.define(step, [
      [-step, literal, next],
      [step, -literal],
      [step, -next],
    ]);
    gates.add([-literal, -next]);
    steps.set(atom, step);
    next = step;
  }
  gates.add([-(literals[0] as number), -next]);
  return steps;
}

function oneOfFew(gates: Gates, literals: readonly number[], set: Atoms): number {
  const one = gates.fresh();
  const inside = set.map((atom) => literals[atom] as number);
  const outside = complement(set, literals.length).map((atom) => literals[atom] as number);
  gates.define(one, [
    ...inside.map((literal) => [one, -literal]),
    ...outside.map((literal) => [-one, -literal]),
    [-one, ...inside],
    [one, ...outside],
  ]);
  return one;
}

function runsOf(set: Atoms): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const atom of set) {
    const run = runs.at(-1);
    if (run && run[1] === atom - 1) run[1] = atom;
    else runs.push([atom, atom]);
  }
  return runs;
}
