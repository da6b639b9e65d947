import type { Agreement } from '@smarketing/compiler/ir';
import { type Engine, type EngineDecision, type Model, type Pool, poolWeights } from '@smarketing/simulator';
import type { PersonaShare } from '../lib/outcomes/types.ts';

interface Watched {
  /** Decides like the engine, and remembers the persona of each lead when it was last decided. */
  readonly engine: Engine;
  readonly sharesOf: (model: Model, pool: Pool) => readonly PersonaShare[];
}

/** Sees which persona each lead of a pool has while the pool is built. */
export function watchPersonas({ personas }: Agreement, engine: Engine): Watched {
  const seen = new Map<string, string | null>();
  const decide = (lead: never, options: { readonly asOf: number }): EngineDecision => {
    const decision = engine.decide(lead, options) as EngineDecision & { readonly persona: string | null };
    seen.set((lead as { readonly id: string }).id, decision.persona);
    return decision;
  };
  return {
    engine: { readLead: (lead) => engine.readLead(lead), decide },
    sharesOf: (model, pool) => {
      const weights = poolWeights(model, pool);
      const personaOf = Array.from(weights, (_, index) => seen.get(`p${index}`) ?? null);
      const [all, handed] = [sums(personaOf, weights), sums(personaOf, handedOver(weights, pool))];
      return [...personas.map(({ id }) => id), null].map((id) => ({
        id,
        all: all(id),
        handedOver: handed(id),
      }));
    },
  };
}

const handedOver = (weights: Float64Array, { hand_after: after }: Pool): Float64Array =>
  weights.map((weight, index) => ((after[index] as number) < 0 ? 0 : weight));

/** The share of the weight that each persona has. */
function sums(personaOf: readonly (string | null)[], weights: Float64Array): (id: string | null) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return (id) =>
    total === 0
      ? 0
      : personaOf.reduce((sum, one, index) => (one === id ? sum + (weights[index] as number) : sum), 0) /
        total;
}
