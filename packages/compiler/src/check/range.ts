import type { Rule, Score } from '../ir/types.ts';

/** The smallest and largest value that something can have; scaled as the score is. Never too narrow, perhaps too wide. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

interface Clamp {
  readonly cap: number | null;
  readonly floor: number | null;
}

const nothing: Range = { low: 0, high: 0 };

export function clamp({ low, high }: Range, { cap, floor }: Clamp): Range {
  const one = (value: number): number =>
    Math.max(Math.min(value, cap ?? value), floor ?? Math.min(value, cap ?? value));
  return { low: one(low), high: one(high) };
}

function add(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), nothing);
}

function orNothing({ low, high }: Range): Range {
  return { low: Math.min(0, low), high: Math.max(0, high) };
}

/** Points of a rule before its cap and floor. */
export function rulePoints({ points, ...rule }: Rule): Range {
  if (points === 0) return nothing;
  const times =
    rule.kind === 'lead_rule'
      ? 1
      : rule.kind === 'event_rule' && rule.at_most?.per_ms === null
        ? rule.at_most.count
        : Infinity;
  return orNothing({ low: points * times, high: points * times });
}

/** Points of a rule: 0, whatever its cap and floor say, while it does not apply. */
function ruleRange(rule: Rule): Range {
  const range = clamp(rulePoints(rule), rule);
  return rule.when === null && rule.in_force === null ? range : orNothing(range);
}

/** Points of a score's group, or of the rules in none (`null`), before its cap and floor. */
export function groupPoints(score: Score, group: string | null): Range {
  const rules = score.rules.filter((rule) => rule.group === group);
  const tables = Map.groupBy(rules, (rule) => (rule.kind === 'lead_rule' ? rule.table : null));
  return add(
    [...tables].map(([table, rows]) => {
      const ranges = rows.map(ruleRange);
      return table === null ? add(ranges) : oneOf(ranges);
    }),
  );
}

/** Of rows that exclude each other at most one counts. */
function oneOf(ranges: readonly Range[]): Range {
  return {
    low: Math.min(0, ...ranges.map(({ low }) => low)),
    high: Math.max(0, ...ranges.map(({ high }) => high)),
  };
}

/** Points of a score before its cap and floor. `ranges` are of the scores computed before it. */
export function scorePoints(
  score: Score,
  ranges: ReadonlyMap<string, Range>,
  decimals: (id: string) => number,
): Range {
  if (score.sum.length > 0)
    return add(
      score.sum.map((id) => {
        const { low, high } = ranges.get(id) ?? nothing;
        const factor = 10 ** (score.decimals - decimals(id));
        return { low: low * factor, high: high * factor };
      }),
    );
  const groups = score.groups.map((group) => orNothing(clamp(groupPoints(score, group.id), group)));
  return add([groupPoints(score, null), ...groups]);
}

/** The range of every score. */
export function scoreRanges(scores: readonly Score[]): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const decimals = (id: string): number => scores.find((score) => score.id === id)?.decimals ?? 0;
  for (const score of scores) {
    const range = clamp(scorePoints(score, ranges, decimals), score);
    ranges.set(score.id, score.when === null ? range : orNothing(range));
  }
  return ranges;
}
