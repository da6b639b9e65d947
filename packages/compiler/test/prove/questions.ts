import type { Formula } from '@smarketing/logic';
import { isInForce, isInside } from '../../src/ir/bounds.ts';
import { applies, holds } from '../../src/ir/conditions.ts';
import type { Condition } from '../../src/ir/types.ts';
import type { Asker, Question } from '../../src/prove/ask/asker.ts';
import type { Draw } from './draw.ts';

export interface Asked extends Question {
  readonly says: string;
}

/** Everything that there is to ask about an agreement. */
export function questionsOf(asker: Asker, draw: Draw): Asked[] {
  return [
    ...ofRules(asker),
    ...ofMoves(asker),
    ...ofRoutes(asker),
    ...ofGrades(asker),
    ...ofScores(asker, draw),
  ];
}

function ofRules({ world, judge }: Asker): Asked[] {
  const { logic, agreement } = world;
  return agreement.scores.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const inForce = judge.inForce(rule);
      const is = judge.holds(rule.when);
      const ask = (says: string, of: Formula, wanted: boolean): Asked => ({
        says: `rule ${rule.id} ${says}`,
        formula: logic.and(inForce, of),
        holds: ({ recorded }) => isInForce(rule, recorded.asOf) && applies(rule.when, recorded) === wanted,
      });
      return [ask('applies', is, true), ask('does not apply', logic.not(is), false)];
    }),
  );
}

function ofMoves({ world, judge, moves, routes }: Asker): Asked[] {
  const { logic, agreement } = world;
  const [first] = agreement.fields;
  const test: Condition = { kind: 'present', subject: { kind: 'field', id: first?.id ?? '' } };
  const known = judge.holds(test);
  const fires = agreement.transitions.flatMap((transition) =>
    transition.from.map((from): Asked => ({
      says: `${transition.id} moves from ${from}`,
      formula: moves.fires(transition, from),
      holds: ({
        decision: {
          moves: [move],
        },
      }) => move?.id === transition.id && move.from === from,
    })),
  );
  const stages = agreement.stages.flatMap(({ id }): Asked[] => [
    {
      says: `rests in ${id}`,
      formula: moves.rests(id),
      holds: ({ decision }) => decision.moves.length === 0 && decision.stage === id,
    },
    {
      says: `left in ${id}, a field known`,
      formula: logic.and(moves.final([id]), known),
      holds: ({ decision, recorded }) => decision.stage === id && holds(test, recorded),
    },
    {
      says: `moved from ${id} and left elsewhere`,
      formula: logic.and(moves.becomes([id]), logic.not(moves.final([id]))),
      holds: ({ decision }) => decision.stage !== id && decision.moves.some(({ to }) => to === id),
    },
    {
      says: `enters ${id}, a field missing`,
      formula: logic.and(moves.becomes([id]), logic.not(known)),
      holds: ({ decision, recorded }) => decision.moves.some(({ to }) => to === id) && !holds(test, recorded),
    },
    {
      says: `left in ${id}, not routed`,
      formula: logic.and(moves.final([id]), logic.not(routes.view.queue?.(null) ?? logic.true)),
      holds: ({ decision }) => decision.stage === id && decision.route === null,
    },
  ]);
  return [...fires, ...stages];
}

function ofRoutes({ world, judge, routes }: Asker): Asked[] {
  const { logic, agreement } = world;
  const rows = agreement.routing?.rows ?? [];
  const taken = routes.rows.map(({ takes, to }, at): Asked => {
    const id = rows[at]?.id ?? 'routing_otherwise';
    const isNowhere = to === null;
    return {
      says: `routed by ${id}`,
      formula: takes,
      holds: ({ decision, final }) =>
        isNowhere
          ? decision.route === null && agreement.routing?.stages.includes(final.stage) === true
          : decision.route?.id === id,
    };
  });
  const pairs = rows.flatMap((one, at) =>
    rows.slice(at + 1).map((other): Asked => ({
      says: `rows ${one.id} and ${other.id} overlap`,
      formula: logic.and(
        routes.routed,
        ...[one, other].flatMap((row) => [judge.inForce(row), judge.holds(row.when, routes.view)]),
      ),
      holds: ({ final, asOf }) =>
        agreement.routing?.stages.includes(final.stage) === true &&
        [one, other].every((row) => isInForce(row, asOf) && holds(row.when, final)),
    })),
  );
  return [...taken, ...pairs];
}

function ofGrades({ world, judge }: Asker): Asked[] {
  const { logic, agreement } = world;
  const { grades, personas } = agreement;
  const gradeOf = (grade: string, persona?: string): Asked => ({
    says: `grade ${grade} ${persona ?? ''}`,
    formula: logic.and(judge.grade(grade), ...(persona === undefined ? [] : [judge.persona(persona)])),
    holds: ({ decision }) =>
      decision.grade === grade && (persona === undefined || decision.persona === persona),
  });
  const rows =
    grades === null
      ? []
      : judge.gradeRows().map((formula, at): Asked => {
          const row = grades.rows[at];
          const isNone = row === undefined && grades.otherwise === null;
          const id = row?.id ?? 'grades_otherwise';
          return {
            says: `grade by ${id}`,
            formula,
            holds: ({ decision }) => (isNone ? decision.grade === null : decision.reasons.includes(id)),
          };
        });
  const each = personas.map(({ id }): Asked => ({
    says: `persona ${id}`,
    formula: judge.persona(id),
    holds: ({ decision }) => decision.persona === id,
  }));
  const none: Asked = {
    says: 'no persona',
    formula: logic.not(logic.or(...personas.map(({ id }) => judge.persona(id)))),
    holds: ({ decision }) => decision.persona === null,
  };
  return [
    ...rows,
    ...each,
    none,
    ...(grades?.order ?? []).flatMap((grade) => [
      gradeOf(grade),
      ...personas.map(({ id }) => gradeOf(grade, id)),
    ]),
  ];
}

function ofScores({ world, judge }: Asker, draw: Draw): Asked[] {
  const { logic, agreement } = world;
  return agreement.scores.flatMap((score) => {
    const unit = 10 ** score.decimals;
    const { atLeast } = judge.score(score.id);
    const pointsOf = ({ recorded }: Parameters<Question['holds']>[0]): number =>
      recorded.scores[score.id]?.points ?? 0;
    const bands = score.bands.map((band): Asked => ({
      says: `${score.id} in ${band.id}`,
      formula: judge.band(score.id, band),
      holds: (found) => isInside(pointsOf(found), band),
    }));
    const edges = draw.some([-10, 0, 7, 10, 15, 20, 25, 40, 55], 4).map((edge) => edge * unit);
    const thresholds = edges.flatMap((edge): Asked[] => [
      {
        says: `${score.id} at least ${edge}`,
        formula: atLeast(edge),
        holds: (found) => pointsOf(found) >= edge,
      },
      {
        says: `${score.id} below ${edge}`,
        formula: logic.not(atLeast(edge)),
        holds: (found) => pointsOf(found) < edge,
      },
    ]);
    const between: Asked = {
      says: `${score.id} is just 10 to 14`,
      formula: judge.between(score.id, 10 * unit, 14 * unit),
      holds: (found) => pointsOf(found) >= 10 * unit && pointsOf(found) <= 14 * unit,
    };
    return [...bands, ...thresholds, between];
  });
}
