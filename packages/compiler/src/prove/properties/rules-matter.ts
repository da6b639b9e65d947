import { report } from '../../diagnostics/diagnostic.ts';
import type { Agreement, Rule, Score } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import { type Case, isDecidedOtherwise } from '../ask/replay.ts';
import type { PropertyRule } from '../property.ts';
import { foundOf, some } from '../property.ts';
import { edgesOf } from '../world/edges.ts';
import { atEdges, type Sought } from './rules-matter/at-edges.ts';
import { differencesOf } from './rules-matter/formulas.ts';
import { walkToEdge } from './rules-matter/walked.ts';
import { awayFrom, windowsOf } from './rules-matter/windows.ts';

/**
 * Without each rule of a score some lead is decided differently. A rule of 0 points says itself that it changes nothing; and
 * a score by which nothing is decided is a number to look at.
 */
export const rulesMatter: PropertyRule = function* (asker) {
  const { agreement } = asker.world;
  const edges = edgesOf(agreement);
  const sought = agreement.scores.flatMap((score) =>
    score.rules
      .filter(({ points }) => points !== 0)
      .map((rule): Sought => {
        const without = withoutRule(agreement, score, rule);
        const holds = (found: Case): boolean => isDecidedOtherwise(without, found);
        return { score, rule, without, holds, windows: windowsOf(agreement, edges, { score, rule }) };
      })
      .filter(({ windows }) => windows.length > 0),
  );
  const known = atEdges(asker, sought);
  for (const one of sought) {
    const { id, span } = one.rule;
    const statement = { topic: 'dead', says: `${id} decides about some lead.`, about: id, span } as const;
    const lead = known.get(one.rule);
    if (lead) {
      yield foundOf(asker, statement, lead);
      continue;
    }
    const { crosses, differs } = differencesOf(asker, one);
    const isSeldom = one.windows.some(({ score, isBand }) => isBand && score === one.score);
    const isNever = isSeldom && asker.isNever(crosses) === true;
    if (!isNever && !isKnown(asker, one)) walkToEdge(asker, one);
    yield some(asker, statement, {
      question: {
        formula: isNever ? asker.world.logic.false : differs,
        holds: one.holds,
        likely: ({ decision }) => decision.reasons.includes(id),
      },
      tell: () => report('rule-without-effect', span, { id }),
    });
  }
};

/** Leads at an edge are looked at first, as it takes a while to decide one without the rule. */
function isKnown(asker: Asker, { rule, windows, holds }: Sought): boolean {
  const likely = ({ decision }: Case): boolean => decision.reasons.includes(rule.id);
  const isAtEdge = (found: Case): boolean => windows.some((window) => awayFrom(window, found) === 0);
  return (
    asker.knows((found) => likely(found) && isAtEdge(found) && holds(found)) ||
    asker.knows((found) => likely(found) && !isAtEdge(found) && holds(found))
  );
}

function withoutRule(agreement: Agreement, score: Score, rule: Rule): Agreement {
  const scores = agreement.scores.map((one) =>
    one === score ? { ...one, rules: one.rules.filter((other) => other !== rule) } : one,
  );
  return { ...agreement, scores };
}
