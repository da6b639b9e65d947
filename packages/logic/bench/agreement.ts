import type { Context, Formula, Range, Sum, TermInput, Variable } from '../src/index.ts';
import { type Plan, type Rule, scale, type ScorePlan, type Test } from './plan.ts';

/** What all versions and copies of one agreement share. */
export interface Ground {
  readonly logic: Context;
  readonly fields: readonly Variable[];
  readonly axioms: readonly Formula[];
  /** The range of a fading rule. */
  readonly fade: (rule: Rule) => Range;
}

export interface Agreement {
  readonly plan: Plan;
  readonly scores: readonly Sum[];
  readonly total: Sum;
  /** Bands of each score, lowest first. */
  readonly bands: readonly (readonly Formula[])[];
  readonly mql: Formula;
  readonly sql: Formula;
  /** What each row asks, and when it is the first that does. */
  readonly rows: readonly Formula[];
  readonly taken: readonly Formula[];
  readonly conditions: readonly Formula[];
}

export function createGround(logic: Context, plan: Plan): Ground {
  const fields = plan.fields.map((atoms, at) => logic.variable(`field_${at}`, atoms));
  const axioms = plan.windows.flatMap(([short, long]) => {
    const [recent, all] = [fields[short] as Variable, fields[long] as Variable];
    return [1, 2, 3].map((count) =>
      logic.implies(logic.is(recent, atLeast(count)), logic.is(all, atLeast(count))),
    );
  });
  const fades = new Map<Rule, Range>();
  const fade = (rule: Rule): Range => {
    const bounds = { from: Math.min(0, rule.points), to: Math.max(0, rule.points) };
    const range = fades.get(rule) ?? logic.range('fade', bounds);
    fades.set(rule, range);
    return range;
  };
  return { logic, fields, axioms, fade };
}

function atLeast(count: number): number[] {
  return [0, 1, 2, 3].filter((atom) => atom >= count);
}

/** A field goes from one atom to another. */
export interface Move {
  readonly field: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The formulas of a plan. After a `move` they are those of the lead that results, in terms of the lead that it
 * was: tests that the move decides otherwise have their new truth, all others are left as they are.
 */
export function createAgreement(ground: Ground, plan: Plan, move?: Move): Agreement {
  const { logic } = ground;
  const one = ({ field, atoms }: Test): Formula => {
    const after = move && move.field === field ? atoms.includes(move.to) : undefined;
    if (after === undefined || after === atoms.includes(move?.from ?? 0)) {
      return logic.is(ground.fields[field] as Variable, atoms);
    }
    return after ? logic.true : logic.false;
  };
  const all = (tests: readonly Test[]): Formula => logic.and(...tests.map(one));
  const term = (rule: Rule): TermInput => {
    const when = all(rule.tests);
    return rule.fades ? { when, range: ground.fade(rule) } : { when, points: rule.points };
  };
  const score = ({ rules, groupCaps, cap, floor }: ScorePlan): Sum => {
    const groups = groupCaps.map((limit, at) => ({
      sum: logic.sum(rules.filter(({ group }) => group === at).map(term), { cap: limit }),
    }));
    const free = rules.filter(({ group }) => group === undefined).map(term);
    return logic.sum([...groups, ...free], { cap, floor });
  };
  const scores = plan.scores.map(score);
  const bands = plan.scores.map(({ edges: [b, a] }, at) => {
    const [atLeastB, atLeastA] = [b, a].map((edge) => logic.sumAtLeast(scores[at] as Sum, edge));
    if (!atLeastB || !atLeastA) throw new Error('A score has two edges');
    return [logic.not(atLeastB), logic.and(atLeastB, logic.not(atLeastA)), atLeastA];
  });
  const total = logic.sum(scores.slice(0, 2).map((sum) => ({ sum })));
  const mql = logic.sumAtLeast(total, plan.threshold);
  const rows = plan.rows.map((row) =>
    logic.and(all(row.tests), ...row.bands.map(({ score: at, band }) => bands[at]?.[band] as Formula)),
  );
  let none = logic.true;
  const taken = rows.map((row) => {
    const first = logic.and(none, row);
    none = logic.and(none, logic.not(row));
    return first;
  });
  return {
    plan,
    scores,
    total,
    bands,
    mql,
    sql: logic.and(
      logic.sumAtLeast(total, plan.threshold + 20 * scale(plan.kind)),
      all(plan.rows[0]?.tests ?? []),
    ),
    rows,
    taken: [...taken, none],
    conditions: plan.scores.flatMap(({ rules }) => rules.map((rule) => all(rule.tests))),
  };
}
