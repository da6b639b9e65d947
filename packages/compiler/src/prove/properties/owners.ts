import type { Formula } from '@smarketing/logic';
import { isInForce } from '../../ir/bounds.ts';
import { applies } from '../../ir/conditions.ts';
import type { Context } from '../../ir/context.ts';
import type { Condition, InForce, SourceSpan } from '../../ir/types.ts';
import type { Asker, Question } from '../ask/asker.ts';
import type { Case } from '../ask/replay.ts';
import type { View } from '../decide/judge.ts';

/** A condition with what it belongs to, and who sees it. */
export interface Owned {
  readonly id: string;
  readonly when: Condition;
  readonly span: SourceSpan;
  /** It holds. */
  readonly holds: Formula;
  /** It holds and is in force. */
  readonly formula: Formula;
  readonly sees: (found: Case) => Context;
  readonly view: View | undefined;
  readonly in_force: InForce | null;
}

/** Every condition of the agreement, as its owner sees it. */
export function ownedConditions(asker: Asker): readonly Owned[] {
  const { agreement, logic } = asker.world;
  const { judge, routes } = asker;
  const { scores, personas, grades, transitions, routing, notices, promises } = agreement;
  const before = [
    ...scores.flatMap((score) => [score, ...score.groups, ...score.rules]),
    ...personas,
    ...(grades?.rows ?? []),
    ...transitions,
  ];
  const after = [...(routing?.rows ?? []), ...notices, ...promises];
  const owned =
    (view: 'recorded' | 'final') =>
    (owner: Written): Owned[] => {
      const { id, when, span, in_force = null } = owner;
      if (when === null) return [];
      const seen = view === 'recorded' ? undefined : routes.view;
      const holds = judge.holds(when, seen);
      const formula = logic.and(judge.inForce({ in_force }), holds);
      return [{ id, when, span, holds, formula, in_force, view: seen, sees: (found) => found[view] }];
    };
  return [...before.flatMap(owned('recorded')), ...after.flatMap(owned('final'))];
}

interface Written {
  readonly id: string;
  readonly when: Condition | null;
  readonly span: SourceSpan;
  readonly in_force?: InForce | null;
}

/** A lead meets it. */
export function met({ formula, when, sees, in_force }: Owned): Question {
  return { formula, holds: (found) => isInForce({ in_force }, found.asOf) && applies(when, sees(found)) };
}

/** A lead does not meet it. */
export function unmet(asker: Asker, { holds, when, sees }: Owned): Question {
  return { formula: asker.world.logic.not(holds), holds: (found) => !applies(when, sees(found)) };
}
