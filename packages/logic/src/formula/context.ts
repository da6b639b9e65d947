import { complement, normalAtoms } from './atoms.ts';
import { boundsOf, clamp } from './bounds.ts';
import { conjoin } from './conjoin.ts';
import { normalTerms } from './terms.ts';
import type { And, Formula, Range, Sum, SumAtLeast, TermInput, Variable } from './types.ts';

/**
 * Makes variables, formulas and sums, and keeps each formula and sum only once.
 *
 * ```ts
 * const logic = new Context();
 * const seniority = logic.variable('seniority', 3); // staff, manager, chief
 * const asked = logic.variable('asked', 2); // no, yes
 * const score = logic.sum(
 *   [
 *     { when: logic.is(seniority, [1, 2]), points: 30 },
 *     { when: logic.is(asked, [1]), points: 40 },
 *   ],
 *   { cap: 60 },
 * );
 * const hot = logic.sumAtLeast(score, 50);
 * ```
 */
export class Context {
  readonly true: Formula = { kind: 'constant', id: 0, value: true };
  readonly false: Formula = { kind: 'constant', id: 1, value: false };
  readonly #known = new Map<string, Formula | Sum>();
  readonly #variables: Variable[] = [];
  readonly #ranges: Range[] = [];
  #nextId = 2;

  /** All variables, in the order in which they were made. */
  get variables(): readonly Variable[] {
    return this.#variables;
  }

  /** All ranges, in the order in which they were made. */
  get ranges(): readonly Range[] {
    return this.#ranges;
  }

  /** A variable of so many atoms; atom 0 is the one that witnesses prefer. Two of one name are two variables. */
  variable(name: string, atoms: number): Variable {
    if (!Number.isInteger(atoms) || atoms < 1) throw new RangeError(`${name} needs at least one atom`);
    const variable: Variable = { kind: 'variable', id: this.#variables.length, name, atoms };
    this.#variables.push(variable);
    return variable;
  }

  /** An integer of `from`, `from + step`, … `to`, to stand in sums. Two of one name are two integers. */
  range(name: string, bounds: { from: number; to: number; step?: number }): Range {
    const { from, to, step = 1 } = bounds;
    const isRange =
      [from, to].every(Number.isSafeInteger) && step > 0 && (to - from) % step === 0 && from <= to;
    if (!isRange) throw new RangeError(`${name} is not a range: from ${from} to ${to} by ${step}`);
    const range: Range = { kind: 'range', id: this.#ranges.length, name, from, to, step };
    this.#ranges.push(range);
    return range;
  }

  /** The variable has one of these atoms. */
  is(variable: Variable, atoms: Iterable<number>): Formula {
    const normal = normalAtoms(atoms, variable.atoms);
    if (normal.length === 0) return this.false;
    if (normal.length === variable.atoms) return this.true;
    return this.#once(`i${variable.id}:${normal.join()}`, (id) => ({
      kind: 'is',
      id,
      variable,
      atoms: normal,
    }));
  }

  not(formula: Formula): Formula {
    switch (formula.kind) {
      case 'constant':
        return formula.value ? this.false : this.true;
      case 'is':
        return this.is(formula.variable, complement(formula.atoms, formula.variable.atoms));
      case 'not':
        return formula.of;
      case 'and':
      case 'sum-at-least':
        return this.#once(`n${formula.id}`, (id) => ({ kind: 'not', id, of: formula }));
    }
  }

  /** All of them hold; of none, nothing is asked. */
  and(...formulas: readonly Formula[]): Formula {
    const parts = conjoin(formulas, this);
    if (!parts) return this.false;
    const [first] = parts;
    if (!first) return this.true;
    if (parts.length === 1) return first;
    if (this.#contradict(parts)) return this.false;
    return this.#once(`a${parts.map(({ id }) => id).join()}`, (id): And => ({ kind: 'and', id, of: parts }));
  }

  #contradict(parts: readonly Formula[]): boolean {
    const ids = new Set(parts.map(({ id }) => id));
    return parts.some((part) => part.kind === 'not' && ids.has(part.of.id));
  }

  /** One of them holds. */
  or(...formulas: readonly Formula[]): Formula {
    return this.not(this.and(...formulas.map((formula) => this.not(formula))));
  }

  /** If the first holds, so does the second. */
  implies(one: Formula, other: Formula): Formula {
    return this.not(this.and(one, this.not(other)));
  }

  /** Exactly one of the two holds. */
  xor(one: Formula, other: Formula): Formula {
    if (one === other) return this.false;
    return this.or(this.and(one, this.not(other)), this.and(this.not(one), other));
  }

  /** At least so many of them hold. One that stands there twice counts twice. */
  atLeast(count: number, formulas: readonly Formula[]): Formula {
    if (count === 1) return this.or(...formulas);
    if (count === formulas.length) return this.and(...formulas);
    return this.sumAtLeast(this.sum(formulas.map((when) => ({ when, points: 1 }))), count);
  }

  /**
   * A sum of points, each term of which counts while its `when` holds: points, an integer of a range, or
   * another sum (so many `times`). The sum is cut off at its cap, then at its floor.
   */
  sum(terms: readonly TermInput[], limits: { cap?: number; floor?: number } = {}): Sum {
    const { cap = Number.POSITIVE_INFINITY, floor = Number.NEGATIVE_INFINITY } = limits;
    if (
      ![cap, floor].every((limit) => Number.isInteger(limit) || Math.abs(limit) === Number.POSITIVE_INFINITY)
    ) {
      throw new RangeError(`A cap or a floor that is no integer: ${cap}, ${floor}`);
    }
    const { key, terms: normal } = normalTerms(terms, this.true);
    return this.#once(`s${cap},${floor}:${key}`, (id): Sum => {
      const [least, most] = boundsOf(normal);
      const limit = (points: number): number => clamp({ cap, floor }, points);
      return { kind: 'sum', id, terms: normal, cap, floor, least: limit(least), most: limit(most) };
    });
  }

  /** The sum is so many points or more. */
  sumAtLeast(sum: Sum, points: number): Formula {
    const whole = Math.ceil(points);
    if (whole <= sum.least) return this.true;
    if (whole > sum.most) return this.false;
    return this.#once(`c${sum.id},${whole}`, (id): SumAtLeast => ({
      kind: 'sum-at-least',
      id,
      sum,
      points: whole,
    }));
  }

  #once<Kept extends Formula | Sum>(key: string, make: (id: number) => Kept): Kept {
    const known = this.#known.get(key);
    if (known) return known as Kept;
    const made = make(this.#nextId);
    this.#nextId += 1;
    this.#known.set(key, made);
    return made;
  }
}
