import { createSession, type Session } from '@smarketing/logic';
import type { World } from './world.ts';

/** A session for questions about the leads of a world, with the work that each of them may cost. */
export function sessionOf({ logic, axioms }: World): Session {
  return createSession(logic, { axioms, conflicts: 20_000, clauses: 1_500_000 });
}
