import { grown } from '../sat/grow.ts';
import type { Sat } from '../sat/sat.ts';

/** Thrown where an encoding outgrows its limit; the question is then answered with `unknown`. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/**
 * What the solver is told of a literal that stands for a statement. Mostly one side is enough: a literal
 * that is only ever assumed must make its statement true, but need not hold wherever the statement does.
 */
export type Sides = 1 | 2 | 3;

/** If the literal holds, so does the statement. */
export const forwards = 1;
/** If the statement holds, so does the literal. */
export const backwards = 2;
export const both = 3;

/** The sides of a statement, seen from its negation. */
export function flipped(sides: Sides): Sides {
  if (sides === both) return both;
  return sides === forwards ? backwards : forwards;
}

/** A literal, and the sides of it that were asked for. */
export interface Told {
  readonly literal: number;
  sides: number;
}

/** Literals that stand for statements, in a solver that knows what they mean. */
export interface Gates {
  readonly sat: Sat;
  /** A literal that always holds. */
  readonly yes: number;
  /** How many clauses were added. */
  readonly clauses: number;
  fresh(preferred?: boolean): number;
  /** States what a literal means, or one side of it, by clauses that can always be met by setting it rightly. */
  define(defined: number, clauses: readonly (readonly number[])[]): void;
  /** Notes which sides of a literal are asked for, and has those that are new defined before anything is solved. */
  tell(told: Told, sides: Sides, define: (sides: Sides) => void): number;
  /** Defines all that is still to be defined. */
  settle(): void;
  /** States what follows from definitions, or restricts a choice. */
  add(clause: readonly number[]): void;
  /** States that these fresh literals depend on each other. */
  tie(literals: readonly number[]): void;
  and(literals: readonly number[]): number;
  or(literals: readonly number[]): number;
  /** The solver's variables that the meaning of these literals rests on. */
  scope(literals: readonly number[]): Int32Array;
}

/** Gates in a new solver that may grow to so many clauses. */
export function createGates(sat: Sat, limit: number): Gates {
  const yes = sat.newVar(true);
  sat.addClause([yes]);
  const rests: (number[] | undefined)[] = [];
  const marks: number[] = [];
  let mark = 0;
  const reached = createReached();
  const open: (() => void)[] = [];
  let clauses = 1;

  const add = (clause: readonly number[]): void => {
    if (clause.includes(yes)) return;
    clauses += 1;
    if (clauses > limit) throw new TooLarge(`More than ${limit} clauses`);
    sat.addClause(clause.includes(-yes) ? clause.filter((literal) => literal !== -yes) : clause);
  };
  const define = (defined: number, definition: readonly (readonly number[])[]): void => {
    const variable = Math.abs(defined);
    const rest = (rests[variable] ??= []);
    mark += 1;
    marks[variable] = mark;
    for (const clause of definition) {
      add(clause);
      for (const literal of clause) {
        const other = Math.abs(literal);
        if (marks[other] === mark) continue;
        marks[other] = mark;
        rest.push(other);
      }
    }
  };
  const tell = (told: Told, sides: Sides, definition: (sides: Sides) => void): number => {
    const missing = sides & ~told.sides;
    if (missing !== 0) {
      told.sides |= missing;
      open.push(() => definition(missing as Sides));
    }
    return told.literal;
  };
  const settle = (): void => {
    for (let task = open.pop(); task; task = open.pop()) task();
  };
  const tie = (literals: readonly number[]): void => {
    for (const [at, literal] of literals.entries()) {
      const next = literals[(at + 1) % literals.length] as number;
      (rests[Math.abs(literal)] ??= []).push(Math.abs(next));
    }
  };
  const fresh = (preferred?: boolean): number => sat.newVar(preferred);
  const and = (literals: readonly number[]): number => {
    if (literals.includes(-yes)) return -yes;
    const open = literals.filter((literal) => literal !== yes);
    if (open.length < 2) return open[0] ?? yes;
    const all = fresh();
    const negations = open.map((literal) => -literal);
    define(all, [...open.map((literal) => [-all, literal]), [all, ...negations]]);
    return all;
  };
  return {
    sat,
    yes,
    get clauses() {
      return clauses;
    },
    fresh,
    define,
    tell,
    settle,
    add,
    tie,
    and,
    or: (literals) => -and(literals.map((literal) => -literal)),
    scope: (literals) => reached.from(literals.map(Math.abs), rests),
  };
}

interface Reached {
  /** The variables that can be reached from some. */
  from(variables: readonly number[], rests: readonly (readonly number[] | undefined)[]): Int32Array;
}

function createReached(): Reached {
  let stamps = new Int32Array(1024);
  let found = new Int32Array(1024);
  let stamp = 0;
  let size = 0;
  const visit = (list: readonly number[]): void => {
    if (found.length < size + list.length) found = grown(found, size + list.length);
    for (let at = 0; at < list.length; at += 1) {
      const variable = list[at] as number;
      if (variable >= stamps.length) stamps = grown(stamps, variable + 1);
      if (stamps[variable] === stamp) continue;
      stamps[variable] = stamp;
      found[size] = variable;
      size += 1;
    }
  };
  return {
    from: (variables, rests) => {
      stamp += 1;
      size = 0;
      visit(variables);
      for (let at = 0; at < size; at += 1) visit(rests[found[at] as number] ?? none);
      return found.slice(0, size);
    },
  };
}

const none: readonly number[] = [];
