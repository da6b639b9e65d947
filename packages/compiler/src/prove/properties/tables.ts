import type { Formula } from '@smarketing/logic';
import { isInForce } from '../../ir/bounds.ts';
import { holds } from '../../ir/conditions.ts';
import type { Context } from '../../ir/context.ts';
import type { Condition, InForce, LeadRule, SourceSpan } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import type { Case } from '../ask/replay.ts';

/** A row of something of which the first that holds counts. */
export interface Row {
  readonly id: string;
  readonly span: SourceSpan;
  /** What it does, as text that is the same for rows that do the same. */
  readonly does: string;
  readonly when: Condition;
  readonly formula: Formula;
  /** The same of a lead that no move of the decision takes elsewhere. */
  readonly resting: () => Formula;
  readonly holds: (found: Case) => boolean;
}

export interface Table {
  readonly kind: 'routing' | 'grades' | 'personas' | 'points';
  readonly rows: readonly Row[];
  /** Which leads are asked about at all. */
  readonly asked: Formula;
  readonly askedResting: () => Formula;
  readonly asks: (found: Case) => boolean;
  readonly exclusive: boolean;
  readonly complete: boolean;
  readonly span: SourceSpan;
}

/** All tables of an agreement, with the conditions of their rows as the author wrote them. */
export function tablesOf(asker: Asker): readonly Table[] {
  const { agreement, logic } = asker.world;
  const { routing, grades, personas, scores } = agreement;
  const always = { asked: logic.true, askedResting: () => logic.true, asks: () => true };
  const row = rowMaker(asker);
  return [
    ...(routing
      ? [
          {
            kind: 'routing' as const,
            rows: routing.rows.map((one) => row(one, JSON.stringify(one.to), 'final')),
            asked: asker.routes.routed,
            askedResting: () => logic.or(...routing.stages.map(asker.moves.rests)),
            asks: ({ decision }: Case) => routing.stages.includes(decision.stage),
            exclusive: routing.match === 'exactly_one',
            complete: true,
            span: routing.span,
          },
        ]
      : []),
    ...(grades && !grades.matrix
      ? [
          {
            kind: 'grades' as const,
            rows: grades.rows.map((one) => row(one, one.grade, 'recorded')),
            ...always,
            exclusive: grades.match === 'exactly_one',
            complete: grades.otherwise !== null,
            span: grades.span,
          },
        ]
      : []),
    ...(personas[0]
      ? [
          {
            kind: 'personas' as const,
            rows: personas.map((one) => row({ ...one, in_force: null }, one.id, 'recorded')),
            ...always,
            exclusive: false,
            complete: true,
            span: personas[0].span,
          },
        ]
      : []),
    ...scores.flatMap((score) =>
      score.tables.map(({ id, match, complete, span }): Table => {
        const rules = score.rules.filter(
          (rule): rule is LeadRule => rule.kind === 'lead_rule' && rule.table === id,
        );
        const own = rules.filter((rule) => rule.id !== `${id}_otherwise`);
        return {
          kind: 'points',
          rows: own.map((rule, at) =>
            row({ ...rule, when: withoutGuard(rule.when, at) }, String(rule.points), 'recorded'),
          ),
          ...always,
          exclusive: match === 'exactly_one',
          complete: complete || match === 'first',
          span,
        };
      }),
    ),
  ];
}

interface Written {
  readonly id: string;
  readonly when: Condition;
  readonly in_force: InForce | null;
  readonly span: SourceSpan;
}

function rowMaker({ world, judge, routes }: Asker) {
  return ({ id, when, in_force, span }: Written, does: string, view: 'recorded' | 'final'): Row => {
    const is = judge.holds(when, view === 'final' ? routes.view : undefined);
    const sees = (found: Case): Context => found[view];
    return {
      id,
      span,
      does,
      when,
      formula: world.logic.and(judge.inForce({ in_force }), is),
      resting: () => world.logic.and(judge.inForce({ in_force }), judge.holds(when)),
      holds: (found) => isInForce({ in_force }, found.asOf) && holds(when, sees(found)),
    };
  };
}

/** The compiler adds to a row of a table of points that no row above it holds. */
function withoutGuard(when: Condition | null, at: number): Condition {
  if (when === null) return { kind: 'all', of: [] };
  const [guard, own] = when.kind === 'all' ? when.of : [];
  const isGuarded = at > 0 && guard?.kind === 'not' && guard.of.kind === 'any' && guard.of.of.length === at;
  return isGuarded && own ? own : when;
}
