import type { Formula } from '@smarketing/logic';
import { report } from '../../diagnostics/diagnostic.ts';
import type { Agreement, Rule, Score } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import { type Case, isDecidedOtherwise } from '../ask/replay.ts';
import { mayDiffer, mayDifferAtOnce, type Version } from '../decide/version.ts';
import type { PropertyRule } from '../property.ts';
import { some } from '../property.ts';
import { edgesOf } from '../world/edges.ts';
import { fedBy, type Window, windowsOf } from './windows.ts';

/**
 * Without each rule of a score some lead is decided differently. A rule of 0 points says itself that it changes nothing; and
 * a score by which nothing is decided is a number to look at.
 */
export const rulesMatter: PropertyRule = function* (asker) {
  for (const score of asker.world.agreement.scores) {
    for (const rule of score.rules.filter(({ points }) => points !== 0)) {
      const without = withoutRule(asker.world.agreement, score, rule);
      const holds = (found: Case): boolean => isDecidedOtherwise(without, found);
      const windows = windowsOf(asker.world.agreement, score, rule);
      if (windows.length === 0) continue;
      const likely = (found: Case): boolean => found.decision.reasons.includes(rule.id);
      const isAtEdge = (found: Case): boolean => windows.some((window) => awayFrom(window, found) === 0);
      const isKnown =
        asker.knows((found) => likely(found) && isAtEdge(found) && holds(found)) ||
        asker.knows((found) => likely(found) && !isAtEdge(found) && holds(found));
      if (!isKnown) walkToEdge(asker, { score, rule, windows, holds });
      const says = `${rule.id} decides about some lead.`;
      yield some(
        asker,
        { topic: 'dead', says, about: rule.id, span: rule.span },
        {
          question: { formula: () => differs(asker, score, rule, without), likely, holds },
          tell: () => report('rule-without-effect', rule.span, { id: rule.id }),
        },
      );
    }
  }
};

interface Sought {
  readonly score: Score;
  readonly rule: Rule;
  readonly windows: readonly Window[];
  readonly holds: (found: Case) => boolean;
}

/** Looks for a lead whose score the rule takes over an edge: among the classes of leads, then on foot. */
function walkToEdge(asker: Asker, { score, rule, windows, holds }: Sought): void {
  const gives = givesPoints(asker, score, rule);
  const likely = ({ decision }: Case): boolean => decision.reasons.includes(rule.id);
  const formula = (): Formula => guessed(asker, { score, rule, gives });
  if (asker.find({ formula, likely, holds }).verdict === 'found') return;
  for (const start of startsOf(asker, { score, gives, likely })) {
    const nearest = windows.toSorted((one, other) => awayFrom(one, start) - awayFrom(other, start));
    for (const window of nearest) {
      const end = asker.walk(start, (found) => (likely(found) ? awayFrom(window, found) : Infinity));
      if (end && holds(end)) return;
    }
  }
}

interface Start {
  readonly score: Score;
  readonly gives: Formula;
  readonly likely: (found: Case) => boolean;
}

/** Leads that the rule gives points: first those for which all else is met that a way asks beside scores. */
function* startsOf(asker: Asker, { score, gives, likely }: Start): Generator<Case> {
  const { agreement, logic } = asker.world;
  const fed = new Set(fedBy(agreement, score).map(({ id }) => id));
  const besides = asker.guessed((id, points) =>
    fed.has(id) ? logic.true : asker.judge.score(id).atLeast(points),
  );
  for (const way of agreement.transitions) {
    const asked = besides.holds(way.when);
    if (asked === asker.judge.holds(way.when)) continue;
    const turns = way.from.map((from) => asker.moves.turn(way, from));
    const found = asker.find({
      formula: logic.and(gives, asked, logic.or(...turns)),
      holds: likely,
      likely: () => false,
    });
    if (found.verdict === 'found') yield found.lead;
  }
  const found = asker.find({ formula: gives, holds: likely });
  if (found.verdict === 'found') yield found.lead;
}

/** Something differs if the score is less by the rule's points. (Caps and floors may make up for them: the lead shows it.) */
function guessed(
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

/** Before the score's own cap and floor: beyond these each step would look as far away as the last. */
function awayFrom({ score, low, high }: Window, { recorded }: Case): number {
  const { points = 0, lines = [] } = recorded.scores[score.id] ?? {};
  const cut = lines.filter(({ kind }) => kind === 'score_cap' || kind === 'score_floor');
  const free = points - cut.reduce((sum, line) => sum + line.points, 0);
  return Math.max(0, low - free, free - high);
}

function withoutRule(agreement: Agreement, score: Score, rule: Rule): Agreement {
  const scores = agreement.scores.map((one) =>
    one === score ? { ...one, rules: one.rules.filter((other) => other !== rule) } : one,
  );
  return { ...agreement, scores };
}

function differs(asker: Asker, score: Score, rule: Rule, without: Agreement): Formula {
  const gives = givesPoints(asker, score, rule);
  const only =
    rule.points > 0 && (rule.floor ?? 0) >= 0 ? -1 : rule.points < 0 && (rule.cap ?? 0) <= 0 ? 1 : 0;
  const other = asker.otherVersion(without, { unless: gives, only });
  return asker.world.logic.and(
    crossesEdge(asker, score, other),
    mayDiffer(asker.world, asker.version, other),
  );
}

/** Scores decide by their edges alone: some score lies on another side of one. */
function crossesEdge({ world, judge }: Asker, score: Score, other: Version): Formula {
  const edges = edgesOf(world.agreement);
  const crossed = fedBy(world.agreement, score).flatMap(({ id }) =>
    (edges.get(id) ?? []).map((edge) =>
      world.logic.xor(judge.score(id).atLeast(edge), other.judge.score(id).atLeast(edge)),
    ),
  );
  return world.logic.or(...crossed);
}

/** The rule applies, and there is something that it gives points for. */
function givesPoints(asker: Asker, score: Score, rule: Rule): Formula {
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
