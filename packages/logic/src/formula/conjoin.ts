import { type Atoms, intersection, isSubset } from './atoms.ts';
import type { Formula, Is, Variable } from './types.ts';

/** What {@link conjoin} needs to make formulas. */
export interface Maker {
  readonly true: Formula;
  is(variable: Variable, atoms: Atoms): Formula;
  not(formula: Formula): Formula;
  and(...formulas: readonly Formula[]): Formula;
}

/** What is known in a conjunction: the atoms left to each variable, and all else that holds, by id. */
interface Facts {
  readonly atoms: Map<Variable, Atoms>;
  readonly others: Map<number, Formula>;
}

/** Conjunctions longer than this are not taken apart in a larger one, lest a chain of them grows as its square. */
const shortest = 8;

/**
 * The parts of a conjunction in a simpler form, `undefined` if they contradict each other: one test for each variable,
 * nothing twice, and nothing in a negated conjunction that the other parts decide.
 */
export function conjoin(formulas: readonly Formula[], make: Maker): Formula[] | undefined {
  const facts: Facts = { atoms: new Map(), others: new Map() };
  if (!gather(formulas, facts)) return undefined;
  const parts: Formula[] = [];
  for (const [variable, atoms] of facts.atoms) parts.push(make.is(variable, atoms));
  let changed = false;
  for (const formula of facts.others.values()) {
    const simpler = relax(formula, facts, make);
    if (simpler !== formula) changed = true;
    parts.push(simpler);
  }
  return changed ? conjoin(parts, make) : parts.toSorted((a, b) => a.id - b.id);
}

function gather(formulas: readonly Formula[], facts: Facts): boolean {
  return formulas.every((formula) => {
    if (formula.kind === 'constant') return formula.value;
    if (formula.kind === 'is') return narrow(formula, facts);
    if (formula.kind === 'and' && formula.of.length <= shortest) return gather(formula.of, facts);
    facts.others.set(formula.id, formula);
    return true;
  });
}

function narrow({ variable, atoms }: Is, facts: Facts): boolean {
  const known = facts.atoms.get(variable);
  const left = known ? intersection(known, atoms) : atoms;
  facts.atoms.set(variable, left);
  return left.length > 0;
}

/** Takes out of a negated part what is known to hold; the part holds if something in it is known not to. */
function relax(formula: Formula, facts: Facts, make: Maker): Formula {
  if (formula.kind !== 'not' || formula.of.kind !== 'and') return formula;
  const inner = formula.of.of;
  const open: Formula[] = [];
  for (const part of inner) {
    const known = truth(part, facts, make);
    if (known === false) return make.true;
    if (known === undefined) open.push(part);
  }
  return open.length === inner.length ? formula : make.not(make.and(...open));
}

function truth(formula: Formula, facts: Facts, make: Maker): boolean | undefined {
  if (formula.kind === 'is') {
    const left = facts.atoms.get(formula.variable);
    if (!left) return undefined;
    if (isSubset(left, formula.atoms)) return true;
    return intersection(left, formula.atoms).length === 0 ? false : undefined;
  }
  if (facts.others.has(formula.id)) return true;
  const opposite = make.not(formula);
  if (opposite.kind === 'constant') return !opposite.value;
  return facts.others.has(opposite.id) ? false : undefined;
}
