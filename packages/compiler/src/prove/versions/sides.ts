import type { Formula, Session } from '@smarketing/logic';
import type { Version } from '../decide/version.ts';
import type { World } from '../world/world.ts';

/** Two versions of an agreement as formulas about the same leads. */
export interface Sides {
  readonly world: World;
  readonly session: Session;
  readonly one: Version;
  readonly other: Version;
}

/** A formula together with what holds of all that it speaks of. */
export function withAxioms({ logic, definitions }: World, formula: Formula): Formula {
  return logic.and(formula, definitions.behind(formula).axioms);
}

/** Is it proved that no lead is such as this? `undefined` if that is not known. */
export function isNever(
  { world, session }: Pick<Sides, 'world' | 'session'>,
  formula: Formula,
): boolean | undefined {
  if (formula === world.logic.false) return true;
  const { verdict } = session.satisfiable(withAxioms(world, formula));
  return verdict === 'unknown' ? undefined : verdict === 'unsatisfiable';
}
