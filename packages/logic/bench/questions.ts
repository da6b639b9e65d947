import type { Context, Formula, Session, Sum, Variable } from '../src/index.ts';
import { type Agreement, createAgreement, type Ground } from './agreement.ts';
import type { Plan, Rule, ScorePlan } from './plan.ts';
import { createRandom, type Random } from './random.ts';

/** A question as a formula that some model has or none, or the bounds of a sum. */
export type Question =
  | { readonly kind: string; readonly formula: Formula }
  | { readonly kind: string; readonly sum: Sum };

/** What a compiler asks of an agreement. */
export function createQuestions(ground: Ground, plan: Plan): Question[] {
  const random = createRandom(plan.scores.length + plan.rows.length);
  const agreement = createAgreement(ground, plan);
  return [
    ...ofOneVersion(ground.logic, random, agreement),
    ...ofMonotony(ground, random, agreement),
    ...ofInfluence(ground, random, agreement),
    ...ofVersions(ground, random, agreement),
    ...[...agreement.scores.slice(0, 3), agreement.total].map((sum) => ({
      kind: 'bounds',
      sum,
    })),
  ];
}

function ofOneVersion(logic: Context, random: Random, agreement: Agreement): Question[] {
  const { bands, mql, sql, taken, rows, conditions } = agreement;
  const any = (formulas: readonly Formula[]): Formula => formulas[random(formulas.length)] as Formula;
  return [
    ask('routing is total', logic.and(mql, taken.at(-1) as Formula)),
    ...taken.slice(0, 16).map((row) => ask('row reachable', logic.and(mql, row))),
    ask('stage order', logic.and(sql, logic.not(mql))),
    ask('stage reachable', mql),
    ask('stage reachable', sql),
    ask('stage trivial', logic.not(mql)),
    ...bands
      .slice(0, 2)
      .flat()
      .flatMap((band) => [ask('band reachable', band), ask('band with stage', logic.and(band, mql))]),
    ...some(12, () => ask('dead condition', any(conditions))),
    ...some(12, () => ask('row overlap', logic.and(any(rows), any(rows), mql))),
  ];
}

function ask(kind: string, formula: Formula): Question {
  return { kind, formula };
}

function some<Item>(count: number, make: () => Item): Item[] {
  return Array.from({ length: count }, make);
}

/** One step more of a field never makes worse. */
function ofMonotony(ground: Ground, random: Random, { plan, mql }: Agreement): Question[] {
  const { logic } = ground;
  return Array.from({ length: 8 }, () => {
    const field = random(ground.fields.length);
    const before = ground.fields[field] as Variable;
    const from = random(before.atoms - 1);
    const copy = createAgreement(ground, plan, { field, from, to: from + 1 });
    const formula = logic.and(logic.is(before, [from]), mql, logic.not(copy.mql));
    return { kind: 'monotony', formula };
  });
}

/** Does a rule change the outcome of any lead? */
function ofInfluence(ground: Ground, random: Random, agreement: Agreement): Question[] {
  return Array.from({ length: 10 }, () => {
    const without = changed(agreement.plan, (rules) => rules.toSpliced(random(rules.length), 1), random(2));
    const copy = createAgreement(ground, without);
    return { kind: 'influence', formula: ground.logic.xor(agreement.mql, copy.mql) };
  });
}

/** Two versions: some rules give other points. */
function ofVersions(ground: Ground, random: Random, agreement: Agreement): Question[] {
  const { logic } = ground;
  const next = createAgreement(
    ground,
    changed(agreement.plan, (rules) => rules.map((rule) => revise(random, rule)), 0),
  );
  const differs = (one: Formula | undefined, other: Formula | undefined): Question => ({
    kind: 'version difference',
    formula: logic.xor(one ?? logic.true, other ?? logic.true),
  });
  return [
    differs(agreement.mql, next.mql),
    differs(agreement.sql, next.sql),
    ...agreement.bands
      .slice(0, 2)
      .flatMap((bands, score) => bands.map((band, at) => differs(band, next.bands[score]?.[at]))),
    ...agreement.taken.slice(0, 6).map((row, at) => differs(row, next.taken[at])),
  ];
}

function revise(random: Random, rule: Rule): Rule {
  if (rule.fades || random(20) > 0) return rule;
  return { ...rule, points: rule.points + Math.sign(rule.points) * 5 };
}

function changed(plan: Plan, change: (rules: readonly Rule[]) => readonly Rule[], at: number): Plan {
  const scores = plan.scores.map((score, index): ScorePlan =>
    index === at ? { ...score, rules: change(score.rules) } : score,
  );
  return { ...plan, scores };
}

/** The verdict of a question, as a word. */
export function answer(session: Session, question: Question): string {
  if ('formula' in question) return session.satisfiable(question.formula).verdict;
  const [least, most] = [session.minimum(question.sum), session.maximum(question.sum)];
  if (least.verdict !== 'found' || most.verdict !== 'found') return 'unknown';
  return `${least.points} to ${most.points}`;
}
