import { there } from '../found.ts';
import { keepAtMost } from './at-most.ts';
import { isInForce, isInside } from './bounds.ts';
import { applies, matchingEvents } from './conditions.ts';
import type { Context, ScoreResult } from './context.ts';
import { latestOf } from './events.ts';
import { fadedPoints } from './fades.ts';
import type { EventRule, IdleRule, LedgerLine, Rule, Score } from './types.ts';

interface Part {
  readonly points: number;
  readonly lines: readonly LedgerLine[];
}

const nothing: Part = { points: 0, lines: [] };

/**
 * One score with its ledger, in scaled integers.
 *
 * A rule that is not in force, or a rule, group or score whose `when` does not hold, is 0 whatever its cap
 * and floor say, and leaves no line. The lines are: the rules in the order of the score (of a sum: its
 * parts), each followed by its own cap and floor; the groups' caps and floors; the score's. What moved
 * nothing has no line.
 */
export function computeScore(score: Score, context: Context): ScoreResult {
  const { points, lines } = applies(score.when, context) ? wholeOf(score, context) : nothing;
  return {
    decimals: score.decimals,
    points,
    band: score.bands.find((band) => isInside(points, band))?.id ?? null,
    lines,
  };
}

/** What a rule gives by itself, in the scaled integers of its score: 0 if it, its group or its score does not apply. */
export function pointsOfRule(score: Score, rule: Rule, context: Context): number {
  const group = score.groups.find(({ id }) => id === rule.group);
  const isOpen = applies(score.when, context) && applies(group?.when ?? null, context);
  return isOpen && fires(rule, context) ? partOfRule(score, rule, context).points : 0;
}

/** The rules that stand in a ledger, in its order: they gave points, or a cap or floor of theirs did. */
export function rulesOf(lines: readonly LedgerLine[]): readonly string[] {
  const ofRules = lines.filter(({ kind }) => kind.startsWith('rule'));
  return [...new Set(ofRules.map(({ id }) => id))];
}

function wholeOf(score: Score, context: Context): Part {
  return clamp(
    'score',
    score,
    score.sum.length > 0 ? partOfSum(score, context) : partOfRules(score, context),
  );
}

function partOfSum(score: Score, context: Context): Part {
  return add(
    score.sum.map((id): Part => {
      const { points, decimals } = there(context.scores[id], `score ${id} yet`);
      return given('score', id, points * 10 ** (score.decimals - decimals));
    }),
  );
}

function partOfRules(score: Score, context: Context): Part {
  const groups = score.groups.filter(({ when }) => applies(when, context));
  const open = new Set([null, ...groups.map(({ id }) => id)]);
  const rules = score.rules
    .filter((rule) => open.has(rule.group) && fires(rule, context))
    .map((rule) => ({ group: rule.group, ...partOfRule(score, rule, context) }));
  const sumOf = (group: string | null): number => add(rules.filter((rule) => rule.group === group)).points;
  const moved = groups.map((group) => clamp('group', group, { points: sumOf(group.id), lines: [] }));
  return {
    points: sumOf(null) + add(moved).points,
    lines: [...add(rules).lines, ...add(moved).lines],
  };
}

function fires(rule: Rule, context: Context): boolean {
  return isInForce(rule, context.asOf) && applies(rule.when, context);
}

function partOfRule(score: Score, rule: Rule, context: Context): Part {
  return clamp('rule', rule, given('rule', rule.id, pointsOf(rule, score, context)));
}

function pointsOf(rule: Rule, score: Score, context: Context): number {
  switch (rule.kind) {
    case 'lead_rule':
      return rule.points;
    case 'event_rule':
      return pointsOfEvents(rule, score, context);
    case 'idle_rule':
      return rule.points * idleSpans(rule, score, context);
  }
}

function pointsOfEvents(rule: EventRule, { since }: Score, context: Context): number {
  const matching = matchingEvents({ events: rule.on, since, where: rule.where }, context);
  const ages = keepAtMost(matching, rule.at_most).map(({ at }) => context.asOf - at);
  return fadedPoints(rule.points, rule.fades, ages);
}

/** Whole spans since the latest of: creation, the events `without`, the score's `since`; 0 if that is ahead. */
function idleSpans(rule: IdleRule, { since }: Score, { lead, asOf }: Context): number {
  const last = latestOf(lead.events, [...rule.without, ...since]);
  const idle = asOf - Math.max(lead.created_at, last?.at ?? -Infinity);
  return Math.max(0, Math.floor(idle / rule.every_ms));
}

/** The part moved under the cap, then over the floor, with a line for each. */
function clamp(
  what: 'rule' | 'group' | 'score',
  { id, cap, floor }: { readonly id: string; readonly cap: number | null; readonly floor: number | null },
  { points, lines }: Part,
): Part {
  const capped = Math.min(points, cap ?? Infinity);
  const floored = Math.max(capped, floor ?? -Infinity);
  const cut = lineOf(`${what}_cap`, id, capped - points);
  const lifted = lineOf(`${what}_floor`, id, floored - capped);
  return { points: floored, lines: [...lines, ...cut, ...lifted] };
}

function given(kind: 'rule' | 'score', id: string, points: number): Part {
  return { points, lines: lineOf(kind, id, points) };
}

function lineOf(kind: LedgerLine['kind'], id: string, points: number): readonly LedgerLine[] {
  return points === 0 ? nothing.lines : [{ kind, id, points }];
}

function add(parts: readonly Part[]): Part {
  return {
    points: parts.reduce((sum, { points }) => sum + points, 0),
    lines: parts.flatMap(({ lines }) => lines),
  };
}
