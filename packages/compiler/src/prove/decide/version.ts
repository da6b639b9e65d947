import type { Context, Formula } from '@smarketing/logic';
import type { Agreement, Score, Transition } from '../../ir/types.ts';
import type { World } from '../world/world.ts';
import type { Estimates } from './estimates.ts';
import { createJudge, type Judge, type JudgeOptions } from './judge.ts';
import { createMoves, type Moves } from './moves.ts';
import { createRoutes, type Routes } from './routes.ts';
import type { Rules } from './rules.ts';

/** All that a version of an agreement decides, as formulas. */
export interface Version {
  readonly agreement: Agreement;
  readonly judge: Judge;
  readonly moves: Moves;
  readonly routes: Routes;
}

export function createVersion(
  world: World,
  means: { readonly rules: Rules; readonly estimates: Estimates },
  options: JudgeOptions = {},
  base?: Version,
): Version {
  const judge = createJudge(world, means, options);
  if (!options.guess) for (const { id } of judge.agreement.scores) judge.score(id);
  const moves = base && movesAlike(base, judge) ? base.moves : createMoves(world, judge);
  return { agreement: judge.agreement, judge, moves, routes: createRoutes(world, judge, moves) };
}

/** Two versions whose transitions ask the same move each lead in the same way, which is then asked only once. */
function movesAlike({ agreement, judge }: Version, other: Judge): boolean {
  const [ones, others] = [agreement.transitions, other.agreement.transitions];
  return (
    ones.length === others.length &&
    ones.every((one, at) => {
      const same = others[at];
      return (
        same !== undefined &&
        textOf(one) === textOf(same) &&
        judge.inForce(one) === other.inForce(same) &&
        judge.holds(one.when) === other.holds(same.when)
      );
    })
  );
}

/** A transition but for its `when` and its time in force. */
function textOf({ by, from, to, on, where, after_ms: after, without }: Transition): string {
  return JSON.stringify([by, from, to, on, where, after, without]);
}

/** Parts of a decision by what they say, each with when it is so. */
type Outcomes = ReadonlyMap<string, Formula>;

/** When two versions may differ in what both teams see of a decision; points, deadlines and reasons apart. */
export function mayDiffer({ logic }: World, one: Version, other: Version): Formula {
  return anyDifference(logic, outcomesOf(one), outcomesOf(other));
}

/** The same, of what is easy to tell: the first move, the grade, the persona, and the bands of scores that are not sums. */
export function mayDifferAtOnce({ logic }: World, version: Version, other: Judge): Formula {
  const { agreement, judge, moves } = version;
  const scores = agreement.scores.filter(({ sum }) => sum.length === 0);
  const moved = agreement.transitions.flatMap((transition) => {
    const differs = logic.xor(judge.holds(transition.when), other.holds(transition.when));
    if (differs === logic.false) return [];
    return transition.from.map((from) => logic.and(differs, moves.turn(transition, from)));
  });
  const judged = anyDifference(logic, new Map(judgedOf(judge, scores)), new Map(judgedOf(other, scores)));
  return logic.or(judged, ...moved);
}

/** The same, of the first move of a lead and of what is judged. */
export function mayDifferAtFirst({ logic, entry }: World, one: Version, other: Version): Formula {
  const { agreement, judge } = one;
  const moved = agreement.stages.map(({ id: from }) =>
    logic.and(entry.stage([from]), anyDifference(logic, one.moves.goes(from), other.moves.goes(from))),
  );
  const judgedBy = (is: Judge): Outcomes => new Map(judgedOf(is, agreement.scores));
  return logic.or(...moved, anyDifference(logic, judgedBy(judge), judgedBy(other.judge)));
}

function anyDifference(logic: Context, one: Outcomes, other: Outcomes): Formula {
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const at = (outcomes: Outcomes, key: string): Formula => outcomes.get(key) ?? logic.false;
  return logic.or(...keys.map((key) => logic.xor(at(one, key), at(other, key))));
}

function outcomesOf(version: Version): Outcomes {
  const { agreement, judge, moves, routes } = version;
  const { stages, scores, notices, promises } = agreement;
  const ways = stages.flatMap(({ id: from }) =>
    [...moves.goes(from)].map(([place, when]): [string, Formula] => [`${from} to ${place}`, when]),
  );
  const targets = Map.groupBy(routes.rows, ({ to }) => JSON.stringify(to));
  return new Map([
    ...ways,
    ...judgedOf(judge, scores),
    ...[...targets].map(([to, rows]): [string, Formula] => [to, judge.any(rows.map(({ takes }) => takes))]),
    ...[...notices, ...promises].map((one): [string, Formula] => [
      `applies ${one.id}`,
      judge.all([judge.inForce(one), judge.holds(one.when, routes.view)]),
    ]),
  ]);
}

function judgedOf(judge: Judge, scores: readonly Score[]): [string, Formula][] {
  const { agreement } = judge;
  return [
    ...(agreement.grades?.order ?? []).map((grade): [string, Formula] => [
      `grade ${grade}`,
      judge.grade(grade),
    ]),
    ...agreement.personas.map(({ id }): [string, Formula] => [`persona ${id}`, judge.persona(id)]),
    ...scores.flatMap(({ id, bands }) =>
      bands.map((band): [string, Formula] => [`${id} ${band.id}`, judge.band(id, band)]),
    ),
  ];
}
