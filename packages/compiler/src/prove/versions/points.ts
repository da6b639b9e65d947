import type { Formula } from '@smarketing/logic';
import type { Agreement, Condition, Rule, Score } from '../../ir/types.ts';
import { parts } from '../../ir/visit.ts';
import type { Asker } from '../ask/asker.ts';

/** A score that may have other points in one version than in the other. */
export interface Apart {
  readonly id: string;
  readonly decimals: number;
  /** By how many at least and at most, if that is known. */
  readonly by: { readonly least: number; readonly most: number } | null;
  /** Where it may. */
  readonly unless: Formula;
}

export interface PointsApart {
  /** Of all other scores it is known that they have the same points for every lead. */
  readonly scores: readonly Apart[];
  /** The conditions of the rules that have to do with it. */
  readonly conditions: readonly Condition[];
}

/** Compares scores rule by rule; the order of rules, their names and their reasons give no points. */
export function pointsApart(asker: Asker, before: Agreement, after: Agreement): PointsApart {
  const rules: Rule[] = [];
  const scores: Apart[] = [];
  const others = new Set<string>();
  for (const id of after.order) {
    const score = after.scores.find((one) => one.id === id);
    if (!score) {
      if (isJudgedOtherwise(id, { before, after, others })) others.add(id);
      continue;
    }
    const own = scoreApart(
      before.scores.find((one) => one.id === id),
      score,
    );
    rules.push(...own.rules);
    const isGrounded = !looksAt(conditionsIn(score), others);
    const apart = isGrounded ? apartOf(asker, own, scores) : anywhere(asker, score);
    if (!apart) continue;
    scores.push(apart);
    others.add(id);
  }
  return { scores, conditions: rules.flatMap(({ when }) => (when ? [when] : [])) };
}

function anywhere({ world }: Asker, { id, decimals }: Score): Apart {
  return { id, decimals, by: null, unless: world.logic.true };
}

/** Whether a persona or a grade may be another one, given the scores, personas and grades that may. */
function isJudgedOtherwise(
  what: string,
  {
    before,
    after,
    others,
  }: { readonly before: Agreement; readonly after: Agreement; readonly others: ReadonlySet<string> },
): boolean {
  const rows = ({ personas, grades }: Agreement): readonly { readonly when: Condition }[] =>
    what === 'persona' ? personas : (grades?.rows ?? []);
  const [was, is] = [before, after].map((agreement) =>
    textOf([rows(agreement), agreement.grades?.otherwise]),
  );
  return (
    was !== is ||
    looksAt(
      rows(after).map(({ when }) => when),
      others,
    )
  );
}

function conditionsIn({ when, groups, rules }: Score): readonly Condition[] {
  return [when, ...[...groups, ...rules].map((one) => one.when)].flatMap((one) => (one ? [one] : []));
}

/** Whether conditions look at a score, a persona or a grade that may be another one. */
function looksAt(conditions: readonly Condition[], others: ReadonlySet<string>): boolean {
  return conditions
    .flatMap((condition) => [...parts(condition)])
    .some((part) => {
      if (!('subject' in part)) return false;
      const { subject } = part;
      return others.has(subject.kind === 'score' ? subject.id : subject.kind);
    });
}

interface ScoreApart {
  readonly id: string;
  readonly score: Score;
  /** It is the same but for these rules. */
  readonly isOfRules: boolean;
  readonly rules: readonly Rule[];
  readonly by: Apart['by'];
}

function scoreApart(before: Score | undefined, after: Score): ScoreApart {
  const { id } = after;
  if (!before) return { id, score: after, isOfRules: false, rules: [], by: null };
  const isOfRules = headOf(before) === headOf(after);
  const [gone, come] = [onlyIn(before.rules, after.rules), onlyIn(after.rules, before.rules)];
  return { id, score: after, isOfRules, rules: [...gone, ...come], by: difference(gone, come) };
}

/** Rules that are more often in the one list than in the other. */
function onlyIn(rules: readonly Rule[], others: readonly Rule[]): readonly Rule[] {
  const left = others.map(contentOf);
  return rules.filter((rule) => {
    const found = left.indexOf(contentOf(rule));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

/** By how much more and less the rules that come give than those that go; one of the same condition is one. */
function difference(gone: readonly Rule[], come: readonly Rule[]): Apart['by'] {
  if (
    ![...gone, ...come].every(
      ({ kind, cap, floor }) => kind === 'lead_rule' && cap === null && floor === null,
    )
  )
    return null;
  const left = [...gone];
  const steps = come.map((rule) => {
    const at = left.findIndex((one) => contentOf({ ...one, points: rule.points }) === contentOf(rule));
    const [was] = at < 0 ? [] : left.splice(at, 1);
    return rule.points - (was?.points ?? 0);
  });
  const all = [...steps, ...left.map(({ points }) => -points)];
  return {
    least: all.reduce((sum, step) => sum + Math.min(0, step), 0),
    most: all.reduce((sum, step) => sum + Math.max(0, step), 0),
  };
}

/** What is known of one score when those before it are known; `undefined` if it is the same. */
function apartOf(
  asker: Asker,
  { id, score, isOfRules, rules, by }: ScoreApart,
  before: readonly Apart[],
): Apart | undefined {
  const parts = before.filter((one) => score.sum.includes(one.id));
  if (isOfRules && rules.length === 0 && parts.length === 0) return undefined;
  const { logic, asOf } = asker.world;
  if (!isOfRules) return { id, decimals: score.decimals, by: null, unless: logic.true };
  const { judge, rules: known } = asker;
  const active = rules.map((rule) =>
    logic.and(asOf.inForce(rule), judge.holds(rule.when), known.active(score, rule)),
  );
  const unless = logic.or(...active, ...parts.map((part) => part.unless));
  return { id, decimals: score.decimals, by: parts.length === 0 ? by : sumOf(score.decimals, parts), unless };
}

/** What the parts of a sum can differ by, in the decimals of the sum. */
function sumOf(decimals: number, parts: readonly Apart[]): Apart['by'] {
  const sum = (end: 'least' | 'most'): number | null =>
    parts.reduce<number | null>(
      (total, part) =>
        total === null || part.by === null ? null : total + part.by[end] * 10 ** (decimals - part.decimals),
      0,
    );
  const [least, most] = [sum('least'), sum('most')];
  return least === null || most === null ? null : { least, most };
}

const silent: ReadonlySet<string> = new Set(['span', 'because', 'stacks_with', 'table']);

/** What a rule gives, and when. */
function contentOf(rule: Rule): string {
  const { id: _, ...content } = rule;
  return JSON.stringify(content, (key, value: unknown) => (silent.has(key) ? undefined : value));
}

function headOf({ cap, floor, decimals, when, since, groups, sum }: Score): string {
  return textOf([cap, floor, decimals, when, since, groups, sum]);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (key, item: unknown) => (key === 'span' ? undefined : item));
}
