import { type Book, goalFigure, onWords, stageName } from '@smarketing/compiler/words';
import type { Told } from '@smarketing/simulator';
import { chanceWords, promiseWords } from '../../what-if/figures.ts';
import { pageHref } from '../links.ts';
import { figure, type Unit } from '../words/figures.ts';
import type { Base } from './base.ts';

/** An outcome as the page shows it, before anything is proposed. */
export interface Row {
  readonly outcome: string;
  readonly label: string;
  readonly href: string | null;
  readonly unit: Unit;
  readonly now: string;
  /** The promise or goal behind it: what it asks, how it stands now, and how likely that is. */
  readonly asks: { readonly id: string; readonly says: string; readonly now: string } | null;
}

export interface RowGroup {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The outcomes worth a look, in groups. */
export function rowsOf(book: Book, base: Base): readonly RowGroup[] {
  const groups = [
    { id: 'funnel', title: 'Funnel', rows: funnel(book, base) },
    { id: 'promises', title: 'Promises', rows: promises(book, base) },
    { id: 'goals', title: 'Goals', rows: goals(book, base) },
    { id: 'desks', title: 'Desks', rows: desks(book, base) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

function rowOf(
  { agreement: { currency } }: Book,
  { results }: Base,
  outcome: string,
  { label, href = null, asks = null }: { label: string; href?: string | null; asks?: Row['asks'] },
): readonly Row[] {
  const told: Told | undefined = results.outcomes.find(({ id }) => id === outcome);
  if (!told) return [];
  const now = figure(told.all?.mean ?? Number.NaN, told.unit, currency);
  return [{ outcome, label, href, unit: told.unit, now, asks }];
}

function funnel(book: Book, base: Base): readonly Row[] {
  const stages = base.model.stages.flatMap(({ id, exit }, index) =>
    index === 0 || exit
      ? []
      : rowOf(book, base, `entered.${id}`, {
          label: stageName(book, id),
          href: pageHref(book.agreement, 'stages', `stage-${id}`),
        }),
  );
  const revenue = base.model.deal_size < 0 ? [] : rowOf(book, base, 'revenue', { label: 'Revenue' });
  const hasCost = base.model.sources.some(({ cost }) => cost >= 0);
  return [...stages, ...revenue, ...(hasCost ? rowOf(book, base, 'cost', { label: 'Cost of leads' }) : [])];
}

function promises(book: Book, base: Base): readonly Row[] {
  const { runs } = base.results;
  return base.results.promises.flatMap(({ id, outcome, promised, probability, says, kind }) => {
    if (promised === null) return [];
    const figures = figure(promised, kind === 'deliver' ? 'leads' : 'share', book.agreement.currency);
    const now = promiseWords({ probability }, runs);
    const href = pageHref(book.agreement, 'promises', `promise-${id}`);
    return rowOf(book, base, outcome, { label: says, href, asks: { id, says: `promised ${figures}`, now } });
  });
}

function goals(book: Book, base: Base): readonly Row[] {
  const { results } = base;
  return results.goals.flatMap(({ id, probability }) => {
    const goal = book.agreement.goals.find((one) => one.id === id);
    if (!goal) return [];
    const asks = {
      id,
      says: `wanted ${goalFigure(book, goal)}`,
      now: chanceWords(probability, results.runs),
    };
    const href = pageHref(book.agreement, 'goals', `goal-${id}`);
    return rowOf(book, base, `goal.${id}`, { label: onWords(book, id).says, href, asks });
  });
}

function desks(book: Book, base: Base): readonly Row[] {
  return base.model.desks.flatMap(({ id, title, people }) => {
    if (people < 0) return [];
    const href = pageHref(book.agreement, 'routing', `queue-${id}`);
    return [
      ...rowOf(book, base, `load.${id}`, { label: `${title}: load`, href }),
      ...rowOf(book, base, `wait.${id}`, { label: `${title}: until a lead is begun with`, href }),
    ];
  });
}
