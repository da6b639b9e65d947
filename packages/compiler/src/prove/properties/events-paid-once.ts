import { report } from '../../diagnostics/diagnostic.ts';
import type { EventRule, Score } from '../../ir/types.ts';
import type { Asker } from '../ask/asker.ts';
import type { Cell } from '../events/cells.ts';
import type { PropertyRule } from '../property.ts';
import type { Property } from '../report.ts';

interface Paying {
  readonly rule: EventRule;
  readonly score: Score;
}

/**
 * No two rules of a score give points for one event, unless a group with a cap holds both or one says that it stacks with
 * the other. A score that adds up others has their rules.
 */
export const eventsPaidOnce: PropertyRule = function* (asker) {
  const seen = new Set<string>();
  for (const score of asker.world.agreement.scores) {
    const paying = payingIn(asker, score);
    for (const [at, second] of paying.entries()) {
      for (const first of paying.slice(0, at)) {
        const key = `${first.rule.id} ${second.rule.id}`;
        if (seen.has(key) || !first.rule.on.some((event) => second.rule.on.includes(event))) continue;
        seen.add(key);
        yield paidOnce(asker, score, first, second);
      }
    }
  }
};

function payingIn(asker: Asker, score: Score): readonly Paying[] {
  if (score.sum.length > 0) return score.sum.flatMap((id) => payingIn(asker, asker.judge.score(id).of));
  return score.rules.flatMap((rule) =>
    rule.kind === 'event_rule' && rule.points > 0 ? [{ rule, score }] : [],
  );
}

function paidOnce(asker: Asker, score: Score, first: Paying, second: Paying): Property {
  const shared = agreed(first, second) ? undefined : sharedCell(asker, first.rule, second.rule);
  const { id, span } = second.rule;
  const kind = shared?.told.kinds[shared.kind];
  const values = Object.entries(kind?.properties ?? {}).filter(([, value]) => value !== null);
  const properties =
    values.length === 0 ? '' : ` (${values.map(([name, value]) => `${name} ${String(value)}`).join(', ')})`;
  const params = {
    first: first.rule.id,
    second: id,
    score: score.id,
    event: shared?.told.type.id ?? '',
    properties,
  };
  const related = [{ message: `${first.rule.id} is here`, span: first.rule.span }];
  return {
    topic: 'scores',
    says: `No event counts in both ${first.rule.id} and ${id}, unless that was agreed.`,
    about: id,
    span,
    verdict: shared ? 'refuted' : 'proved',
    witness: null,
    reason: null,
    finding: shared ? report('double-counting', span, params, { related }) : null,
  };
}

function agreed(first: Paying, second: Paying): boolean {
  const stacked =
    first.rule.stacks_with.includes(second.rule.id) || second.rule.stacks_with.includes(first.rule.id);
  if (stacked || first.score !== second.score) return stacked;
  const group = first.score.groups.find(({ id }) => id === first.rule.group);
  return first.rule.group === second.rule.group && group !== undefined && group.cap !== null;
}

/** Events of a kind that both rules take, on a lead that both apply to at one time. */
function sharedCell(asker: Asker, first: EventRule, second: EventRule): Cell | undefined {
  const { cells, logic } = asker.world;
  const { judge } = asker;
  const both = logic.and(
    ...[first, second].map((rule) => logic.and(judge.inForce(rule), judge.holds(rule.when))),
  );
  if (asker.isNever(both) === true) return undefined;
  const taken = (rule: EventRule): readonly Cell[] =>
    cells.of({ events: rule.on, where: rule.where, since: [] });
  const others = new Set(taken(second));
  return taken(first).find((cell) => others.has(cell));
}
