import type { Formula } from '@smarketing/logic';
import type { Agreement, Rule, Score } from '../../../ir/types.ts';
import type { Asker } from '../../ask/asker.ts';
import { mayDiffer, mayDifferAtOnce, type Version } from '../../decide/version.ts';
import { fedBy } from './windows.ts';

interface Differences {
  /** Without the rule some score lies on another side of an edge: else nothing is decided otherwise. */
  readonly crosses: Formula;
  /** Without the rule something may be decided otherwise. */
  readonly differs: () => Formula;
}

export function differencesOf(
  asker: Asker,
  { score, rule, without }: { readonly score: Score; readonly rule: Rule; readonly without: Agreement },
): Differences {
  const { world, version } = asker;
  const gives = givesPoints(asker, score, rule);
  const only =
    rule.points > 0 && (rule.floor ?? 0) >= 0 ? -1 : rule.points < 0 && (rule.cap ?? 0) <= 0 ? 1 : 0;
  const other = asker.otherVersion(without, { unless: gives, only });
  const crosses = crossesEdge(asker, score, other);
  return {
    crosses: world.logic.and(gives, crosses),
    differs: () => world.logic.and(crosses, mayDiffer(world, version, other)),
  };
}

/** Scores decide by their edges alone: some score lies on another side of one. */
function crossesEdge({ world, judge }: Asker, score: Score, other: Version): Formula {
  const crossed = fedBy(world.agreement, score).flatMap(({ id }) =>
    (world.edges.get(id) ?? []).map((edge) =>
      world.logic.xor(judge.score(id).atLeast(edge), other.judge.score(id).atLeast(edge)),
    ),
  );
  return world.logic.or(...crossed);
}

/** The rule applies, and there is something that it gives points for. */
export function givesPoints(asker: Asker, score: Score, rule: Rule): Formula {
  const { judge, rules, world } = asker;
  const group = score.groups.find(({ id }) => id === rule.group);
  return world.logic.and(
    judge.inForce(rule),
    judge.holds(rule.when),
    judge.holds(score.when),
    judge.holds(group?.when ?? null),
    rules.active(score, rule),
  );
}

/** Something differs if the score is less by the rule's points. (Caps and floors may make up for them: the lead shows it.) */
export function guessed(
  asker: Asker,
  { score, rule, gives }: { readonly score: Score; readonly rule: Rule; readonly gives: Formula },
): Formula {
  const { logic } = asker.world;
  const { judge, version } = asker;
  const fed = new Map(fedBy(asker.world.agreement, score).map((one) => [one.id, one]));
  const without = asker.guessed((id, points) => {
    const one = fed.get(id);
    const now = judge.score(id).atLeast(points);
    if (!one) return now;
    const more = points + rule.points * 10 ** (one.decimals - score.decimals);
    const { bounds, atLeast, atLeastUnclamped } = judge.score(id);
    const { low, high } = bounds();
    const isCut = more <= low.least || more > high.most;
    const then = one === score && isCut ? atLeastUnclamped(more) : atLeast(more);
    return logic.or(logic.and(gives, then), logic.and(logic.not(gives), now));
  });
  return logic.and(gives, mayDifferAtOnce(asker.world, version, without));
}
