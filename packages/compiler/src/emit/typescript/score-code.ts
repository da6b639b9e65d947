import { found } from '../../found.ts';
import type { EventRule, IdleRule, LeadRule, Rule, Score } from '../../ir/types.ts';
import { checkedId, place } from '../encode/name.ts';
import { literal, numeral } from '../encode/typescript.ts';
import { and, block, type Code, lines, not, sections, when } from './code.ts';
import { expression, type Scope } from './condition.ts';
import type { Model } from './model.ts';
import { applies, leadScope } from './scope.ts';
import type { TallyPlan } from './tallies.ts';

/** A function for each score. Its lines are written down when `linesOf` asks for them. */
export function scoreCode(model: Model, plan: TallyPlan): string {
  const scope = leadScope(model, plan);
  return sections(...model.agreement.scores.map((score) => scoreFunction(score, model, plan, scope)));
}

interface Clamped {
  readonly id: string;
  readonly cap: number | null;
  readonly floor: number | null;
}

function scoreFunction(score: Score, model: Model, plan: TallyPlan, scope: Scope): string {
  const closed = not(expression(score.when, scope));
  const name = `score_${checkedId(score.id)}`;
  return lines(
    `/** Score ${checkedId(score.id)} (${place(score.span)}), times ${10 ** score.decimals}. */`,
    block(
      `function ${name}(lead: Lead, asOf: number): number`,
      closed === 'false' ? null : `if (${closed}) return 0;`,
      'let sum = 0;',
      score.sum.length > 0 ? sumLines(score, model) : ruleLines(score, plan, scope),
      `return ${clamped('score', score, 'sum')};`,
    ),
  );
}

function sumLines({ sum, decimals }: Score, model: Model): Code {
  return sum.map((id) => {
    const part = `known._points_${checkedId(id)}`;
    const factor = 10 ** (decimals - found(model.scores, id).decimals);
    const points = factor === 1 ? part : `${part} * ${factor}`;
    return `sum += given('score', ${literal(id)}, ${points});`;
  });
}

function ruleLines(score: Score, plan: TallyPlan, scope: Scope): Code {
  const groups = score.groups.map((group) => {
    const name = `group_${checkedId(group.id)}`;
    const test = expression(group.when, scope);
    return {
      open: [
        `// Group ${checkedId(group.id)} (${place(group.span)})`,
        `let ${name} = 0;`,
        test === 'true' ? null : `const open_${name} = ${test};`,
      ],
      close: when(test === 'true' ? 'true' : `open_${name}`, `sum += ${clamped('group', group, name)};`),
      guarded: test === 'true' ? null : group.id,
    };
  });
  const guarded = new Set(groups.map((group) => group.guarded));
  return [
    groups.map(({ open }) => open),
    score.rules.map((rule) => ruleLine(rule, score, plan, scope, guarded)),
    groups.map(({ close }) => close),
  ];
}

function ruleLine(
  rule: Rule,
  score: Score,
  plan: TallyPlan,
  scope: Scope,
  guarded: ReadonlySet<string | null>,
): Code {
  const test = applies(rule, scope);
  const group = rule.group === null ? null : `group_${checkedId(rule.group)}`;
  const inGroup = rule.group !== null && guarded.has(rule.group) ? `open_${group}` : 'true';
  const body = `${group ?? 'sum'} += ${ruleGives(rule, score, plan)};`;
  return [`// ${checkedId(rule.id)} (${place(rule.span)})`, when(and([inGroup, test]), body)];
}

function ruleGives(rule: Rule, score: Score, plan: TallyPlan): string {
  const given = `given('rule', ${literal(rule.id)}, ${pointsOf(rule, score, plan)})`;
  return clamped('rule', rule, given);
}

/** The value moved under a cap and over a floor; itself if it has neither. */
function clamped(what: 'rule' | 'group' | 'score', { id, cap, floor }: Clamped, value: string): string {
  if (cap === null && floor === null) return value;
  const limits = `${cap ?? 'Infinity'}, ${floor ?? '-Infinity'}`;
  return `clamp('${what}', ${literal(id)}, ${value}, ${limits})`;
}

function pointsOf(rule: Rule, score: Score, plan: TallyPlan): string {
  switch (rule.kind) {
    case 'lead_rule':
      return leadPoints(rule);
    case 'event_rule':
      return eventPoints(rule, plan);
    case 'idle_rule':
      return idlePoints(rule, score, plan);
  }
}

function leadPoints({ points }: LeadRule): string {
  return `${points}`;
}

function eventPoints(rule: EventRule, plan: TallyPlan): string {
  const sum = `tally.${plan.rule(rule)}`;
  if (rule.fades?.kind === 'half_life') return `faded(${rule.points}, ${sum})`;
  return rule.fades?.kind === 'lose' ? sum : `${rule.points} * ${sum}`;
}

function idlePoints({ points, every_ms, without }: IdleRule, { since }: Score, plan: TallyPlan): string {
  const moments = [without, since].filter((events) => events.length > 0);
  const from = ['lead.created_at', ...moments.map((events) => `tally.${plan.last(events)}`)];
  const latest = from.length === 1 ? from[0] : `Math.max(${from.join(', ')})`;
  return `${points} * Math.max(0, Math.floor((asOf - ${latest}) / ${numeral(every_ms)}))`;
}
