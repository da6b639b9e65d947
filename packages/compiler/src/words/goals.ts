import { foundIn } from '../found.ts';
import type { Goal } from '../ir/types.ts';
import { money, percent, whole } from './amounts.ts';
import { stageName, type Book } from './book.ts';
import { isoDate } from './dates.ts';
import { plural } from './grammar.ts';
import type { Ref } from './phrase.ts';

/** One number of a plan worked backwards, and how the next one comes from it. */
export interface PlanStep {
  readonly figure: string;
  readonly what: string;
  /** The stage, if it is one. */
  readonly stage: string | null;
  /** How this number came from the one before: `÷ 2% of leads become customers`. */
  readonly from: string | null;
}

export const goalFigure = (book: Book, goal: Goal): string =>
  goal.metric === 'revenue' ? money(goal.target, book.agreement.currency) : whole(goal.target);

export const goalMetric = (book: Book, goal: Goal): string =>
  goal.metric === 'revenue' ? 'revenue' : plural(stageName(book, goal.metric));

/** From the target back to the first stage that the plan names. */
export function backwardsPlan(book: Book, goal: Goal): readonly PlanStep[] {
  const steps = goal.needs.map(({ stage, count }) => ({
    figure: whole(count),
    what: plural(stageName(book, stage)),
    stage,
    from: stepFrom(book, goal, stage),
  }));
  if (goal.metric !== 'revenue') return steps;
  return [{ figure: goalFigure(book, goal), what: 'revenue', stage: null, from: null }, ...steps];
}

function stepFrom(book: Book, goal: Goal, stage: string): string | null {
  const rate = goal.rates.find(({ from }) => from === stage);
  if (rate !== undefined) {
    return `${percent(rate.rate)} of ${plural(stageName(book, rate.from))} become ${plural(stageName(book, rate.to))}`;
  }
  return goal.deal_size === null ? null : `${money(goal.deal_size, book.agreement.currency)} a deal`;
}

/** What an incentive stands on: a goal or a promise. */
export function onWords(book: Book, id: string): { readonly ref: Ref; readonly says: string } {
  const promise = book.promises.get(id);
  if (promise !== undefined) return { ref: { kind: 'promise', id }, says: promise.says };
  const goal = foundIn(book.agreement.goals, id);
  const says = `${goalFigure(book, goal)} ${goalMetric(book, goal)} by ${isoDate(goal.by)}`;
  return { ref: { kind: 'goal', id }, says };
}
