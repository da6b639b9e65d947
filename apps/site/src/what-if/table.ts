import { figure } from '../lib/words/figures.ts';
import type { Estimate } from './estimate.ts';
import { chanceWords, changeWords, isNothing, promiseWords, rangeWords, roughWords } from './figures.ts';

/** Fills the rows of outcomes with what is proposed; a first estimate has no ranges yet. */
export function fillTable(table: HTMLElement, { differences, after }: Estimate, currency: string): void {
  const byId = new Map(differences.map((one) => [one.id, one]));
  for (const row of table.querySelectorAll<HTMLElement>('[data-outcome]')) {
    const difference = byId.get(row.dataset['outcome'] ?? '');
    const say = (cell: string, text: string) => {
      const element = row.querySelector(`[data-cell="${cell}"]`);
      if (element && element.textContent !== text) element.textContent = text;
    };
    const isSettled = after !== null;
    const moves = difference !== undefined && !isNothing(difference.change);
    row.classList.toggle('clear', isSettled && difference?.clear === true);
    say('proposed', difference ? figure(difference.after, difference.unit, currency) : '–');
    say(
      'change',
      !moves ? 'no change' : isSettled ? changeWords(difference, currency) : roughWords(difference, currency),
    );
    say('range', moves && isSettled ? rangeWords(difference, currency) : '');
    const asked = row.dataset['asks'];
    if (asked !== undefined) say('stands', isSettled ? standing(after, asked) : '…');
  }
}

function standing({ promises, goals, runs }: NonNullable<Estimate['after']>, id: string): string {
  const promise = promises.find((one) => one.id === id);
  if (promise) return promiseWords(promise, runs);
  const goal = goals.find((one) => one.id === id);
  return goal ? chanceWords(goal.probability, runs) : '–';
}
