import {
  type Agreement,
  type Band,
  type Bound,
  type Condition,
  natural,
  parts,
  scale,
  type Score,
  type Transition,
} from '@smarketing/compiler/ir';
import { type Setting, SettingError } from './settings.ts';

/** A number of the rules that decide about leads, which a setting may give another value. */
export interface RuleNumber {
  /** As `--set` takes it: `size_core.points`, `fit.A`, `mql_by_trial.usage`. */
  readonly name: string;
  /**
   * - `points`: of a rule.
   * - `border`: where a band of a score begins, and the one below it ends.
   * - `threshold`: of a score, in the condition of a way from one stage to another.
   */
  readonly kind: 'points' | 'border' | 'threshold';
  readonly value: number;
  /** How many decimals it may have. */
  readonly decimals: number;
}

/** The numbers of the rules of an agreement, in its order. */
export function ruleNumbers({ scores, transitions }: Agreement): readonly RuleNumber[] {
  return [
    ...scores.flatMap(({ rules, decimals }) =>
      rules.map(({ id, points }) => numberOf(`${id}.points`, 'points', points, decimals)),
    ),
    ...scores.flatMap(({ id, bands, decimals }) =>
      bands.flatMap((band) =>
        band.min ? [numberOf(`${id}.${band.id}`, 'border', band.min.value, decimals)] : [],
      ),
    ),
    ...transitions.flatMap((transition) =>
      scores.flatMap(({ id, decimals }) => {
        const bound = onlyBound(transition, id);
        return bound ? [numberOf(`${transition.id}.${id}`, 'threshold', bound.value, decimals)] : [];
      }),
    ),
  ];
}

function numberOf(name: string, kind: RuleNumber['kind'], value: number, decimals: number): RuleNumber {
  return { name, kind, value: natural(value, decimals), decimals };
}

/**
 * The agreement with other numbers in its rules, for the engine that decides by them. Settings of something else change nothing here.
 *
 * Throws a {@link SettingError} for borders of bands that are not in order any more.
 */
export function amended(agreement: Agreement, settings: readonly Setting[]): Agreement {
  const known = new Map(ruleNumbers(agreement).map((one) => [one.name, one]));
  const values = new Map<string, number>();
  for (const { name, value } of settings) {
    const rule = known.get(name);
    if (rule) values.set(name, scaled(rule, value));
  }
  if (values.size === 0) return agreement;
  const scores = agreement.scores.map((score) => scoreWith(score, values));
  const transitions = agreement.transitions.map((way) => wayWith(way, agreement.scores, values));
  return { ...agreement, scores, transitions };
}

function scaled({ name, decimals }: RuleNumber, value: number): number {
  const whole = Math.abs(value) <= 1e9 ? scale(value, decimals) : undefined;
  if (whole !== undefined) return whole;
  const allowed = decimals === 0 ? 'a whole number' : `a number with at most ${decimals} decimals`;
  throw new SettingError(`${name} cannot be ${value}: it must be ${allowed}.`);
}

function scoreWith(score: Score, values: ReadonlyMap<string, number>): Score {
  const rules = score.rules.map((rule) => ({
    ...rule,
    points: values.get(`${rule.id}.points`) ?? rule.points,
  }));
  return { ...score, rules, bands: bandsWith(score, values) };
}

/** A border is the end of one band and the beginning of the next: both move. */
function bandsWith({ id, bands }: Score, values: ReadonlyMap<string, number>): readonly Band[] {
  const moved = new Map(
    bands.flatMap(({ id: band, min }) => {
      const to = values.get(`${id}.${band}`);
      return min && to !== undefined ? [[min.value, to] as const] : [];
    }),
  );
  const move = (bound: Bound | null): Bound | null =>
    bound && { ...bound, value: moved.get(bound.value) ?? bound.value };
  const result = bands.map((band) => ({ ...band, min: move(band.min), max: move(band.max) }));
  for (const { id: band, min, max } of result)
    if (min && max && min.value >= max.value)
      throw new SettingError(`The band ${band} of ${id} would be empty: it must begin below its end.`);
  return result;
}

function wayWith(way: Transition, scores: readonly Score[], values: ReadonlyMap<string, number>): Transition {
  return scores.reduce((result, { id }) => {
    const value = values.get(`${way.id}.${id}`);
    return value === undefined || !result.when || !onlyBound(result, id)
      ? result
      : { ...result, when: boundTo(result.when, id, value) };
  }, way);
}

/** The bound that the condition of a way puts to a score; `undefined` where it puts none or several. */
function onlyBound({ when }: Transition, score: string): Bound | undefined {
  const bounds = when ? boundsIn(when, score) : [];
  return bounds.length === 1 ? bounds[0] : undefined;
}

function boundsIn(condition: Condition, score: string): readonly Bound[] {
  return [...parts(condition)].flatMap((part) =>
    part.kind === 'number' && isAbout(part, score) ? [part.min, part.max].filter((one) => one !== null) : [],
  );
}

function boundTo(condition: Condition, score: string, value: number): Condition {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'some':
      return { ...condition, of: condition.of.map((part) => boundTo(part, score, value)) };
    case 'not':
      return { ...condition, of: boundTo(condition.of, score, value) };
    case 'number': {
      if (!isAbout(condition, score)) return condition;
      const to = (bound: Bound | null): Bound | null => bound && { ...bound, value };
      return { ...condition, min: to(condition.min), max: to(condition.max) };
    }
    default:
      return condition;
  }
}

function isAbout({ subject }: Extract<Condition, { kind: 'number' }>, score: string): boolean {
  return subject.kind === 'score' && subject.id === score;
}
