import type { Agreement, Condition, Rule, Score } from '../../src/ir/index.ts';

const day = 86_400_000;

/** A rule as a line of a table: id, points, limit, what it is for. */
export type Line = readonly [id: string, points: number, limit: string, what: string];

export function linesOf(agreement: Agreement, ...scores: readonly string[]): readonly Line[] {
  return scores.flatMap((id) =>
    scoreOf(agreement, id).rules.map((rule) => [rule.id, rule.points, limitOf(rule), whatOf(rule)] as const),
  );
}

export function scoreOf(agreement: Agreement, id: string): Score {
  const score = agreement.scores.find((one) => one.id === id);
  if (score === undefined) throw new Error(`There is no score ${id}`);
  return score;
}

function limitOf(rule: Rule): string {
  if (rule.kind === 'lead_rule') return 'once';
  if (rule.kind === 'idle_rule') return `each ${rule.every_ms / day} days without`;
  if (rule.at_most === null) return 'every time';
  const { count, per_ms: per } = rule.at_most;
  return per === null ? `${count}` : `${count}/${per / day} days`;
}

/** The words of the condition on the event or the lead; of a rule of events without such words, the events. */
function whatOf(rule: Rule): string {
  if (rule.kind === 'idle_rule') return rule.without.join(' ');
  const words = wordsOf(rule.kind === 'lead_rule' ? rule.when : rule.where);
  return rule.kind === 'event_rule' && words === '' ? rule.on.join(' ') : words;
}

function wordsOf(condition: Condition | null): string {
  switch (condition?.kind) {
    case 'choice':
      return condition.options.join(' ');
    case 'text':
      return condition.values.join(' ');
    case 'flag':
      return condition.subject.kind === 'field' ? condition.subject.id : condition.subject.kind;
    default:
      return '';
  }
}
