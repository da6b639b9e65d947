import { type Agreement, evaluate, readLead } from '@smarketing/compiler/ir';

/** What a compiled agreement decides about a lead, as far as the simulation asks. */
export interface EngineDecision {
  readonly stage: string;
  readonly moves: readonly { readonly to: string; readonly at: number }[];
  readonly route: { readonly queue: string | null } | null;
  readonly promises: readonly { readonly id: string }[];
}

/**
 * A generated engine, or anything that decides like one. Both functions are those that every engine exports:
 *
 * ```ts
 * import * as acme from '@smarketing/engine-acme';
 * const engine: Engine = acme;
 * ```
 */
export interface Engine {
  readLead(
    json: unknown,
  ):
    | { readonly lead: unknown }
    | { readonly problems: readonly { readonly at: string; readonly message: string }[] };
  // Engines type their leads; a lead only ever goes from one of these functions to the other.
  decide(lead: never, options: { readonly asOf: number }): EngineDecision;
}

/** Decides as the engine of an agreement does, without one: slower, but any agreement can be given, in a browser too. */
export function referenceEngine(agreement: Agreement): Engine {
  return {
    readLead: (lead) => readLead(agreement, lead),
    decide: (lead, options) => evaluate(agreement, lead, options),
  };
}

/** A lead that the forecast draws and the engine refuses: an assumption that `check` should have refused. */
export class RefusedLead extends Error {}
