import type { Formula } from '@smarketing/logic';
import type { Asker } from '../../ask/asker.ts';
import type { Case } from '../../ask/replay.ts';
import type { Sought } from './at-edges.ts';
import { givesPoints, guessed } from './formulas.ts';
import { awayFrom, fedBy, nearest } from './windows.ts';

/** Looks for a lead whose score a rule takes over an edge: among the classes of leads, then on foot. */
export function walkToEdge(asker: Asker, { score, rule, windows, holds }: Sought): void {
  const gives = givesPoints(asker, score, rule);
  const likely = ({ decision }: Case): boolean => decision.reasons.includes(rule.id);
  const formula = (): Formula => guessed(asker, { score, rule, gives });
  if (asker.find({ formula, likely, holds }).verdict === 'found') return;
  for (const start of startsOf(asker, { score, gives, likely })) {
    for (const window of nearest(windows, start)) {
      const end = asker.walk(start, (found) => (likely(found) ? awayFrom(window, found) : Infinity));
      if (end && holds(end)) return;
    }
  }
}

interface Start {
  readonly score: Sought['score'];
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
