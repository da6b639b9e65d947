import { decode } from '../encode/decode.ts';
import { createEncoder, type Encoder } from '../encode/encoder.ts';
import { TooLarge } from '../encode/gates.ts';
import { createUniverse, type Universe } from '../encode/universe.ts';
import type { Context } from '../formula/context.ts';
import { under } from '../formula/evaluate.ts';
import type { Formula, Model, Sum } from '../formula/types.ts';
import type { Sat } from '../sat/sat.ts';
import type { Unknown } from './answers.ts';

export interface EngineOptions {
  readonly axioms: readonly Formula[];
  readonly conflicts: number;
  readonly clauses: number;
  readonly solver: () => Sat;
  /** Keep ranges apart, to ask about each? */
  readonly apart: boolean;
}

/** A question is never held to fewer clauses than these, if the options allow so many. */
const fewClauses = 50_000;

/** Thrown when the conflicts of a question are used up. */
class OutOfConflicts extends Error {
  override readonly name = 'OutOfConflicts';
}

/**
 * The axioms and all that was asked so far, in one solver. Questions are put with {@link Engine.ask};
 * the rest is for use within one.
 */
export class Engine {
  readonly context: Context;
  readonly #options: EngineOptions;
  #universe: Universe = createUniverse();
  #encoder: Encoder | undefined;
  #axioms: readonly number[] = [];
  #left = 0;
  /** The most clauses that one question to this encoder took, and how many there were before the last one. */
  #largest = 0;
  #before = 0;
  /**
   * How many clauses an encoder may have. Each that outgrew them leaves less to the next: questions about sums that are too
   * large come by the hundred, and each would take seconds to find that out again.
   */
  #clauses: number;

  constructor(context: Context, options: EngineOptions) {
    this.context = context;
    this.#options = options;
    this.#clauses = options.clauses;
  }

  get axioms(): readonly Formula[] {
    return this.#options.axioms;
  }

  get encoder(): Encoder {
    if (!this.#encoder) throw new Error('Nothing was asked yet');
    return this.#encoder;
  }

  /** Answers a question about some formulas, within the budget of one. */
  ask<Answer>(about: readonly (Formula | Sum)[], question: () => Answer): Answer | Unknown {
    this.#left = this.#options.conflicts;
    try {
      this.#open(about);
      return question();
    } catch (error) {
      const spent = this.#options.conflicts - this.#left;
      if (error instanceof OutOfConflicts) return { verdict: 'unknown', reason: 'conflicts', spent };
      if (error instanceof TooLarge) {
        this.#encoder = undefined;
        this.#clauses = Math.min(this.#clauses, Math.max(this.#clauses / 4, fewClauses));
        return { verdict: 'unknown', reason: 'size', spent };
      }
      throw error;
    }
  }

  /** A model in which all these hold, besides the axioms. */
  model(...formulas: readonly Formula[]): Model | undefined {
    const literals = formulas.flatMap(partsOfConjunction).map((formula) => this.encoder.literal(formula));
    if (!this.solve(literals)) return undefined;
    const model = this.read();
    const { holds } = under(model);
    if (![...formulas, ...this.axioms].every(holds)) throw new Error('A model does not hold what it should');
    return model;
  }

  /**
   * Can these literals hold together? If not, {@link Engine.core} has those that cannot. Clauses on the
   * literals `also` are in force, besides those that define the literals.
   */
  solve(literals: readonly number[], also: readonly number[] = []): boolean {
    const { gates } = this.encoder;
    const before = gates.sat.conflicts;
    const scope = gates.scope([...this.#axioms, ...literals, ...also]);
    const answer = gates.sat.solve(literals, this.#left, scope);
    this.#left -= gates.sat.conflicts - before;
    if (answer === 'unknown') throw new OutOfConflicts();
    return answer === 'satisfiable';
  }

  core(): readonly number[] {
    return this.encoder.gates.sat.core();
  }

  /** The model that was found last. */
  read(): Model {
    return decode(this.context, this.encoder);
  }

  #open(about: readonly (Formula | Sum)[]): void {
    const isExpected = this.#universe.extend(about) || this.#options.apart;
    const size = this.#encoder?.gates.clauses ?? 0;
    this.#largest = Math.max(this.#largest, size - this.#before);
    this.#before = size;
    const isOutgrown = size > Math.min(200_000 + 2 * this.#largest, this.#clauses / 2);
    if (this.#encoder && isExpected && !isOutgrown) return;
    this.#encoder = this.#begin(about);
    this.#largest = 0;
    this.#before = 0;
  }

  #begin(about: readonly (Formula | Sum)[]): Encoder {
    const { axioms, solver, apart } = this.#options;
    this.#universe = createUniverse();
    this.#universe.extend([...axioms, ...about]);
    const encoder = createEncoder(solver(), this.#universe, { apart, clauses: this.#clauses });
    this.#axioms = axioms.map((axiom) => encoder.literal(axiom));
    for (const axiom of this.#axioms) encoder.gates.add([axiom]);
    return encoder;
  }
}

function partsOfConjunction(formula: Formula): readonly Formula[] {
  return formula.kind === 'and' ? formula.of.flatMap(partsOfConjunction) : [formula];
}
