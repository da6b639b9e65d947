import type { Attribution, Goal, Incentive } from '../ir/types.ts';
import type { GoalInput } from '../schema/goals.ts';
import { scale } from '../schema/numbers.ts';
import { sentenceCase } from '../schema/shapes.ts';
import { type Context, orWords } from './context.ts';
import type { Cursor } from './cursor.ts';
import { declareId } from './declare.ts';

/** The goals, each worked backwards to how many leads have to reach each stage. */
export function lowerGoals(context: Context): Goal[] {
  return Object.entries(context.files.goals?.data.goals ?? {}).flatMap(([id, input]) =>
    lowerGoal(context, id, input, context.root('goals').at('goals', id)),
  );
}

const smart = ['metric', 'target', 'by', 'owner', 'because'] as const;

function lowerGoal(context: Context, id: string, input: GoalInput, at: Cursor): Goal[] {
  declareId(context, id, 'goal', at.key);
  const missing = smart.filter((key) => input[key] === undefined);
  const { metric, target, by, owner, because } = input;
  if (
    metric === undefined ||
    target === undefined ||
    by === undefined ||
    owner === undefined ||
    because === undefined
  ) {
    context.report('goal-not-smart', at.key, {
      goal: id,
      missing: missing.map((key) => `\`${key}\``).join(', '),
    });
    return [];
  }
  const from = input.from ?? context.files.agreement.data.effective_from;
  if (by < from) context.report('goal-too-late', at.at('by').span, { by, from });
  context.resolve('stage', orWords(['revenue'], context.scope.stages), metric, at.at('metric'));
  const scaled = scale(target, metric === 'revenue' ? 2 : 0);
  if (scaled === undefined)
    context.report('too-many-decimals', at.at('target').span, {
      got: target,
      decimals: metric === 'revenue' ? 2 : 0,
    });
  if (metric === 'revenue' && input.deal_size === undefined) {
    context.report('goal-needs-deal-size', at.key, { goal: id });
    return [];
  }
  if (input.deal_size !== undefined && input.deal_size <= 0)
    context.report('out-of-range', at.at('deal_size').span, {
      got: input.deal_size / 100,
      expected: 'more than 0',
    });
  const rates = input.rates ?? [];
  rates.forEach((rate, index) => {
    for (const end of ['from', 'to'] as const)
      context.resolve('stage', context.scope.stages, rate[end], at.at('rates', index, end));
  });
  const goal = { metric, target: scaled ?? 0, deal_size: input.deal_size ?? null, rates };
  const needs = planBackwards(context, goal, at);
  checkStated(context, input, needs, goal, at);
  return [{ kind: 'goal', id, ...goal, from, by, owner, because, needs, span: at.whole }];
}

interface Plan {
  readonly metric: string;
  readonly target: number;
  readonly deal_size: number | null;
  readonly rates: Goal['rates'];
}

/** ⌈target ÷ deal size⌉ at the last stage, then ⌈next ÷ rate⌉ for each rate. Whole numbers all the way. */
function planBackwards(
  context: Context,
  { metric, target, deal_size: deal, rates }: Plan,
  at: Cursor,
): Goal['needs'] {
  const last = metric === 'revenue' ? rates[0]?.to : metric;
  if (last === undefined) return [];
  let stage = last;
  let count = deal === null || metric !== 'revenue' ? target : deal > 0 ? Math.ceil(target / deal) : 0;
  const needs = [{ stage, count }];
  rates.forEach((rate, index) => {
    if (rate.to !== stage) {
      context.report('goal-rates-broken', at.at('rates', index, 'to').span, { to: rate.to, expected: stage });
      return;
    }
    stage = rate.from;
    count = rate.rate === 0 ? 0 : ceilDivide(count * 10_000, rate.rate);
    if (rate.rate === 0)
      context.report('out-of-range', at.at('rates', index, 'rate').span, {
        got: '0%',
        expected: 'more than 0%',
      });
    needs.push({ stage, count });
  });
  return needs;
}

function ceilDivide(dividend: number, divisor: number): number {
  return Number((BigInt(dividend) + BigInt(divisor) - 1n) / BigInt(divisor));
}

function checkStated(context: Context, input: GoalInput, needs: Goal['needs'], plan: Plan, at: Cursor): void {
  for (const [stage, stated] of Object.entries(input.needs ?? {})) {
    const place = at.at('needs', stage);
    const index = needs.findIndex((need) => need.stage === stage);
    const found = needs[index];
    if (!found) {
      context.resolveKey('stage of the plan', new Map(needs.map((need) => [need.stage, true])), stage, place);
      continue;
    }
    if (found.count === stated) continue;
    const rate = plan.rates[index - 1];
    const before = needs[index - 1];
    const sum = rate && before ? `${before.count} ÷ ${rate.rate / 100}%` : firstSum(plan);
    context.report('goal-arithmetic', place.span, { stage, stated, sum, computed: found.count });
  }
}

/** Where the first of the needs comes from: what a deal is worth, or the target itself. */
function firstSum({ metric, target, deal_size: deal }: Plan): string {
  return metric === 'revenue' ? `${target / 100} ÷ ${Number(deal) / 100}` : 'the target';
}

/** The weights of touches, which sum to 100%. */
export function lowerAttribution(context: Context): Attribution | null {
  const input = context.files.goals?.data.attribution;
  if (!input) return null;
  const at = context.root('goals').at('attribution');
  const weights = Object.entries(input.weights).map(([touch, given]) =>
    typeof given === 'number'
      ? { touch, label: sentenceCase(touch), weight: given }
      : { touch, label: given.label, weight: given.weight },
  );
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  if (sum !== 10_000)
    context.report('weights-sum', at.at('weights').key, { what: 'weights', sum: `${sum / 100}%` });
  return { weights, span: at.whole };
}

export function lowerIncentives(context: Context): Incentive[] {
  return (context.files.goals?.data.incentives ?? []).map((input, index) => {
    const at = context.root('goals').at('incentives', index);
    const known = new Map([...context.scope.goals, ...context.scope.promises]);
    context.resolve('goal or promise', known, input.on, at.at('on'));
    return {
      kind: 'incentive',
      ...input,
      id: declareId(context, input.id, 'incentive', at.at('id').span),
      span: at.whole,
    };
  });
}
