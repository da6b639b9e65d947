import type { Condition, Rule, Score } from '../../ir/types.ts';
import { parts } from '../../ir/visit.ts';

/** The fields by which a rule may apply or not. */
export function fieldsOf(score: Score, rule: Rule): ReadonlySet<string> {
  const asked = partsOf(score, rule);
  return new Set(
    asked.flatMap((part) => ('subject' in part && part.subject.kind === 'field' ? [part.subject.id] : [])),
  );
}

/** The events by which a rule may apply or not, or for which it gives points. */
export function eventsOf(score: Score, rule: Rule): ReadonlySet<string> {
  const asked = partsOf(score, rule).flatMap((part) => ('events' in part ? part.events : []));
  return new Set(rule.kind === 'event_rule' ? [...asked, ...rule.on] : asked);
}

function partsOf(score: Score, rule: Rule): readonly Condition[] {
  const group = score.groups.find(({ id }) => id === rule.group);
  const conditions = [score.when, group?.when ?? null, rule.when];
  return conditions.flatMap((when) => (when === null ? [] : [...parts(when)]));
}
